import { MmsError } from '../../../errors.ts';
import { type Limits, resolveLimits } from '../../../limits.ts';
import { checkPicture } from '../../shapes.ts';
import { sniffMedia } from '../../sniff.ts';
import type { ImageInfo } from './image-info.ts';
import { probeImage } from './probe.ts';

/** Bounds on a picture before it is decoded. */
export interface ImageLimitOptions {
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * The facts of a picture that is safe to decode: of a format that is read, and by its headers within `maxImageSide`,
 * `maxImagePixels`, `maxImagePixelsPerByte` and `maxImageFrames`.
 * @throws MmsError `media/not-a-picture`, `media/too-many-pixels`, `media/too-many-frames`
 */
export async function checkImage(data: Uint8Array, options: ImageLimitOptions = {}): Promise<ImageInfo> {
  checkPicture(data);
  const info = probeImage(data);
  if (info === undefined) throw await notAPicture(data);
  refuseTooLarge(info, data.length, resolveLimits(options.limits));
  return info;
}

/** @throws MmsError `media/too-many-pixels`, `media/too-many-frames` */
function refuseTooLarge(info: ImageInfo, bytes: number, limits: Limits): void {
  const { maxImageFrames, maxImageSide, maxImagePixels, maxImagePixelsPerByte, imageRatioFreePixels } =
    limits;
  const { width, height, frames } = info;
  if (info.frames > maxImageFrames) {
    throw new MmsError(
      'media/too-many-frames',
      `expected at most ${maxImageFrames} frames, found ${info.frames}`,
    );
  }
  const size = `${width}x${height}${frames > 1 ? `, ${frames} times` : ''}`;
  if (Math.max(width, height) > maxImageSide) {
    throw tooManyPixels(`expected at most ${maxImageSide} pixels a side, found ${size}`);
  }
  const pixels = width * height * frames;
  if (pixels > maxImagePixels)
    throw tooManyPixels(`expected at most ${maxImagePixels} pixels, found ${size}`);
  if (pixels > imageRatioFreePixels && pixels > bytes * maxImagePixelsPerByte) {
    throw tooManyPixels(
      `expected at most ${maxImagePixelsPerByte} pixels an octet, found ${size} in ${bytes} octets`,
    );
  }
}

function tooManyPixels(message: string): MmsError {
  return new MmsError('media/too-many-pixels', message);
}

async function notAPicture(data: Uint8Array): Promise<MmsError> {
  const found =
    data.length === 0 ? 'nothing' : ((await sniffMedia(data))?.contentType ?? 'octets of no known type');
  return new MmsError('media/not-a-picture', `expected a picture, found ${found}`, {
    hint: 'JPEG, PNG, GIF, WebP, AVIF, BMP and WBMP are read',
  });
}
