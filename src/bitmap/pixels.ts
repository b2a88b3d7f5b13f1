import { octetAt } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Bitmap, checkBitmap } from './bitmap.ts';

/** A picture in colour: `width * height` pixels of four octets, red, green, blue and alpha, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** A picture in grey: one octet a pixel, 0 black to 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/**
 * Grey levels by the luma weights of ITU-R BT.601, in the 16-bit fixed point that Pillow uses; what is transparent
 * lies on white.
 * @throws MmsError `bytes/value-type` when `rgba` is not four octets a pixel
 */
export function toGrey({ width, height, rgba }: Pixels): GreyPicture {
  if (rgba.length !== width * height * 4) {
    const message = `expected ${width * height * 4} octets of rgba, found ${rgba.length}`;
    throw new MmsError('bytes/value-type', message, { path: 'pixels.rgba' });
  }
  const levels = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < levels.length; i++, at += 4) {
    const luma =
      (19595 * octetAt(rgba, at) + 38470 * octetAt(rgba, at + 1) + 7471 * octetAt(rgba, at + 2) + 0x8000) >>
      16;
    const alpha = octetAt(rgba, at + 3);
    levels[i] = alpha === 255 ? luma : Math.round(255 + ((luma - 255) * alpha) / 255);
  }
  return { width, height, levels };
}

/** A bitmap as an opaque picture in colour, for programs that show or convert pictures. */
export function toPixels(bitmap: Bitmap): Pixels {
  checkBitmap(bitmap);
  const { width, height, rows } = bitmap;
  const rgba = new Uint8Array(width * height * 4).fill(0xff);
  rows.forEach((row, y) => {
    for (let x = row.indexOf('#'); x >= 0; x = row.indexOf('#', x + 1)) {
      rgba.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  });
  return { width, height, rgba };
}
