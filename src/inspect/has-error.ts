import type { InspectionNode } from './node.ts';

/** True for a tree with an error anywhere. */
export function hasError(node: InspectionNode): boolean {
  return (
    node.error !== undefined ||
    [...(node.children ?? []), ...(node.joined ? [node.joined] : [])].some(hasError)
  );
}
