import { type Limits, resolveLimits } from '../../../limits.ts';
import { type ImageInfo, type PixelSize, shownSize } from '../read/image-info.ts';
import { decodingBytes, fittingBytes, mostFittingPixels } from '../read/memory.ts';
import { type ImageConstraints, type ResolvedImageConstraints, resolveConstraints } from './constraints.ts';

/** A JPEG seldom has less than 0.3 bits a pixel: more pixels than this for each octet could not be kept anyway. */
const PIXELS_PER_OCTET = 27;

/** The frames that are decoded: all of an animation where it can be kept. */
export function decodedFrames(
  { format, frames }: ImageInfo,
  { animation, formats }: ResolvedImageConstraints,
): number {
  const animates = format === 'gif' || format === 'webp';
  return animates && animation && formats.includes('gif') ? frames : 1;
}

/**
 * A box around the largest size worth decoding to: what the receiver shows, what so many octets can hold, what the memory allows.
 * @throws MmsError `media/too-many-pixels` when decoding alone takes too much
 */
export function workingSize(
  info: ImageInfo,
  constraints: ResolvedImageConstraints,
  limits: Limits,
): PixelSize {
  const { width, height } = shownSize(info);
  const { maxWidth, maxHeight, maxBytes } = constraints;
  const affordable = mostFittingPixels(info, limits) / decodedFrames(info, constraints);
  const pixels = Math.min(maxBytes * PIXELS_PER_OCTET, affordable);
  const scale = Math.min(Math.sqrt(pixels / (width * height)), 1);
  const side = (length: number, most: number): number =>
    Math.min(most, Math.max(Math.floor(length * scale), 1));
  return { width: side(width, maxWidth), height: side(height, maxHeight) };
}

/** What fitting a picture takes, were there no bound, in octets. */
export interface FittingNeed {
  /** While it is decoded. */
  readonly decoding: number;
  /** While it is held and encoded. */
  readonly fitting: number;
}

/** What a picture would take that is fitted by itself. */
export function fittingNeed(info: ImageInfo, given: ImageConstraints, own: Partial<Limits>): FittingNeed {
  const constraints = resolveConstraints(given);
  const limits = resolveLimits(own);
  const decoding = decodingBytes(info);
  // It may still go as it is.
  if (decoding >= limits.maxImageMemoryBytes) return { decoding: limits.maxImageMemoryBytes, fitting: 0 };
  const { width, height } = workingSize(info, constraints, limits);
  const pixels = width * height * decodedFrames(info, constraints);
  return { decoding, fitting: fittingBytes(info, pixels) - decoding };
}
