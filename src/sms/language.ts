import { requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type ShiftKind, unitsOf } from './language-units.ts';
import { defaultTables, type ShiftTables, tablesFrom } from './shift-tables.ts';
import { LANGUAGES } from './tables/languages.ts';

/** National language tables by identifier 1-13 (3GPP TS 23.038 6.2.1.2.4); without one, the default table holds. */
export interface NationalLanguage {
  /** Replaces the extension table. */
  readonly singleShift?: number | undefined;
  /** Replaces the default table. */
  readonly lockingShift?: number | undefined;
}

/** Identifiers of the languages with a single shift table. */
export const SINGLE_SHIFT_LANGUAGES: readonly number[] = /* @__PURE__ */ LANGUAGES.flatMap(({ id }) =>
  id > 0 ? [id] : [],
);
/** Identifiers of the languages with a locking shift table. */
export const LOCKING_LANGUAGES: readonly number[] = /* @__PURE__ */ LANGUAGES.flatMap(({ id, locking }) =>
  id > 0 && locking !== undefined ? [id] : [],
);

function unitsOrError(kind: ShiftKind, id: number): Uint16Array {
  const found = unitsOf(kind, id);
  if (found !== undefined) return found;
  const name = kind === 'locking' ? 'locking shift' : 'single shift';
  throw new MmsError('sms/language', `there is no ${name} table ${id}`, { path: 'nationalLanguage' });
}

const tablesMade = new Map<number, ShiftTables>();

function tablesOf(lockingShift: number, singleShift: number): ShiftTables {
  if (lockingShift === 0 && singleShift === 0) return defaultTables();
  const key = lockingShift * 256 + singleShift;
  const known = tablesMade.get(key);
  if (known !== undefined) return known;
  const locking = unitsOrError('locking', lockingShift);
  const single = unitsOrError('singleShift', singleShift);
  const tables = tablesFrom(locking, single);
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
