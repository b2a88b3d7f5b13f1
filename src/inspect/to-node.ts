import type { InspectionNode } from './node.ts';
import type { TracedField } from './trace-tree.ts';

/** Octets that no field covers: between fields, or after an error. */
const UNNAMED = 'octets';

/** The octets of an input, `base` being the position of the first one in what is inspected as a whole. */
export interface Octets {
  readonly bytes: Uint8Array;
  readonly base: number;
}

type Draft = { -readonly [Key in keyof InspectionNode]: InspectionNode[Key] };

/** The node of a traced field; what its children leave out becomes nodes without a name of their own. */
export function toNode(field: TracedField, octets: Octets): InspectionNode {
  const { value, clause, error, warnings } = field;
  const node = placedNode(field, octets);
  if (value !== undefined) node.value = value;
  if (clause !== undefined) node.clause = clause;
  if (error !== undefined) node.error = error;
  if (warnings !== undefined) node.warnings = warnings;
  if (field.children.length > 0) node.children = childrenOf(field, octets);
  return node;
}

function placedNode({ name, path, start, end }: TracedField, { bytes, base }: Octets): Draft {
  const first = Math.floor(start / 8);
  const after = Math.max(first, Math.ceil(end / 8));
  const place = { offset: base + first, length: after - first, raw: bytes.subarray(first, after) };
  const node: Draft = path === undefined ? { name, ...place } : { name, path, ...place };
  if (start % 8 === 0 && end % 8 === 0) return node;
  return { ...node, bitOffset: start % 8, bitLength: end - start };
}

function childrenOf({ start, end, children }: TracedField, octets: Octets): InspectionNode[] {
  const nodes: InspectionNode[] = [];
  let at = start;
  for (const child of children) {
    if (child.start > at) nodes.push(toNode(unnamed(at, child.start), octets));
    nodes.push(toNode(child, octets));
    at = child.end;
  }
  if (end > at) nodes.push(toNode(unnamed(at, end), octets));
  return nodes;
}

function unnamed(start: number, end: number): TracedField {
  return { name: UNNAMED, start, end, children: [] };
}
