import { decodeWbmp, type Pixels, toPixels } from '../../../bitmap/index.ts';
import { requireObject } from '../../../bytes/index.ts';
import { MmsError } from '../../../errors.ts';
import { resolveLimits } from '../../../limits.ts';
import type { DecodeOptions, RawImage } from '../backend.ts';
import { imageBackend } from '../load-backend.ts';
import { decodeBmp } from './bmp.ts';
import { checkImage, type ImageLimitOptions } from './check.ts';
import { type ImageInfo, type PixelSize, shownSize } from './image-info.ts';
import { refuseToDecode } from './memory.ts';
import { toRgba } from './raw.ts';

/** A decoded picture, upright, in sRGB. */
export interface DecodedImage extends Pixels {
  /** Red, green, blue and alpha (0 transparent) of each pixel, rows from the top. */
  readonly rgba: Uint8Array;
}

/** How {@link decodeImage} reads. */
export interface DecodeImageOptions extends ImageLimitOptions {
  /** A picture that is larger is decoded smaller, to fit inside; that takes less memory than all of it. */
  readonly within?: PixelSize | undefined;
}

/**
 * Decodes a JPEG, PNG, GIF, WebP, AVIF, BMP or WBMP to its pixels: upright, in sRGB, the first frame of an animation.
 * BMP and WBMP are read by our own decoders, the others need sharp.
 * @throws MmsError `media/not-a-picture` also for damaged ones, `media/too-many-pixels`, `media/too-many-frames`,
 * `media/no-image-library`
 * @example const { width, height, rgba } = await decodeImage(await readFile('photo.jpg'));
 */
export async function decodeImage(
  bytes: Uint8Array,
  options: DecodeImageOptions = {},
): Promise<DecodedImage> {
  requireObject(options, 'options such as { limits }', 'options');
  const info = await checkImage(bytes, options);
  const limits = resolveLimits(options.limits);
  const box = options.within;
  const scale = box === undefined ? 1 : scaleInto(info, box);
  refuseToDecode(info, info.width * info.height * scale ** 2, limits);
  const raw = await decodeRaw(bytes, info, {
    frames: 1,
    box: scale < 1 ? box : undefined,
    maxPixels: limits.maxImagePixels,
    alpha: true,
  });
  const { width, height } = raw;
  const rgba = toRgba(raw);
  return { width, height, rgba };
}

/** At most 1: a picture is not enlarged. */
function scaleInto(info: ImageInfo, box: PixelSize): number {
  const { width, height } = shownSize(info);
  return Math.min(box.width / width, box.height / height, 1);
}

/** Decodes a picture that {@link checkImage} has passed; it is shrunk into the box while it is decoded. */
export async function decodeRaw(
  bytes: Uint8Array,
  info: ImageInfo,
  options: DecodeOptions,
): Promise<RawImage> {
  if (info.format === 'bmp') return shrink(ofPixels(decodeBmp(bytes)), info, options);
  if (info.format === 'wbmp') return shrink(ofPixels(toPixels(decodeWbmp(bytes))), info, options);
  const backend = await imageBackend();
  try {
    return await backend.decode(bytes, options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1).join('') : String(cause);
    throw new MmsError('media/not-a-picture', `the ${info.format.toUpperCase()} is damaged: ${reason}`, {
      cause,
    });
  }
}

async function shrink(image: RawImage, info: ImageInfo, { box }: DecodeOptions): Promise<RawImage> {
  const scale = box === undefined ? 1 : scaleInto(info, box);
  if (scale === 1) return image;
  const side = (length: number): number => Math.max(Math.floor(length * scale), 1);
  return (await imageBackend()).resize(image, side(image.width), side(image.height));
}

function ofPixels({ width, height, rgba }: Pixels): RawImage {
  const data = new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length);
  return { width, height, channels: 4, data, frames: 1, delaysMs: [], loop: 0 };
}
