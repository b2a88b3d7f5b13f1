import { MmsError } from '../errors.ts';
import { LANGUAGE_TABLES, type LanguageTable } from './tables/language-tables.ts';

/** Announces that the next septet is of the extension or single shift table. */
export const ESCAPE = 0x1b;
/** In a table of codes: the character is not there. */
export const NONE = 0xff;

/** National language tables by identifier 1-13 (3GPP TS 23.038 6.2.1.2.4); without one, the default table holds. */
export interface NationalLanguage {
  /** Replaces the extension table. */
  readonly singleShift?: number | undefined;
  /** Replaces the default table. */
  readonly lockingShift?: number | undefined;
}

/** One table both ways. */
export interface ShiftTable {
  /** Septet by UTF-16 unit, for all 65536 of them, {@link NONE} where there is none. */
  readonly codes: Uint8Array;
  /** UTF-16 unit by septet, 0 where there is none: no table has U+0000. */
  readonly units: Uint16Array;
}

/** The two tables in force. */
export interface ShiftTables {
  readonly locking: ShiftTable;
  readonly single: ShiftTable;
}

const ROWS: readonly LanguageTable[] = LANGUAGE_TABLES;

/** Identifiers of the languages with a single shift table. */
export const SINGLE_SHIFT_LANGUAGES: readonly number[] = ROWS.map(({ id }) => id).filter(id => id > 0);
/** Identifiers of the languages with a locking shift table. */
export const LOCKING_LANGUAGES: readonly number[] = ROWS.filter(
  ({ id, locking }) => id > 0 && locking !== undefined,
).map(({ id }) => id);

const made = new Map<string, ShiftTable>();

function table(kind: 'locking' | 'singleShift', id: number): ShiftTable | undefined {
  const key = `${kind}${id}`;
  let known = made.get(key);
  if (known === undefined) {
    const row = ROWS.find(language => language.id === id);
    const entries = row?.[kind]?.trim().split(/\s+/);
    if (entries === undefined) return undefined;
    known = shiftTable(entries);
    made.set(key, known);
  }
  return known;
}

/** A character that a table holds twice is written with the lower septet. */
function shiftTable(entries: readonly string[]): ShiftTable {
  const codes = new Uint8Array(0x10000).fill(NONE);
  const units = new Uint16Array(128);
  for (const [index, entry] of entries.entries()) {
    const [septet, unit] = entry.includes(':') ? entry.split(':') : [index.toString(16), entry];
    const code = Number.parseInt(septet ?? '', 16);
    const value = Number.parseInt(unit ?? '', 16);
    if (Number.isNaN(value)) continue;
    units[code] = value;
    if (codes[value] === NONE) codes[value] = code;
  }
  return { codes, units };
}

function tableOrError(kind: 'locking' | 'singleShift', id: number): ShiftTable {
  const found = table(kind, id);
  if (found === undefined) {
    const name = kind === 'locking' ? 'locking shift' : 'single shift';
    throw new MmsError('sms/language', `there is no ${name} table ${id}`, { path: 'nationalLanguage' });
  }
  return found;
}

let defaultTables: ShiftTables | undefined;

/**
 * The tables in force under the given language elements.
 * @throws MmsError `sms/language`
 */
export function shiftTables(language: NationalLanguage | undefined): ShiftTables {
  if (language === undefined) {
    defaultTables ??= { locking: tableOrError('locking', 0), single: tableOrError('singleShift', 0) };
    return defaultTables;
  }
  return {
    locking: tableOrError('locking', language.lockingShift ?? 0),
    single: tableOrError('singleShift', language.singleShift ?? 0),
  };
}

/** The tables that a received header asks for; an identifier that we do not know leaves the default table in force. */
export function shiftTablesOrDefault({ singleShift = 0, lockingShift = 0 }: NationalLanguage): ShiftTables {
  return {
    locking: table('locking', lockingShift) ?? tableOrError('locking', 0),
    single: table('singleShift', singleShift) ?? tableOrError('singleShift', 0),
  };
}
