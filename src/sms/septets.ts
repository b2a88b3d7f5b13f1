import { ESCAPE, NONE, type ShiftTables, UNIT_LIMIT } from './language.ts';

/**
 * Septets of a text into `into`, which holds two for each UTF-16 unit. Returns how many, or for a character that the
 * tables do not have -1 minus its position.
 */
export function writeSeptets(text: string, tables: ShiftTables, into: Uint8Array): number {
  const locking = tables.locking.codes;
  const single = tables.single.codes;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= UNIT_LIMIT) return -1 - i;
    const code = locking[unit] ?? NONE;
    if (code !== NONE) {
      into[count++] = code;
      continue;
    }
    const escaped = single[unit] ?? NONE;
    if (escaped === NONE) return -1 - i;
    into[count++] = ESCAPE;
    into[count++] = escaped;
  }
  return count;
}

/** Text of septets. An escape without a character of its own, or a code without one, shows as the standard says. */
export function readSeptets(septets: Uint8Array, tables: ShiftTables): { text: string; unassigned: number } {
  const units = new Uint16Array(septets.length);
  const locking = tables.locking.units;
  const single = tables.single.units;
  let length = 0;
  let unassigned = 0;
  for (let i = 0; i < septets.length; i++) {
    let unit = 0;
    if (septets[i] !== ESCAPE) unit = locking[septets[i] ?? 0] ?? 0;
    else if (++i < septets.length) {
      unit = single[septets[i] ?? 0] ?? 0;
      if (unit === 0) {
        unit = locking[septets[i] ?? 0] ?? 0;
        unassigned++;
      }
    }
    if (unit === 0) {
      unit = 0x20;
      unassigned++;
    }
    units[length++] = unit;
  }
  return { text: textOfUnits(units.subarray(0, length)), unassigned };
}

const UNITS_AT_ONCE = 4096;

function textOfUnits(units: Uint16Array): string {
  if (units.length <= UNITS_AT_ONCE) return String.fromCharCode(...units);
  let text = '';
  for (let i = 0; i < units.length; i += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(i, i + UNITS_AT_ONCE));
  }
  return text;
}

/** Octets that `septets` septets after `fillBits` bits take. */
export function packedLength(septets: number, fillBits: number): number {
  return (septets * 7 + fillBits + 7) >> 3;
}

/**
 * Packs the septets of `from` in [start, end) into `into` at `offset`, lowest bits first (3GPP TS 23.038 6.1.2.1.1).
 * @param fillBits zero bits before the first septet, 0-6, to reach a septet boundary after a header
 */
export function packSeptets(
  from: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  offset: number,
  fillBits: number,
): void {
  let pending = 0;
  let bits = fillBits;
  let at = offset;
  for (let i = start; i < end; i++) {
    pending |= (from[i] ?? 0) << bits;
    bits += 7;
    if (bits >= 8) {
      into[at++] = pending;
      pending >>= 8;
      bits -= 8;
    }
  }
  if (bits > 0) into[at] = pending;
}

/** The reverse of {@link packSeptets}: `count` septets that start `fillBits` bits into `from`. */
export function unpackSeptets(from: Uint8Array, count: number, fillBits = 0): Uint8Array {
  const septets = new Uint8Array(count);
  let bit = fillBits;
  for (let i = 0; i < count; i++, bit += 7) {
    const at = bit >> 3;
    septets[i] = (((from[at] ?? 0) | ((from[at + 1] ?? 0) << 8)) >> (bit & 7)) & 0x7f;
  }
  return septets;
}
