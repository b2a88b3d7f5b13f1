import { ESCAPE, type ShiftTables } from './shift-tables.ts';

/** A text, and how many of its septets had no character of their own. */
interface UnpackedText {
  readonly text: string;
  readonly unassigned: number;
}

/** `count` septets that start `fillBits` bits into `from`, one an octet. */
export function unpackSeptets(from: Uint8Array, count: number, fillBits: number): Uint8Array {
  const septets = new Uint8Array(count);
  for (let i = 0, bit = fillBits; i < count; i++, bit += 7) {
    const at = bit >> 3;
    septets[i] = (((from[at] ?? 0) | ((from[at + 1] ?? 0) << 8)) >> (bit & 7)) & 0x7f;
  }
  return septets;
}

/** Units of the text being made: a list that grows costs more than the text. */
const scratch: number[] = [];

/**
 * Text of septets, one an octet. An escape without a character of its own shows the
 * one of the main table, a code without one a space (3GPP TS 23.038 6.2.1).
 */
export function textOfSeptets(septets: Uint8Array, { locking, single }: ShiftTables): UnpackedText {
  let count = 0;
  let unassigned = 0;
  let isEscaped = false;
  for (let i = 0; i < septets.length; i++) {
    const septet = septets[i] ?? 0;
    if (septet === ESCAPE && !isEscaped) {
      isEscaped = true;
      continue;
    }
    let unit = (isEscaped ? single[septet] : locking[septet]) ?? 0;
    if (unit === 0) {
      unassigned++;
      unit = (isEscaped ? locking[septet] : 0) || 0x20;
    }
    scratch[count++] = unit;
    isEscaped = false;
  }
  if (isEscaped) {
    unassigned++;
    scratch[count++] = 0x20;
  }
  return { text: textOfUnits(count), unassigned };
}

/** Arguments of one call have a limit. */
const UNITS_AT_ONCE = 4096;

/** The text of the first units of the scratch list. */
function textOfUnits(count: number): string {
  let text = '';
  for (let i = 0; i < count; i += UNITS_AT_ONCE) {
    text += String.fromCharCode(...scratch.slice(i, Math.min(i + UNITS_AT_ONCE, count)));
  }
  if (scratch.length > UNITS_AT_ONCE) scratch.length = UNITS_AT_ONCE;
  return text;
}
