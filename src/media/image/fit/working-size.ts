import { type Limits, resolveLimits } from '../../../limits.ts';
import type { ImageLimitOptions } from '../read/check.ts';
import { type ImageInfo, type PixelSize, shownSize } from '../read/image-info.ts';
import { decodingBytes, type FittingNeed, fittingNeedOf, mostFittingPixels } from '../read/memory.ts';
import { type ImageConstraints, type ResolvedImageConstraints, resolveConstraints } from './constraints.ts';

/** A JPEG seldom has less than 0.3 bits a pixel: more pixels than this for each octet could not be kept anyway. */
const PIXELS_PER_OCTET = 27;

/** How a picture is fitted. */
export interface FitImageOptions extends ImageLimitOptions {
  /**
   * Octets that the picture is going to have, about, where they are fewer than `maxBytes`: it is decoded to no more
   * pixels than they can hold.
   */
  readonly shareBytes?: number | undefined;
  /**
   * Runs what decodes the picture, for callers that fit several at once and let them wait for each other's memory; at
   * once by default.
   */
  readonly decodeInTurn?: (<T>(decode: () => Promise<T>) => Promise<T>) | undefined;
}

/** The frames that are decoded: all of an animation where it can be kept. */
export function decodedFrames(
  { format, frames }: ImageInfo,
  { animation, formats }: ResolvedImageConstraints,
): number {
  const animates = format === 'gif' || format === 'webp';
  return animates && animation && formats.includes('gif') ? frames : 1;
}

/**
 * A box around the largest size worth decoding to: what the receiver shows, what the octets that the picture is going to
 * have can hold, what the memory allows.
 * @param bytes octets of the picture that came in: a plain one holds more pixels in each than any photo
 * @param shareBytes octets that it is going to have
 * @throws MmsError `media/too-many-pixels` when decoding alone takes too much
 */
export function workingSize(
  { info, bytes }: { readonly info: ImageInfo; readonly bytes: number },
  constraints: ResolvedImageConstraints,
  { limits, shareBytes }: { readonly limits: Limits; readonly shareBytes: number },
): PixelSize {
  const { width, height } = shownSize(info);
  const { maxWidth, maxHeight } = constraints;
  const affordable = mostFittingPixels(info, limits) / decodedFrames(info, constraints);
  const density = Math.max(PIXELS_PER_OCTET, (width * height) / bytes);
  const pixels = Math.min(shareBytes * density, affordable);
  const scale = Math.min(Math.sqrt(pixels / (width * height)), 1);
  const side = (length: number, most: number): number =>
    Math.min(most, Math.max(Math.floor(length * scale), 1));
  return { width: side(width, maxWidth), height: side(height, maxHeight) };
}

/**
 * What fitting a picture takes that is going to have so many octets; nothing is decoded. `undefined` for one that is too
 * large to be decoded, and may still go as it is.
 */
export function fittingNeed(
  data: Uint8Array,
  info: ImageInfo,
  constraints: ImageConstraints,
  options: FitImageOptions,
): FittingNeed | undefined {
  const resolved = resolveConstraints(constraints);
  const { shareBytes = resolved.maxBytes } = options;
  const limits = resolveLimits(options.limits);
  if (decodingBytes(info) >= limits.maxImageMemoryBytes) return undefined;
  const { width, height } = workingSize({ info, bytes: data.length }, resolved, { limits, shareBytes });
  return fittingNeedOf(info, width * height * decodedFrames(info, resolved));
}
