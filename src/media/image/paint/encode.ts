import { MmsError } from '../../../errors.ts';
import { LIMITS } from '../../../limits.ts';
import { imageBackend } from '../load-backend.ts';
import type { DecodedImage } from '../read/decode.ts';

/**
 * A picture as PNG in true colour.
 * @throws MmsError `media/no-image-library`
 */
export async function encodePicture({ width, height, rgba }: DecodedImage): Promise<Uint8Array> {
  const backend = await imageBackend();
  const image = { width, height, channels: 4, data: rgba, frames: 1, delaysMs: [], loop: 0 } as const;
  return backend.encodePng(image, undefined);
}

/** A picture of an animation and how long it stands. */
export interface AnimationFrame {
  readonly picture: DecodedImage;
  readonly durationMs: number;
}

/** What an animation is written as. */
export type AnimationFormat = 'gif' | 'webp';

/**
 * Pictures of one size as an animation that plays for ever. A GIF has 256 colours and tells times in hundredths of a
 * second, WebP loses nothing.
 * @throws MmsError `media/too-many-pixels` for all of them together, `media/no-image-library`
 */
export async function encodeAnimation(
  frames: readonly AnimationFrame[],
  format: AnimationFormat = 'gif',
): Promise<Uint8Array> {
  const { width = 0, height = 0 } = frames[0]?.picture ?? {};
  const pixels = width * height * frames.length;
  if (pixels > LIMITS.maxImagePixels) {
    throw new MmsError(
      'media/too-many-pixels',
      `expected at most ${LIMITS.maxImagePixels} pixels, found ${frames.length} pictures of ${width}x${height}`,
    );
  }
  const data = new Uint8Array(pixels * 4);
  frames.forEach(({ picture }, index) => {
    data.set(picture.rgba, index * width * height * 4);
  });
  const delaysMs = frames.map(({ durationMs }) => durationMs);
  const image = { width, height, channels: 4, data, frames: frames.length, delaysMs, loop: 0 } as const;
  const backend = await imageBackend();
  return format === 'webp' ? backend.encodeWebp(image) : backend.encodeGif(image, 256);
}
