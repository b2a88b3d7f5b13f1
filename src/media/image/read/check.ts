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
 * The facts of a picture that is safe to decode: of a format that is read, and within `maxImagePixels` (all frames
 * together) and `maxImageFrames`, by its headers.
 * @throws MmsError `media/not-a-picture`, `media/too-many-pixels`, `media/too-many-frames`
 */
export async function checkImage(data: Uint8Array, options: ImageLimitOptions = {}): Promise<ImageInfo> {
  checkPicture(data);
  const info = probeImage(data);
  if (info === undefined) throw await notAPicture(data);
  const { maxImagePixels, maxImageFrames } = resolveLimits(options.limits);
  if (info.frames > maxImageFrames) {
    throw new MmsError(
      'media/too-many-frames',
      `expected at most ${maxImageFrames} frames, found ${info.frames}`,
    );
  }
  if (info.width * info.height * info.frames > maxImagePixels) {
    const size = `${info.width}x${info.height}${info.frames > 1 ? `, ${info.frames} times` : ''}`;
    throw new MmsError('media/too-many-pixels', `expected at most ${maxImagePixels} pixels, found ${size}`);
  }
  return info;
}

async function notAPicture(data: Uint8Array): Promise<MmsError> {
  const found =
    data.length === 0 ? 'nothing' : ((await sniffMedia(data))?.contentType ?? 'octets of no known type');
  return new MmsError('media/not-a-picture', `expected a picture, found ${found}`, {
    hint: 'JPEG, PNG, GIF, WebP, AVIF, BMP and WBMP are read',
  });
}
