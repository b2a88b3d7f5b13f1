import { readUnits } from './shift-tables.ts';
import { LANGUAGES } from './tables/languages.ts';

/** The two tables of a language. */
export type ShiftKind = 'locking' | 'singleShift';

const unitsMade = new Map<string, Uint16Array>();

/** UTF-16 units by septet in one table, 0 where there is none; `undefined` when there is no such table. */
export function unitsOf(kind: ShiftKind, id: number): Uint16Array | undefined {
  const key = `${kind}${id}`;
  const known = unitsMade.get(key);
  if (known !== undefined) return known;
  const row = LANGUAGES.find(language => language.id === id);
  const text = row?.[kind];
  if (row === undefined || text === undefined) return undefined;
  const units = readUnits(text, row);
  unitsMade.set(key, units);
  return units;
}
