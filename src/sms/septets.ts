import { ESCAPE, NONE, type ShiftTables } from './language.ts';

/**
 * Writes the septets of a text, one an element, an escape before each character of the second table. Returns how many,
 * or for a character that neither table has -1 minus its position.
 * @param into room for two septets a UTF-16 unit
 */
export function writeSeptets(text: string, tables: ShiftTables, into: Uint8Array): number {
  const locking = tables.locking.codes;
  const single = tables.single.codes;
  const { length } = text;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    let code = locking[unit] ?? NONE;
    if (code === NONE) {
      code = single[unit] ?? NONE;
      if (code === NONE) return -1 - i;
      into[count++] = ESCAPE;
    }
    into[count++] = code;
  }
  return count;
}

/** True when every character is in the tables. */
export function isInTables(text: string, { locking, single }: ShiftTables): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (locking.codes[unit] === NONE && single.codes[unit] === NONE) return false;
  }
  return true;
}

/** How many septets of [start, end) are escapes. */
export function countEscapes(septets: Uint8Array, start: number, end: number): number {
  let escapes = 0;
  for (let i = start; i < end; i++) if (septets[i] === ESCAPE) escapes++;
  return escapes;
}

/** Octets that `septets` septets after `fillBits` bits take. */
export function packedLength(septets: number, fillBits: number): number {
  return (septets * 7 + fillBits + 7) >> 3;
}

const BLOCK_SEPTETS = 8;
const BLOCK_OCTETS = 7;

/**
 * Packs septets [start, end) into `into` at `offset`, lowest bits first (3GPP TS 23.038 6.1.2.1.1).
 * @param fillBits zero bits before the first septet, 0-6, to reach a septet boundary after a header
 */
export function packSeptets(
  septets: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  offset: number,
  fillBits: number,
): void {
  // n fill bits and n septets are n octets
  let i = Math.min(start + fillBits, end);
  packOneByOne(septets, start, i, into, offset, fillBits);
  let at = offset + fillBits;
  for (; end - i >= BLOCK_SEPTETS; i += BLOCK_SEPTETS, at += BLOCK_OCTETS) packBlock(septets, i, into, at);
  packOneByOne(septets, i, end, into, at, 0);
}

function packOneByOne(
  septets: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  offset: number,
  fillBits: number,
): void {
  let at = offset;
  let pending = 0;
  let bits = fillBits;
  for (let i = start; i < end; i++) {
    pending |= (septets[i] ?? 0) << bits;
    bits += 7;
    if (bits < 8) continue;
    into[at++] = pending;
    pending >>= 8;
    bits -= 8;
  }
  if (bits > 0 && end > start) into[at] = pending;
}

/** Eight septets from `i` are seven octets at `at`. */
function packBlock(septets: Uint8Array, i: number, into: Uint8Array, at: number): void {
  const b = septets[i + 1] ?? 0;
  const c = septets[i + 2] ?? 0;
  const d = septets[i + 3] ?? 0;
  const e = septets[i + 4] ?? 0;
  const f = septets[i + 5] ?? 0;
  const g = septets[i + 6] ?? 0;
  into[at] = (septets[i] ?? 0) | (b << 7);
  into[at + 1] = (b >> 1) | (c << 6);
  into[at + 2] = (c >> 2) | (d << 5);
  into[at + 3] = (d >> 3) | (e << 4);
  into[at + 4] = (e >> 4) | (f << 3);
  into[at + 5] = (f >> 5) | (g << 2);
  into[at + 6] = (g >> 6) | ((septets[i + 7] ?? 0) << 1);
}

/** A text, and how many of its septets had no character of their own. */
export interface UnpackedText {
  readonly text: string;
  readonly unassigned: number;
}

/**
 * Text of `count` septets that start `fillBits` bits into `from`. An escape without a character of its own shows the
 * one of the main table, a code without one a space (3GPP TS 23.038 6.2.1).
 */
export function unpackText(
  from: Uint8Array,
  count: number,
  fillBits: number,
  tables: ShiftTables,
): UnpackedText {
  const units: number[] = [];
  const locking = tables.locking.units;
  const single = tables.single.units;
  let unassigned = 0;
  let isEscaped = false;
  for (let i = 0, bit = fillBits; i < count; i++, bit += 7) {
    const at = bit >> 3;
    const septet = (((from[at] ?? 0) | ((from[at + 1] ?? 0) << 8)) >> (bit & 7)) & 0x7f;
    if (septet === ESCAPE && !isEscaped) {
      isEscaped = true;
      continue;
    }
    let unit = (isEscaped ? single[septet] : locking[septet]) ?? 0;
    if (unit === 0) {
      unassigned++;
      unit = (isEscaped ? locking[septet] : 0) || 0x20;
    }
    units.push(unit);
    isEscaped = false;
  }
  if (isEscaped) {
    unassigned++;
    units.push(0x20);
  }
  return { text: textOfUnits(units), unassigned };
}

/** Arguments of one call have a limit. */
const UNITS_AT_ONCE = 4096;

function textOfUnits(units: readonly number[]): string {
  if (units.length <= UNITS_AT_ONCE) return String.fromCharCode(...units);
  let text = '';
  for (let i = 0; i < units.length; i += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.slice(i, i + UNITS_AT_ONCE));
  }
  return text;
}
