import { type ChildProcess, fork } from 'node:child_process';
import { MmsError } from '../../errors.ts';
import type { FitAnswer, FitRequest } from './fit-request.ts';

interface Waiting {
  readonly resolve: (octets: Uint8Array) => void;
  readonly reject: (error: MmsError) => void;
}

/** A process that fits messages, started with the first one. It ends with the one that started it. */
export class FittingProcess {
  readonly #waiting = new Map<string, Waiting>();
  readonly #program: URL;
  #child: ChildProcess | undefined;

  /** @param program what the process runs */
  constructor(program: URL = new URL('./fit-process.js', import.meta.url)) {
    this.#program = program;
  }

  /** @throws MmsError as `Presentation.adapt`, `bulk/fit` when the process ends before it has answered */
  async fit(request: FitRequest): Promise<Uint8Array> {
    const child = this.#running();
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.key, { resolve, reject });
      child.send(request);
    });
  }

  close(): void {
    this.#child?.disconnect();
    this.#abandon();
  }

  #running(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const child = fork(this.#program, { serialization: 'advanced' });
    child.on('message', (answer: FitAnswer) => this.#take(answer));
    child.on('exit', () => this.#lose(child));
    child.on('error', () => this.#lose(child));
    this.#child = child;
    return child;
  }

  #take(answer: FitAnswer): void {
    const waiting = this.#waiting.get(answer.key);
    this.#waiting.delete(answer.key);
    if ('octets' in answer) waiting?.resolve(answer.octets);
    else waiting?.reject(new MmsError(answer.problem.code, answer.problem.message, answer.problem));
  }

  /** A process that ended before has nothing to do with what the next one was asked. */
  #lose(child: ChildProcess): void {
    if (this.#child === child) this.#abandon();
  }

  #abandon(): void {
    this.#child = undefined;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost)
      reject(new MmsError('bulk/fit', 'the process that fits messages has ended'));
  }
}
