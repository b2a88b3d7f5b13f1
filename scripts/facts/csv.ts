import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A row of a table of facts by its column names. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

const DATA = resolve(import.meta.dirname, '../../data');

/**
 * The rows of a file in `data/` (RFC 4180, the first line has the column names).
 * @throws Error when a column is missing or a row has too many or too few cells
 */
export function readTable<Column extends string>(name: string, columns: readonly Column[]): Row<Column>[] {
  const [header = [], ...rows] = parseCsv(readFileSync(resolve(DATA, name), 'utf8'));
  const positions = columns.map(column => [column, header.indexOf(column)] as const);
  const missing = positions.find(([, at]) => at < 0);
  if (missing !== undefined) throw new Error(`${name} has no column ${missing[0]}`);
  return rows.map((cells, index) => {
    if (cells.length !== header.length)
      throw new Error(`${name}: row ${index + 2} has ${cells.length} cells`);
    return Object.fromEntries(positions.map(([column, at]) => [column, cells[at] ?? ''])) as Row<Column>;
  });
}

/** The cells of each line; a quoted cell may hold commas, doubled quotes and line breaks. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, separator = '', quoted, plain = ''] of text.matchAll(
    /(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g,
  )) {
    if (separator !== ',' && separator !== '') rows.push([]);
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  }
  const last = rows.at(-1);
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
}
