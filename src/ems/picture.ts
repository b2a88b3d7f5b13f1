import {
  type Bitmap,
  checkBitmap,
  checkPixels,
  type Pixels,
  type ToBitmapOptions,
  toBitmap,
} from '../bitmap/index.ts';
import { requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { EmsItem, EmsPicture } from './items.ts';
import { MAX_BITMAP_OCTETS, SQUARES } from './tables.ts';

/** How {@link emsPicture} fits a picture. */
export interface EmsPictureOptions extends Pick<ToBitmapOptions, 'fit' | 'dither' | 'threshold' | 'invert'> {
  /** 16x16, 32x32, or the largest size of the picture's proportions that one element holds. Default `variable`. */
  readonly form?: 'small' | 'large' | 'variable' | undefined;
}

const [SMALL, LARGE] = SQUARES.picture;
const MAX_PIXELS = MAX_BITMAP_OCTETS * 8;

/**
 * A picture of any size as one element: fitted to black and white pixels.
 * @throws MmsError as `toBitmap`
 * @example emsPicture(await decodeImage(png), { form: 'large' })
 */
export function emsPicture(pixels: Pixels, options: EmsPictureOptions = {}): EmsPicture {
  checkPixels(pixels);
  const { form = 'variable', ...rest } = requireObject(options, 'options such as { form }', 'options');
  const size =
    form === 'variable' ? variableSize(pixels) : squareSize(form === 'small' ? SMALL.side : LARGE.side);
  const { rows } = toBitmap(pixels, { ...rest, ...size });
  return form === 'variable' ? { type: 'picture', rows, form } : { type: 'picture', rows };
}

function squareSize(side: number): { width: number; height: number } {
  return { width: side, height: side };
}

/** The size in which the picture is largest, but not larger than it is; of several the narrowest. */
function variableSize({ width, height }: Pixels): { width: number; height: number } {
  const sizes = Array.from({ length: MAX_BITMAP_OCTETS }, (_, i) => {
    const columns = (i + 1) * 8;
    const wanted = Math.ceil(height * Math.min(1, columns / width));
    const rows = Math.min(wanted, Math.floor(MAX_PIXELS / columns));
    return { width: columns, height: rows, scale: Math.min(1, columns / width, rows / height) };
  });
  const { scale: _, ...size } = sizes.reduce((best, next) => (next.scale > best.scale ? next : best));
  return size;
}

/**
 * A bitmap too large for one element as pictures that stand side by side, under a user prompt. White columns are added
 * up to a multiple of 8.
 * @throws MmsError `ems/picture-size` above 128 rows, `bitmap/rows`, `bitmap/size`
 * @example picturesSideBySide(toBitmap(await decodeImage(png), { width: 96, height: 64 }))
 */
export function picturesSideBySide(bitmap: Bitmap): EmsItem[] {
  checkBitmap(bitmap);
  const { width, height } = bitmap;
  const columns = Math.floor(MAX_BITMAP_OCTETS / height) * 8;
  if (columns === 0) {
    const message = `expected at most ${MAX_BITMAP_OCTETS} rows, found ${height}`;
    throw new MmsError('ems/picture-size', message, { path: 'height' });
  }
  const rows = bitmap.rows.map(row => row.padEnd(Math.ceil(width / 8) * 8, '.'));
  const pictures = Array.from({ length: Math.ceil(width / columns) }, (_, i): EmsPicture => {
    const strip = rows.map(row => row.slice(i * columns, (i + 1) * columns));
    return { type: 'picture', rows: strip, form: 'variable' };
  });
  return pictures.length === 1 ? pictures : [{ type: 'userPrompt', objects: pictures.length }, ...pictures];
}
