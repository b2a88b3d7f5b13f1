import { MmsError } from '../errors.ts';
import { checkSize } from './size.ts';

/**
 * A one-bit picture as plain data, the same as its JSON form: `height` rows of `width` characters from the top, each
 * `#` (black) or `.` (white).
 * @example const cross: Bitmap = { width: 3, height: 3, rows: ['#.#', '.#.', '#.#'] };
 */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly string[];
}

/**
 * The bitmap of rows that all have one length.
 * @throws MmsError `bitmap/rows`, `bitmap/size` when there is no pixel
 */
export function bitmapOfRows(rows: readonly string[]): Bitmap {
  const bitmap = { width: rows[0]?.length ?? 0, height: rows.length, rows };
  checkBitmap(bitmap);
  return bitmap;
}

/**
 * Makes sure that a value, perhaps read from JSON, is a {@link Bitmap}.
 * @throws MmsError `bitmap/rows` with the path of the row at fault, `bitmap/size` for no pixel at all
 */
export function checkBitmap(value: unknown): asserts value is Bitmap {
  checkShape(value);
  value.rows.forEach((row, y) => {
    const x = row.search(/[^#.]/);
    if (x < 0) return;
    const message = `expected # or . at column ${x + 1} of row ${y + 1}, found ${JSON.stringify(row[x])}`;
    throw new MmsError('bitmap/rows', message, { path: `rows[${y}]` });
  });
}

/** The part of {@link checkBitmap} that does not look at the pixels, for a loop that meets each of them anyway. */
export function checkShape(value: unknown): asserts value is Bitmap {
  const { width, height, rows } = Object(value) as { width?: unknown; height?: unknown; rows?: unknown };
  if (!Array.isArray(rows)) {
    throw new MmsError('bitmap/rows', 'expected a bitmap { width, height, rows }, found no rows', {
      path: 'rows',
      hint: 'give one text of # and . for each row',
    });
  }
  const size = { width, height };
  checkSize(size);
  if (rows.length !== size.height) {
    throw new MmsError('bitmap/rows', `expected ${size.height} rows, found ${rows.length}`, { path: 'rows' });
  }
  for (let y = 0; y < rows.length; y++) checkRow(rows[y], size.width, y);
}

function checkRow(row: unknown, width: number, y: number): void {
  if (typeof row === 'string' && row.length === width) return;
  const found = typeof row === 'string' ? `${row.length}` : `a ${typeof row}`;
  throw new MmsError('bitmap/rows', `expected ${width} characters in row ${y + 1}, found ${found}`, {
    path: `rows[${y}]`,
  });
}

/** Black becomes white and white black. */
export function invertBitmap(bitmap: Bitmap): Bitmap {
  checkBitmap(bitmap);
  const swap = (row: string): string => row.replaceAll('#', ' ').replaceAll('.', '#').replaceAll(' ', '.');
  return { ...bitmap, rows: bitmap.rows.map(swap) };
}
