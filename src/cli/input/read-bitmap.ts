import {
  type Bitmap,
  checkBitmap,
  decodeWbmp,
  isWbmp,
  type ToBitmapOptions,
  toBitmap,
  toPixels,
} from '../../bitmap/index.ts';
import { LIMITS } from '../../limits.ts';
import { decodeOtaBitmap, isOtaBitmap } from '../../smart/index.ts';
import type { CliContext } from '../command.ts';
import { readInput } from './files.ts';

/** A size that a picture is made to fit unless another is asked for. */
export interface UsualSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The bitmap of a picture file. A picture in colour is fitted to the size asked for, else to `usual`; a WBMP or an OTA
 * bitmap keeps its pixels unless a size is asked for.
 * @throws MmsError as `decodeImage`, `decodeWbmp`, `decodeOtaBitmap` and `toBitmap`
 */
export async function readBitmap(
  path: string,
  options: ToBitmapOptions,
  usual: UsualSize | undefined,
  context: CliContext,
): Promise<Bitmap> {
  const bytes = await readInput(path, LIMITS.maxAssetBytes, context);
  if (isWbmp(bytes)) return adjustBitmap(decodeWbmp(bytes), options);
  if (isOtaBitmap(bytes)) return adjustBitmap(decodeOtaBitmap(bytes), options);
  const { decodeImage } = await import('../../media/index.ts');
  const isSized = options.width !== undefined || options.height !== undefined;
  return toBitmap(await decodeImage(bytes), isSized ? options : { ...options, ...usual });
}

/**
 * A bitmap, perhaps of JSON, inverted or in another size if that is asked for.
 * @throws MmsError `bitmap/rows`, `bitmap/size`, `bitmap/too-large`
 */
export function adjustBitmap(value: unknown, options: ToBitmapOptions): Bitmap {
  checkBitmap(value);
  const { width, height, rows } = value;
  const bitmap = { width, height, rows };
  const isKept = options.width === undefined && options.height === undefined && options.invert !== true;
  return isKept ? bitmap : toBitmap(toPixels(bitmap), options);
}
