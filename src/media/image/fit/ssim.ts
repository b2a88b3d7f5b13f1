import type { PixelSize } from '../read/image-info.ts';

/** Windows of 8 by 8 pixels, one every 4 pixels either way: sums are taken over the blocks that they share. */
const BLOCK = 4;
const WINDOW_PIXELS = (2 * BLOCK) ** 2;

/** Keep the quotient from trembling where there is next to no light or contrast (K1 0.01, K2 0.03, 255 levels). */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Numbers of a block: sums of each picture, of both squared, of one times the other. */
const SUMS = 4;

/**
 * How alike two grey pictures of one size look: the mean structural similarity of Wang, Bovik, Sheikh and Simoncelli
 * (2004) over square windows, 1 for equal ones. A picture of less than 8 pixels either way is one window.
 * @param a one octet a pixel, rows from the top
 */
export function ssim(a: Uint8Array, b: Uint8Array, { width, height }: PixelSize): number {
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  if (columns < 2 || rows < 2) return similarityOfAll(a, b);
  let above = blockRow(a, b, width, 0);
  let total = 0;
  for (let row = 1; row < rows; row++) {
    const below = blockRow(a, b, width, row);
    total += similarityOfRow(above, below);
    above = below;
  }
  return total / ((columns - 1) * (rows - 1));
}

/** Of all windows together of a row of blocks and the one below it. */
function similarityOfRow(above: Float64Array, below: Float64Array): number {
  const sum = (at: number): number =>
    sumAt(above, at) + sumAt(above, at + SUMS) + sumAt(below, at) + sumAt(below, at + SUMS);
  let total = 0;
  for (let at = 0; at < above.length - SUMS; at += SUMS)
    total += similarity(sum(at), sum(at + 1), sum(at + 2), sum(at + 3), WINDOW_PIXELS);
  return total;
}

function sumAt(row: Float64Array, at: number): number {
  return row[at] ?? 0;
}

/** The sums of a row of blocks. */
function blockRow(a: Uint8Array, b: Uint8Array, width: number, row: number): Float64Array {
  const columns = Math.floor(width / BLOCK);
  const sums = new Float64Array(columns * SUMS);
  for (let column = 0; column < columns; column++) {
    let [left, right, squares, products] = [0, 0, 0, 0];
    for (let y = 0; y < BLOCK; y++) {
      const first = (row * BLOCK + y) * width + column * BLOCK;
      for (let at = first; at < first + BLOCK; at++) {
        const p = a[at] ?? 0;
        const q = b[at] ?? 0;
        left += p;
        right += q;
        squares += p * p + q * q;
        products += p * q;
      }
    }
    const at = column * SUMS;
    sums[at] = left;
    sums[at + 1] = right;
    sums[at + 2] = squares;
    sums[at + 3] = products;
  }
  return sums;
}

/** Of a small picture as one window. */
function similarityOfAll(a: Uint8Array, b: Uint8Array): number {
  let [left, right, squares, products] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const p = a[i] ?? 0;
    const q = b[i] ?? 0;
    left += p;
    right += q;
    squares += p * p + q * q;
    products += p * q;
  }
  return similarity(left, right, squares, products, a.length);
}

function similarity(a: number, b: number, squares: number, products: number, pixels: number): number {
  const means = a * b;
  const meanSquares = a * a + b * b;
  const samples = Math.max(pixels - 1, 1) * pixels;
  const covariance = (products * pixels - means) / samples;
  const variances = (squares * pixels - meanSquares) / samples;
  const area = pixels * pixels;
  return (((2 * means) / area + C1) * (2 * covariance + C2)) / ((meanSquares / area + C1) * (variances + C2));
}
