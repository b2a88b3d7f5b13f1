import { DEFAULT_ALPHABET } from './tables/default-alphabet.ts';
import type { LanguageRow } from './tables/language-row.ts';

/** Announces that the next septet is of the extension or single shift table. */
export const ESCAPE = 0x1b;
/** In a code of {@link ShiftTables}: the character has none. */
export const MISSING = 0x80;
/** The codes go up to here; every character of the tables is below. */
const UNITS = 0x2300;
const SEPTETS = 128;
/** First code point of the block that a row names no other for, and from where on two digits mean the block. */
const LATIN_1 = 0x80;

/** The tables in force, both ways. */
export interface ShiftTables {
  /**
   * By UTF-16 unit: the septet in the low octet, and for two septets {@link ESCAPE} there, the second septet in the
   * high octet and the highest bit set; or {@link MISSING}.
   */
  readonly codes: Uint16Array;
  /** UTF-16 unit by septet in the main table, 0 where there is none: no table has U+0000. */
  readonly locking: Uint16Array;
  /** The same of the table after an escape. */
  readonly single: Uint16Array;
}

const PAIR = 0x8000;

/** The main table goes before the other; a character that a table holds twice is written with the lower septet. */
function codesOf(locking: Uint16Array, single: Uint16Array): Uint16Array {
  const codes = new Uint16Array(UNITS).fill(MISSING);
  for (let septet = SEPTETS - 1; septet >= 0; septet--) {
    const unit = single[septet] ?? 0;
    if (unit !== 0) codes[unit] = PAIR | (septet << 8) | ESCAPE;
  }
  for (let septet = SEPTETS - 1; septet >= 0; septet--) {
    const unit = locking[septet] ?? 0;
    if (unit !== 0) codes[unit] = septet;
  }
  return codes;
}

/** Both tables of a language, from their units by septet. */
export function tablesFrom(locking: Uint16Array, single: Uint16Array): ShiftTables {
  return { codes: codesOf(locking, single), locking, single };
}

let defaultMade: ShiftTables | undefined;

/** The tables in force without national languages. */
export function defaultTables(): ShiftTables {
  if (defaultMade === undefined) {
    const { locking = '', singleShift } = DEFAULT_ALPHABET;
    defaultMade = tablesFrom(readUnits(locking, DEFAULT_ALPHABET), readUnits(singleShift, DEFAULT_ALPHABET));
  }
  return defaultMade;
}

/** UTF-16 units by septet in one table, 0 where there is none, from the text of its row. */
export function readUnits(text: string, { block = LATIN_1 }: LanguageRow): Uint16Array {
  const units = new Uint16Array(SEPTETS);
  let septet = 0;
  for (const [, at, from = '', to = from] of text.matchAll(/(?:(\w+):)?(--|\w+)(?:-(\w+))?/g)) {
    if (at !== undefined) septet = Number.parseInt(at, 16);
    if (from === '--') septet++;
    else {
      const last = unitOf(to, block);
      for (let unit = unitOf(from, block); unit <= last; unit++) units[septet++] = unit;
    }
  }
  return units;
}

function unitOf(digits: string, block: number): number {
  const value = Number.parseInt(digits, 16);
  return digits.length === 2 && value >= LATIN_1 ? block + value - LATIN_1 : value;
}

/** True when the tables have the UTF-16 unit. */
export function hasUnit({ codes }: ShiftTables, unit: number): boolean {
  return unit < codes.length && codes[unit] !== MISSING;
}
