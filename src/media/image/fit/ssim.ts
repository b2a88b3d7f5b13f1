import type { PixelSize } from '../read/image-info.ts';

/** Windows of 8 by 8 pixels, one every 4 pixels either way: sums are taken over the blocks that they share. */
const BLOCK = 4;
const WINDOW_PIXELS = (2 * BLOCK) ** 2;

/** Keep the quotient from trembling where there is next to no light or contrast (K1 0.01, K2 0.03, 255 levels). */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Sums over one block or window: of each picture, of both squared, of one times the other. */
type Sums = readonly [a: number, b: number, squares: number, products: number];

/**
 * How alike two grey pictures of one size look: the mean structural similarity of Wang, Bovik, Sheikh and Simoncelli
 * (2004) over square windows, 1 for equal ones. A picture of less than 8 pixels either way is one window.
 * @param a one octet a pixel, rows from the top
 */
export function ssim(a: Uint8Array, b: Uint8Array, { width, height }: PixelSize): number {
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  if (columns < 2 || rows < 2) return similarity(sumsOf(a, b, a.length), a.length);
  let above = blockRow(a, b, width, 0);
  let total = 0;
  for (let row = 1; row < rows; row++) {
    const below = blockRow(a, b, width, row);
    for (let at = 0; at < 4 * (columns - 1); at += 4)
      total += similarity(windowAt(above, below, at), WINDOW_PIXELS);
    above = below;
  }
  return total / ((columns - 1) * (rows - 1));
}

/** The sums of a row of blocks, four numbers each. */
function blockRow(a: Uint8Array, b: Uint8Array, width: number, row: number): Float64Array {
  const columns = Math.floor(width / BLOCK);
  const sums = new Float64Array(columns * 4);
  for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
    for (let x = 0; x < columns * BLOCK; x++) {
      const p = a[y * width + x] ?? 0;
      const q = b[y * width + x] ?? 0;
      const at = (x >> 2) * 4;
      sums[at] = (sums[at] ?? 0) + p;
      sums[at + 1] = (sums[at + 1] ?? 0) + q;
      sums[at + 2] = (sums[at + 2] ?? 0) + p * p + q * q;
      sums[at + 3] = (sums[at + 3] ?? 0) + p * q;
    }
  }
  return sums;
}

/** Two blocks of a row and the two below them. */
function windowAt(above: Float64Array, below: Float64Array, at: number): Sums {
  const sum = (i: number): number =>
    (above[at + i] ?? 0) + (above[at + 4 + i] ?? 0) + (below[at + i] ?? 0) + (below[at + 4 + i] ?? 0);
  return [sum(0), sum(1), sum(2), sum(3)];
}

function sumsOf(a: Uint8Array, b: Uint8Array, pixels: number): Sums {
  let [left, right, squares, products] = [0, 0, 0, 0];
  for (let i = 0; i < pixels; i++) {
    const p = a[i] ?? 0;
    const q = b[i] ?? 0;
    left += p;
    right += q;
    squares += p * p + q * q;
    products += p * q;
  }
  return [left, right, squares, products];
}

function similarity([a, b, squares, products]: Sums, pixels: number): number {
  const means = a * b;
  const meanSquares = a * a + b * b;
  const samples = Math.max(pixels - 1, 1) * pixels;
  const covariance = (products * pixels - means) / samples;
  const variances = (squares * pixels - meanSquares) / samples;
  const area = pixels * pixels;
  return (((2 * means) / area + C1) * (2 * covariance + C2)) / ((meanSquares / area + C1) * (variances + C2));
}
