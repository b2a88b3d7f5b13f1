import { ESCAPE, hasUnit, MISSING, type ShiftTables } from './language.ts';

const MAX_SEPTET = 0x7f;
const BLOCK_SEPTETS = 8;
const BLOCK_OCTETS = 7;

/**
 * Writes the septets of a text, one an element, an escape before each character of the second table. Returns how many,
 * or for a character that neither table has -1 minus its position.
 * @param into room for two septets a UTF-16 unit, and one more octet
 */
export function writeSeptets(text: string, { codes }: ShiftTables, into: Uint8Array): number {
  const { length } = text;
  const start = writePlainBlocks(text, codes, into);
  let count = start;
  for (let i = start; i < length; i++) {
    const unit = text.charCodeAt(i);
    const code = unit < codes.length ? (codes[unit] ?? MISSING) : MISSING;
    if (code === MISSING) return -1 - i;
    // both octets in any case: a branch that cannot be foreseen would cost more
    into[count] = code;
    into[count + 1] = (code >> 8) & 0x7f;
    count += 1 + (code >> 15);
  }
  return count;
}

/** Writes eight characters at a time until one is not of the main table; returns how many are written. */
function writePlainBlocks(text: string, codes: Uint16Array, into: Uint8Array): number {
  const last = text.length - BLOCK_SEPTETS;
  let i = 0;
  for (; i <= last; i += BLOCK_SEPTETS) {
    const a = codes[text.charCodeAt(i)] ?? MISSING;
    const b = codes[text.charCodeAt(i + 1)] ?? MISSING;
    const c = codes[text.charCodeAt(i + 2)] ?? MISSING;
    const d = codes[text.charCodeAt(i + 3)] ?? MISSING;
    const e = codes[text.charCodeAt(i + 4)] ?? MISSING;
    const f = codes[text.charCodeAt(i + 5)] ?? MISSING;
    const g = codes[text.charCodeAt(i + 6)] ?? MISSING;
    const h = codes[text.charCodeAt(i + 7)] ?? MISSING;
    if ((a | b | c | d | e | f | g | h) > MAX_SEPTET) break;
    into[i] = a;
    into[i + 1] = b;
    into[i + 2] = c;
    into[i + 3] = d;
    into[i + 4] = e;
    into[i + 5] = f;
    into[i + 6] = g;
    into[i + 7] = h;
  }
  return i;
}

/** True when every character is in the tables. */
export function isInTables(text: string, tables: ShiftTables): boolean {
  for (let i = 0; i < text.length; i++) if (!hasUnit(tables, text.charCodeAt(i))) return false;
  return true;
}

/** How many septets of [start, end) are escapes. */
export function countEscapes(septets: Uint8Array, start: number, end: number): number {
  let escapes = 0;
  // without a branch: 1 for an escape, 0 for any other
  for (let i = start; i < end; i++) escapes += (((septets[i] ?? 0) ^ ESCAPE) - 1) >>> 31;
  return escapes;
}

/** Octets that `septets` septets after `fillBits` bits take. */
export function packedLength(septets: number, fillBits: number): number {
  return (septets * 7 + fillBits + 7) >> 3;
}

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
interface UnpackedText {
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
  const { locking, single } = tables;
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
