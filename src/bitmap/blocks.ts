import { type Bitmap, checkBitmap } from './bitmap.ts';

/** A character for two pixels above each other: the upper one is the high bit, 1 is black. */
const HALVES = [' ', '\u2584', '\u2580', '\u2588'] as const;

/**
 * A bitmap in block characters for a terminal, two rows of pixels in each line, one column a pixel. Black pixels are
 * written, white ones left blank: on a dark terminal it looks like the negative, see `invertBitmap`.
 */
export function formatBlocks(bitmap: Bitmap): string {
  checkBitmap(bitmap);
  const { rows } = bitmap;
  const lines = rows.map((row, y) => (y % 2 === 0 ? `${formatLine(row, rows[y + 1] ?? '')}\n` : ''));
  return lines.join('');
}

function formatLine(upper: string, lower: string): string {
  let line = '';
  for (let x = 0; x < upper.length; x++) {
    line += HALVES[(upper[x] === '#' ? 2 : 0) + (lower[x] === '#' ? 1 : 0)];
  }
  return line;
}
