import { decodeWbmp, type Pixels, toPixels } from '../../../bitmap/index.ts';
import { MmsError } from '../../../errors.ts';
import { resolveLimits } from '../../../limits.ts';
import { type DecodeOptions, imageBackend, type RawImage } from '../backend.ts';
import { decodeBmp } from './bmp.ts';
import { checkImage, type ImageLimitOptions } from './check.ts';
import type { ImageInfo } from './image-info.ts';
import { toRgba } from './raw.ts';

/** A decoded picture, upright, in sRGB. */
export interface DecodedImage extends Pixels {
  /** Red, green, blue and alpha (0 transparent) of each pixel, rows from the top. */
  readonly rgba: Uint8Array;
}

/**
 * Decodes a JPEG, PNG, GIF, WebP, AVIF, BMP or WBMP to its pixels: upright, in sRGB, the first frame of an animation.
 * BMP and WBMP are read by our own decoders, the others need sharp.
 * @throws MmsError `media/not-a-picture` also for damaged ones, `media/too-many-pixels`, `media/too-many-frames`,
 * `media/no-image-library`
 * @example const { width, height, rgba } = await decodeImage(await readFile('photo.jpg'));
 */
export async function decodeImage(bytes: Uint8Array, options: ImageLimitOptions = {}): Promise<DecodedImage> {
  const info = await checkImage(bytes, options);
  const { maxImagePixels } = resolveLimits(options.limits);
  const { width, height, ...raw } = await decodeRaw(bytes, info, {
    frames: 1,
    maxPixels: maxImagePixels,
    alpha: true,
  });
  const rgba = toRgba({ width, height, ...raw });
  return { width, height, rgba };
}

/** Decodes a picture that {@link checkImage} has passed; BMP and WBMP come in their own size. */
export async function decodeRaw(
  bytes: Uint8Array,
  info: ImageInfo,
  options: DecodeOptions,
): Promise<RawImage> {
  if (info.format === 'bmp') return ofPixels(decodeBmp(bytes));
  if (info.format === 'wbmp') return ofPixels(toPixels(decodeWbmp(bytes)));
  const backend = await imageBackend();
  try {
    return await backend.decode(bytes, options);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    throw new MmsError('media/not-a-picture', `the ${info.format.toUpperCase()} is damaged: ${reason}`, {
      cause,
    });
  }
}

function ofPixels({ width, height, rgba }: Pixels): RawImage {
  const data = new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length);
  return { width, height, channels: 4, data, frames: 1, delaysMs: [], loop: 0 };
}
