import type { Issue } from '../../issues/index.ts';
import { Findings, internationalNumbers } from '../../submit/index.ts';
import { pickVariables } from './fill.ts';
import type { Recipient, Variables } from './recipient.ts';

/** Recipients of one job. */
export interface Batch {
  /** Digits alone, each once. */
  readonly to: readonly string[];
  /** What the message asks for, by recipient; absent when it asks for nothing. */
  readonly variables?: readonly Variables[];
}

/** What is found while a list is read. */
export interface ListReport {
  /** Recipients that stand in the list, those who are not numbers left out. */
  listed: number;
  readonly issues: readonly Issue[];
}

/** Cuts a list into batches as it comes, and forgets what it has cut. */
export class Batches {
  readonly #size: number;
  readonly #names: readonly string[];
  readonly #findings = new Findings();
  #listed = 0;

  /** @param names the variables that the message asks for */
  constructor(size: number, names: readonly string[]) {
    this.#size = size;
    this.#names = names;
  }

  get report(): ListReport {
    return { listed: this.#listed, issues: this.#findings.issues };
  }

  /** @throws MmsError `bulk/variable` */
  async *of(list: Iterable<Recipient | string> | AsyncIterable<Recipient | string>): AsyncGenerator<Batch> {
    let batch = new Map<string, Variables>();
    let place = 0;
    for await (const item of list) {
      const path = `recipients[${place++}]`;
      const { to, variables = {} } = typeof item === 'string' ? { to: item } : item;
      const [number] = internationalNumbers([to], (code, message, details = {}) =>
        this.#findings.at(path)(code, message, { hint: details.hint }),
      );
      if (number === undefined) continue;
      batch.set(number, pickVariables(this.#names, variables, path));
      if (batch.size < this.#size) continue;
      yield this.#cut(batch);
      batch = new Map();
    }
    if (batch.size > 0) yield this.#cut(batch);
  }

  #cut(batch: ReadonlyMap<string, Variables>): Batch {
    this.#listed += batch.size;
    const to = [...batch.keys()];
    return this.#names.length === 0 ? { to } : { to, variables: [...batch.values()] };
  }
}
