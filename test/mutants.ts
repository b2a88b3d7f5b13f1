/** A change of the source that no test can notice, because nothing that anybody sees is different. */
export interface EquivalentMutant {
  /** The line where the change begins, without the blanks around it. */
  readonly line: string;
  /** What is replaced; of several lines the first and ` …`. */
  readonly from: string;
  readonly to: string;
  /** Why it makes no difference. */
  readonly reason: string;
}

/** By source file. `npm run mutate` fails for a survivor that is not listed here, and for a row that did not survive. */
export const EQUIVALENT_MUTANTS: Readonly<Record<string, readonly EquivalentMutant[]>> = {};
