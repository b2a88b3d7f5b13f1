/**
 * Thrown by a quick reader or writer at the first thing that is not as the specification has it: the work is to be done
 * again by one that can say where it happened.
 */
export const DEPARTURE = new Error('a departure from the specification');

/** @throws {@link DEPARTURE} */
export function depart(): never {
  throw DEPARTURE;
}
