import { expect } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import type { InspectionNode } from '../../src/inspect/index.ts';

/** The nodes without children, in order. */
export function leavesOf(node: InspectionNode): InspectionNode[] {
  return node.children === undefined ? [node] : node.children.flatMap(leavesOf);
}

/** Every node of a tree, parents first. */
export function nodesOf(node: InspectionNode): InspectionNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

function startOf({ offset, bitOffset = 0 }: InspectionNode): number {
  return offset * 8 + bitOffset;
}

function endOf(node: InspectionNode): number {
  return startOf(node) + (node.bitLength ?? node.length * 8);
}

/** Fails unless the children of every node, and so the leaves of the tree, are all its octets in order, each once. */
export function expectTiled(root: InspectionNode, bytes: Uint8Array): void {
  expect([startOf(root), endOf(root)]).toEqual([0, bytes.length * 8]);
  for (const node of nodesOf(root)) {
    if (toHex(node.raw) !== toHex(bytes.subarray(node.offset, node.offset + node.length))) {
      throw new Error(`${node.name} at ${node.offset} has other octets than the input`);
    }
    if (node.children === undefined) continue;
    let at = startOf(node);
    for (const child of node.children) {
      if (startOf(child) !== at) throw new Error(`${child.name} begins at bit ${startOf(child)}, not ${at}`);
      at = endOf(child);
    }
    if (at !== endOf(node))
      throw new Error(`the children of ${node.name} end at bit ${at}, not ${endOf(node)}`);
  }
  if (root.joined !== undefined) expectTiled(root.joined, root.joined.raw);
}
