import type { InspectionNode } from './node.ts';

/** Octets of a field that are shown in one go. */
const SHORT = 64;

/** True for a field of its number and one simple value: nothing is lost when it is shown as a whole. */
export function isPlain({ children = [], value, length }: InspectionNode): boolean {
  if (children.length !== 2 || value === undefined || length > SHORT) return false;
  return children.every(isSilentLeaf);
}

function isSilentLeaf({ children, error, warnings, bitLength }: InspectionNode): boolean {
  return children === undefined && error === undefined && warnings === undefined && bitLength === undefined;
}
