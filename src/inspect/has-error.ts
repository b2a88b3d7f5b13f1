import type { InspectionNode } from './node.ts';

/** True for a tree with an error anywhere. */
export function hasError(node: InspectionNode): boolean {
  return node.error !== undefined || innerOf(node).some(hasError);
}

/** True for a tree with an error or a warning anywhere. */
export function hasFinding(node: InspectionNode): boolean {
  return node.error !== undefined || node.warnings !== undefined || innerOf(node).some(hasFinding);
}

function innerOf({ children = [], joined }: InspectionNode): readonly InspectionNode[] {
  return joined === undefined ? children : [...children, joined];
}
