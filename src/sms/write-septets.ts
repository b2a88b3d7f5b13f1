import { utf16Units } from '../text/index.ts';
import { hasUnit, MISSING, type ShiftTables } from './shift-tables.ts';

const MAX_SEPTET = 0x7f;

/**
 * Writes the septets of a text, one an element, an escape before each character of the second table. Returns how many,
 * or for a character that neither table has -1 minus its position.
 * @param into room for two septets a UTF-16 unit, and one more octet
 */
export function writeSeptets(text: string, { codes }: ShiftTables, into: Uint8Array): number {
  const { length } = text;
  const units = utf16Units(text);
  let i = writePlainBlocks(units, length, codes, into);
  let count = i;
  // four at a time; both octets of a code in any case: a branch that cannot be foreseen would cost more
  for (; i + 4 <= length; i += 4) {
    const a = codes[units[i] ?? 0] ?? MISSING;
    const b = codes[units[i + 1] ?? 0] ?? MISSING;
    const c = codes[units[i + 2] ?? 0] ?? MISSING;
    const d = codes[units[i + 3] ?? 0] ?? MISSING;
    if (((a | b | c | d) & MISSING) !== 0) break;
    into[count] = a;
    into[count + 1] = (a >> 8) & MAX_SEPTET;
    count += 1 + (a >> 15);
    into[count] = b;
    into[count + 1] = (b >> 8) & MAX_SEPTET;
    count += 1 + (b >> 15);
    into[count] = c;
    into[count + 1] = (c >> 8) & MAX_SEPTET;
    count += 1 + (c >> 15);
    into[count] = d;
    into[count + 1] = (d >> 8) & MAX_SEPTET;
    count += 1 + (d >> 15);
  }
  for (; i < length; i++) {
    const code = codes[units[i] ?? 0] ?? MISSING;
    if (code === MISSING) return -1 - i;
    into[count] = code;
    into[count + 1] = (code >> 8) & MAX_SEPTET;
    count += 1 + (code >> 15);
  }
  return count;
}

const BLOCK = 8;

/** Writes eight characters at a time until one is not of the main table; returns how many are written. */
function writePlainBlocks(units: Uint16Array, length: number, codes: Uint16Array, into: Uint8Array): number {
  const last = length - BLOCK;
  let i = 0;
  for (; i <= last; i += BLOCK) {
    const a = codes[units[i] ?? 0] ?? MISSING;
    const b = codes[units[i + 1] ?? 0] ?? MISSING;
    const c = codes[units[i + 2] ?? 0] ?? MISSING;
    const d = codes[units[i + 3] ?? 0] ?? MISSING;
    const e = codes[units[i + 4] ?? 0] ?? MISSING;
    const f = codes[units[i + 5] ?? 0] ?? MISSING;
    const g = codes[units[i + 6] ?? 0] ?? MISSING;
    const h = codes[units[i + 7] ?? 0] ?? MISSING;
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
