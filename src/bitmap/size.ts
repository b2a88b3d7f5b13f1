import type { ByteReader } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';

/**
 * Makes sure that a width and a height are whole numbers from 1 to `largest`.
 * @throws MmsError `bitmap/size`
 */
export function checkSize(
  size: { width: unknown; height: unknown },
  largest = 0xffffffff,
): asserts size is { width: number; height: number } {
  for (const name of ['width', 'height'] as const) {
    const side = size[name];
    if (typeof side === 'number' && Number.isInteger(side) && side >= 1 && side <= largest) continue;
    throw new MmsError(
      'bitmap/size',
      `expected a ${name} from 1 to ${largest}, found ${JSON.stringify(side) ?? typeof side}`,
      { path: name },
    );
  }
}

/**
 * Makes sure, before anything is allocated, that a decoded size has pixels and not too many.
 * @throws MmsError `bitmap/size`, `bitmap/too-large`
 */
export function checkDecodedSize(reader: ByteReader, width: number, height: number): void {
  if (width === 0 || height === 0)
    throw reader.error('bitmap/size', `a picture of ${width}x${height} pixels`);
  const { maxBitmapPixels } = reader.limits;
  if (width * height > maxBitmapPixels) {
    const message = `expected at most ${maxBitmapPixels} pixels, found ${width}x${height}`;
    throw reader.error('bitmap/too-large', message);
  }
}
