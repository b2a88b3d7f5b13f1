import type { InspectionNode } from './node.ts';
import type { TracedField } from './trace-tree.ts';

/** Octets that no field covers: between fields, or after an error. */
const UNNAMED = 'octets';

/** The octets of an input, `base` being the position of the first one in what is inspected as a whole. */
export interface Octets {
  readonly bytes: Uint8Array;
  readonly base: number;
}

/** The node of a traced field; what its children leave out becomes nodes without a name of their own. */
export function toNode(field: TracedField, octets: Octets): InspectionNode {
  const { name, path, clause, value, error, warnings } = field;
  const children = withoutGaps(field).map(child => toNode(child, octets));
  return {
    name,
    ...(path === undefined ? {} : { path }),
    ...placeOf(field, octets),
    ...(value === undefined ? {} : { value }),
    ...(clause === undefined ? {} : { clause }),
    ...(error === undefined ? {} : { error }),
    ...(warnings === undefined ? {} : { warnings }),
    ...(children.length === 0 ? {} : { children }),
  };
}

type Place = Pick<InspectionNode, 'offset' | 'length' | 'bitOffset' | 'bitLength' | 'raw'>;

function placeOf({ start, end }: TracedField, { bytes, base }: Octets): Place {
  const first = Math.floor(start / 8);
  const after = Math.max(first, Math.ceil(end / 8));
  const place = { offset: base + first, length: after - first, raw: bytes.subarray(first, after) };
  if (start % 8 === 0 && end % 8 === 0) return place;
  return { ...place, bitOffset: start % 8, bitLength: end - start };
}

function withoutGaps({ start, end, children }: TracedField): TracedField[] {
  if (children.length === 0) return [];
  const whole: TracedField[] = [];
  let at = start;
  for (const child of children) {
    if (child.start > at) whole.push(unnamed(at, child.start));
    whole.push(child);
    at = child.end;
  }
  if (end > at) whole.push(unnamed(at, end));
  return whole;
}

function unnamed(start: number, end: number): TracedField {
  return { name: UNNAMED, start, end, children: [] };
}
