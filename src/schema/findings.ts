import { LIMITS } from '../limits.ts';

/** Where a value stands: keys, and positions in lists. */
export type Path = readonly (string | number)[];

/** What can be wrong with a value; the room that checks it has the codes. */
export type Problem =
  | 'type'
  | 'value'
  | 'missing'
  | 'conflict'
  | 'unknown-key'
  | 'unknown-variable'
  | 'too-deep'
  | 'too-large';

/** A problem of a value, before it is known where in a text it stands. */
export interface Finding {
  readonly problem: Problem;
  readonly message: string;
  readonly path: Path;
  /** True when the key is at fault, not its value. */
  readonly isKey?: boolean | undefined;
  readonly hint?: string | undefined;
}

/** A place in a value, and the list that its problems go to. */
export class Spot {
  readonly findings: Finding[];
  /** How many keys and positions lead here. */
  readonly depth: number;
  readonly #outer: Spot | undefined;
  /** What leads here from the outer one. */
  readonly #steps: Path;

  constructor(steps: Path = [], outer?: Spot) {
    this.findings = outer?.findings ?? [];
    this.depth = (outer?.depth ?? 0) + steps.length;
    this.#outer = outer;
    this.#steps = steps;
  }

  /** Made when it is asked for, which only problems do. */
  get path(): Path {
    return this.#outer === undefined ? this.#steps : [...this.#outer.path, ...this.#steps];
  }

  /** The place of a key or item of the value here. */
  below(key: string | number): Spot {
    return new Spot([key], this);
  }

  /** Notes a problem; those beyond a bound are not kept. */
  report(problem: Problem, message: string, details: Pick<Finding, 'isKey' | 'hint'> = {}): void {
    if (this.findings.length < LIMITS.maxWarnings)
      this.findings.push({ problem, message, path: this.path, ...details });
  }
}
