import { createHash } from 'node:crypto';
import type { Limits } from '../limits.ts';
import type { LibraryFile } from './deliver.ts';

const FIRST_NUMBER = 80000;

interface Entry {
  readonly file: LibraryFile;
  readonly key: string;
}

/** The files that were uploaded, by their library numbers; the oldest are forgotten where there are too many. */
export class UploadLibrary {
  readonly #entries = new Map<number, Entry>();
  readonly #numbers = new Map<string, number>();
  readonly #limits: Limits;
  #last = FIRST_NUMBER - 1;
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get(number: number): LibraryFile | undefined {
    return this.#entries.get(number)?.file;
  }

  /** Keeps a file and gives its number; the same octets under the same name keep theirs. */
  keep(file: LibraryFile): number {
    const key = keyOf(file);
    const number = this.#numbers.get(key) ?? this.#last + 1;
    if (!this.#entries.has(number)) this.#enter(number, { file, key });
    return number;
  }

  /** Takes in a file under the number that it had. */
  restore(number: number, file: LibraryFile): void {
    this.#enter(number, { file, key: keyOf(file) });
  }

  #enter(number: number, { file, key }: Entry): void {
    this.#forget(number);
    this.#entries.set(number, { file, key });
    this.#numbers.set(key, number);
    this.#last = Math.max(this.#last, number);
    this.#bytes += file.data.length;
    const { maxSandboxLibraryFiles, maxSandboxLibraryBytes } = this.#limits;
    for (const oldest of this.#entries.keys()) {
      const fits = this.#entries.size <= maxSandboxLibraryFiles && this.#bytes <= maxSandboxLibraryBytes;
      if (fits || oldest === number) break;
      this.#forget(oldest);
    }
  }

  #forget(number: number): void {
    const entry = this.#entries.get(number);
    if (entry === undefined) return;
    this.#entries.delete(number);
    this.#numbers.delete(entry.key);
    this.#bytes -= entry.file.data.length;
  }
}

function keyOf({ name, data }: LibraryFile): string {
  return createHash('sha256').update(`${name}\0`).update(data).digest('base64');
}
