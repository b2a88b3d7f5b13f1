import { octetAt } from '../bytes/index.ts';
import type { GreyPicture } from './pixels.ts';

/**
 * How grey becomes black and white: `none` by one threshold, `floyd-steinberg` by passing each pixel's error on,
 * `ordered` by an 8x8 pattern of thresholds.
 */
export type Dither = 'none' | 'floyd-steinberg' | 'ordered';

/** The rows of a grey picture in black and white. `threshold` is the darkest white of `none`, 1 to 255. */
export function ditherRows(picture: GreyPicture, dither: Dither, threshold: number): string[] {
  switch (dither) {
    case 'none':
      return rowsOf(picture, level => level >= threshold);
    case 'floyd-steinberg':
      return floydSteinberg(picture);
    case 'ordered':
      return rowsOf(picture, isWhiteInPattern);
  }
}

type IsWhite = (level: number, x: number, y: number) => boolean;

function rowsOf({ width, height, levels }: GreyPicture, isWhite: IsWhite): string[] {
  return Array.from({ length: height }, (_, y) => {
    let row = '';
    for (let x = 0; x < width; x++) row += isWhite(octetAt(levels, y * width + x), x, y) ? '.' : '#';
    return row;
  });
}

/** The dispersed 8x8 map `o8x8` of ImageMagick (a Bayer matrix): the 65ths of white from which a place is white. */
const PATTERN = Uint8Array.from(
  [
    [1, 49, 13, 61, 4, 52, 16, 64],
    [33, 17, 45, 29, 36, 20, 48, 32],
    [9, 57, 5, 53, 12, 60, 8, 56],
    [41, 25, 37, 21, 44, 28, 40, 24],
    [3, 51, 15, 63, 2, 50, 14, 62],
    [35, 19, 47, 31, 34, 18, 46, 30],
    [11, 59, 7, 55, 10, 58, 6, 54],
    [43, 27, 39, 23, 42, 26, 38, 22],
  ].flat(),
);

const isWhiteInPattern: IsWhite = (level, x, y) =>
  level * 65 >= octetAt(PATTERN, (y & 7) * 8 + (x & 7)) * 255;

/**
 * Floyd and Steinberg 1976: 7/16 of the error go right, 3/16, 5/16 and 1/16 below. Rows run left to right in whole
 * numbers as in Pillow, so both give the same pixels.
 */
function floydSteinberg({ width, height, levels }: GreyPicture): string[] {
  const sixteenths = new Int32Array(width + 2);
  return Array.from({ length: height }, (_, y) => {
    let row = '';
    let fromLeft = 0;
    let belowLeft = 0;
    let below = 0;
    for (let x = 0; x < width; x++) {
      const passedOn = Math.trunc((fromLeft + (sixteenths[x + 1] ?? 0)) / 16);
      const level = Math.min(255, Math.max(0, octetAt(levels, y * width + x) + passedOn));
      const error = level > 128 ? level - 255 : level;
      row += level > 128 ? '.' : '#';
      sixteenths[x] = belowLeft + 3 * error;
      belowLeft = below + 5 * error;
      below = error;
      fromLeft = 7 * error;
    }
    sixteenths[width] = belowLeft;
    return row;
  });
}
