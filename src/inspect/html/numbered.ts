import type { InspectionNode } from '../node.ts';

/** A node with its place in document order; its descendants have the numbers after its own up to `last`. */
export interface NumberedNode {
  readonly node: InspectionNode;
  readonly number: number;
  readonly last: number;
  readonly children: readonly NumberedNode[];
}

/** Numbers a tree from `first` on, parents before their children. */
export function numbered(node: InspectionNode, first: number): NumberedNode {
  const children: NumberedNode[] = [];
  let last = first;
  for (const child of node.children ?? []) {
    const one = numbered(child, last + 1);
    children.push(one);
    last = one.last;
  }
  return { node, number: first, last, children };
}

/** The nodes without children, in order. */
export function leavesOf(tree: NumberedNode): NumberedNode[] {
  return tree.children.length === 0 ? [tree] : tree.children.flatMap(leavesOf);
}
