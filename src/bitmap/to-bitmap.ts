import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { type Bitmap, invertBitmap } from './bitmap.ts';
import { type Dither, ditherRows } from './dither.ts';
import { type Fit, fitPicture } from './fit.ts';
import { type Pixels, toGrey } from './pixels.ts';
import { checkPixels, checkToBitmapOptions } from './shapes.ts';
import { checkSize } from './size.ts';

/** How {@link toBitmap} makes black and white of colours. */
export interface ToBitmapOptions {
  /** Size of the bitmap in pixels; one alone keeps the proportions, none keeps the picture's size. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly fit?: Fit | undefined;
  readonly dither?: Dither | undefined;
  /** The darkest grey level that becomes white without dither, 1 to 255. */
  readonly threshold?: number | undefined;
  /** Swap black and white at the end. */
  readonly invert?: boolean | undefined;
}

/** What {@link toBitmap} does unless told otherwise. */
const TO_BITMAP_DEFAULTS = {
  fit: 'contain',
  dither: 'floyd-steinberg',
  threshold: 128,
  invert: false,
} as const satisfies ToBitmapOptions;

const LARGEST_SIDE = 0xffff;

/**
 * A one-bit picture of a picture in colour, such as `decodeImage` or a canvas's `getImageData` gives: made grey, fitted
 * to the size asked for, then dithered. A picture that is black and white already and keeps its size is not changed.
 * @throws MmsError `bitmap/size` for a side outside 1 to 65535, `bitmap/too-large`, `bitmap/threshold`, `bytes/value-type`
 * @example toBitmap(await decodeImage(png), { width: 72, height: 28 })
 */
export function toBitmap(pixels: Pixels, options: ToBitmapOptions = {}): Bitmap {
  checkPixels(pixels);
  checkToBitmapOptions(options);
  const { fit, dither, threshold, invert } = TO_BITMAP_DEFAULTS;
  const darkestWhite = options.threshold ?? threshold;
  if (!(darkestWhite >= 1 && darkestWhite <= 255)) {
    throw new MmsError('bitmap/threshold', `expected a threshold from 1 to 255, found ${darkestWhite}`);
  }
  const size = sizeOf(pixels, options);
  const grey = fitPicture(toGrey(pixels), size, options.fit ?? fit);
  const bitmap = { ...size, rows: ditherRows(grey, options.dither ?? dither, darkestWhite) };
  return (options.invert ?? invert) ? invertBitmap(bitmap) : bitmap;
}

function sizeOf(pixels: Pixels, options: ToBitmapOptions): { width: number; height: number } {
  checkSize(pixels);
  const { width, height } = options;
  const proportional = (side: number, of: number, other: number) =>
    Math.max(1, Math.round((other * side) / of));
  const size = {
    width: width ?? (height === undefined ? pixels.width : proportional(height, pixels.height, pixels.width)),
    height:
      height ?? (width === undefined ? pixels.height : proportional(width, pixels.width, pixels.height)),
  };
  checkSize(size, LARGEST_SIDE);
  if (size.width * size.height > LIMITS.maxBitmapPixels) {
    throw new MmsError(
      'bitmap/too-large',
      `expected at most ${LIMITS.maxBitmapPixels} pixels, found ${size.width}x${size.height}`,
    );
  }
  return size;
}
