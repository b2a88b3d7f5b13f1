import { requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { LANGUAGE_TABLES, type LanguageTable } from './tables/language-tables.ts';

/** Announces that the next septet is of the extension or single shift table. */
export const ESCAPE = 0x1b;
/** In a code of {@link ShiftTables}: the character has none. */
export const MISSING = 0x80;
/** The codes go up to here; every character of the tables is below. */
const UNITS = 0x2300;
const SEPTETS = 128;

/** National language tables by identifier 1-13 (3GPP TS 23.038 6.2.1.2.4); without one, the default table holds. */
export interface NationalLanguage {
  /** Replaces the extension table. */
  readonly singleShift?: number | undefined;
  /** Replaces the default table. */
  readonly lockingShift?: number | undefined;
}

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

const ROWS: readonly LanguageTable[] = LANGUAGE_TABLES;

/** Identifiers of the languages with a single shift table. */
export const SINGLE_SHIFT_LANGUAGES: readonly number[] = ROWS.map(({ id }) => id).filter(id => id > 0);
/** Identifiers of the languages with a locking shift table. */
export const LOCKING_LANGUAGES: readonly number[] = ROWS.filter(
  ({ id, locking }) => id > 0 && locking !== undefined,
).map(({ id }) => id);

type Kind = 'locking' | 'singleShift';

const unitsMade = new Map<string, Uint16Array>();

/** Characters of one table; `undefined` when there is no such table. */
function unitsOf(kind: Kind, id: number): Uint16Array | undefined {
  const key = `${kind}${id}`;
  const known = unitsMade.get(key);
  if (known !== undefined) return known;
  const entries = ROWS.find(language => language.id === id)
    ?.[kind]?.trim()
    .split(/\s+/);
  if (entries === undefined) return undefined;
  const units = new Uint16Array(SEPTETS);
  for (const [index, entry] of entries.entries()) {
    const [septet, unit] = entry.includes(':') ? entry.split(':') : [index.toString(16), entry];
    const value = Number.parseInt(unit ?? '', 16);
    if (!Number.isNaN(value)) units[Number.parseInt(septet ?? '', 16)] = value;
  }
  unitsMade.set(key, units);
  return units;
}

function unitsOrError(kind: Kind, id: number): Uint16Array {
  const found = unitsOf(kind, id);
  if (found !== undefined) return found;
  const name = kind === 'locking' ? 'locking shift' : 'single shift';
  throw new MmsError('sms/language', `there is no ${name} table ${id}`, { path: 'nationalLanguage' });
}

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

const tablesMade = new Map<number, ShiftTables>();

function tablesOf(lockingShift: number, singleShift: number): ShiftTables {
  const key = lockingShift * 256 + singleShift;
  const known = tablesMade.get(key);
  if (known !== undefined) return known;
  const locking = unitsOrError('locking', lockingShift);
  const single = unitsOrError('singleShift', singleShift);
  const tables = { codes: codesOf(locking, single), locking, single };
  tablesMade.set(key, tables);
  return tables;
}

/**
 * The tables in force under the given language elements.
 * @throws MmsError `sms/language`
 */
export function shiftTables(language: NationalLanguage | undefined): ShiftTables {
  if (language !== undefined)
    requireObject(language, 'tables such as { singleShift: 1 }', 'nationalLanguage');
  return tablesOf(language?.lockingShift ?? 0, language?.singleShift ?? 0);
}

/** The tables that a received header asks for; an identifier that we do not know leaves the default table in force. */
export function shiftTablesOrDefault({ singleShift = 0, lockingShift = 0 }: NationalLanguage): ShiftTables {
  return tablesOf(
    unitsOf('locking', lockingShift) === undefined ? 0 : lockingShift,
    unitsOf('singleShift', singleShift) === undefined ? 0 : singleShift,
  );
}

/** True when the tables have the UTF-16 unit. */
export function hasUnit({ codes }: ShiftTables, unit: number): boolean {
  return unit < codes.length && codes[unit] !== MISSING;
}
