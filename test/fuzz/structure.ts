import { type InspectAs, type InspectionNode, inspect } from '../../src/inspect/index.ts';

/** Octets that belong together: a field, a value, an entry of a list. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How a length is written. */
type LengthForm =
  | 'octet'
  | 'uintvar'
  | 'big-endian-16'
  | 'big-endian-32'
  | 'little-endian-16'
  | 'little-endian-32';

/** A number that says how many octets follow it. */
export interface LengthField {
  readonly at: number;
  readonly size: number;
  readonly form: LengthForm;
  readonly value: number;
}

/** What a mutation must know of some octets to change them and keep them in form. */
export interface Structure {
  readonly spans: readonly Span[];
  /** Innermost first. */
  readonly lengths: readonly LengthField[];
}

const MAX_SPANS = 600;

/**
 * Finds the spans of some octets with the inspector, where it knows their form, and then every number that reaches
 * exactly to an end that is known: a length octet, a uintvar, a length of a chunk. What it reaches over is a span too.
 */
export function structureOf(bytes: Uint8Array, form: InspectAs | undefined): Structure {
  const spans: Span[] = form === undefined ? [] : spansOf(inspect(bytes, { as: form })).slice(0, MAX_SPANS);
  const ends = new Set([bytes.length, ...spans.map(({ end }) => end)]);
  const lengths = lengthsUpTo(bytes, ends);
  for (const { at, size, value } of lengths) {
    const start = at + size;
    spans.push({ name: 'counted', start, end: start + value });
    if (at > 0) spans.push({ name: 'tagged', start: at - 1, end: start + value });
  }
  return { spans: spans.filter(({ start, end }) => end > start), lengths };
}

function spansOf(node: InspectionNode): Span[] {
  const { name, offset, length, children = [], bitOffset } = node;
  const own = bitOffset === undefined ? [{ name, start: offset, end: offset + length }] : [];
  return [...own, ...children.flatMap(spansOf)];
}

function lengthsUpTo(bytes: Uint8Array, ends: Set<number>): LengthField[] {
  const found: LengthField[] = [];
  // From the back: what a length reaches over ends where the next field begins.
  for (let at = bytes.length - 2; at >= 0; at--) {
    for (const length of numbersAt(bytes, at)) {
      if (length.value === 0 || !ends.has(at + length.size + length.value)) continue;
      found.push(length);
      ends.add(at);
      if (at > 0) ends.add(at - 1);
      break;
    }
  }
  return found;
}

/** What the octets at one place may say as a length, the likelier form first. */
function numbersAt(bytes: Uint8Array, at: number): LengthField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const left = bytes.length - at;
  const first = view.getUint8(at);
  const numbers: LengthField[] = [];
  if (first < 0x80) numbers.push({ at, size: 1, form: 'octet', value: first });
  else if (left > 1 && first > 0x80 && view.getUint8(at + 1) < 0x80) {
    const value = ((first & 0x7f) << 7) | view.getUint8(at + 1);
    numbers.push({ at, size: 2, form: 'uintvar', value });
  }
  if (left > 4) {
    numbers.push({ at, size: 4, form: 'big-endian-32', value: view.getUint32(at) });
    numbers.push({ at, size: 4, form: 'little-endian-32', value: view.getUint32(at, true) });
    numbers.push({ at, size: 2, form: 'big-endian-16', value: view.getUint16(at) });
    numbers.push({ at, size: 2, form: 'little-endian-16', value: view.getUint16(at, true) });
  }
  return numbers;
}

/** A length as octets in the form of the one that it replaces; an octet grows to a uintvar where it must. */
export function writeLength({ form }: LengthField, value: number): Uint8Array {
  const number = Math.max(0, value);
  if (form === 'octet' || form === 'uintvar') return uintvarOctets(number);
  const octets = new Uint8Array(form.endsWith('16') ? 2 : 4);
  const view = new DataView(octets.buffer);
  const isLittle = form.startsWith('little');
  if (octets.length === 2) view.setUint16(0, number, isLittle);
  else view.setUint32(0, number, isLittle);
  return octets;
}

export function uintvarOctets(value: number): Uint8Array {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift(0x80 | (rest % 128));
  }
  return Uint8Array.from(octets);
}
