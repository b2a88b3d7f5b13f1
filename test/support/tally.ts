import type { TestContext } from 'vitest';

/** What an outside program said about our work: a row of the table at the end of a run. */
export interface Tally {
  /** What was judged: `MMS PDUs`. */
  readonly subject: string;
  /** Who judged. */
  readonly oracle: string;
  readonly cases: number;
  /** Cases in which the oracle is known to be wrong, or has no say. */
  readonly excused?: number;
  /** Its fault, where there are such cases or some were never made. */
  readonly fault?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    tally?: Tally;
  }
}

/** Enters a row, to be called when all cases have been compared: what is not excused has agreed, or the test fails. */
export function tally({ task }: Pick<TestContext, 'task'>, row: Tally): void {
  task.meta.tally = row;
}
