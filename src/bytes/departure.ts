import { isMmsError } from '../errors.ts';

/**
 * Thrown by a quick reader or writer at the first thing that is not as the specification has it: the work is to be done
 * again by one that can say where it happened.
 */
export const DEPARTURE = new Error('a departure from the specification');

/** True for what a quick reader or writer stops with; any other error is not about the octets. */
export function isDeparture(error: unknown): boolean {
  return error === DEPARTURE || isMmsError(error);
}

/** @throws {@link DEPARTURE} */
export function depart(): never {
  throw DEPARTURE;
}
