import { MmsError } from '../../../errors.ts';
import type { Limits } from '../../../limits.ts';
import type { ImageInfo } from './image-info.ts';

/** What a picture takes while it is decoded, in octets a pixel: measured with sharp 0.35 on one thread. */
const DECODED_OCTETS = 4;
/** A picture that is turned upright is there twice. */
const TURNED_OCTETS = 3;
/** Fitting holds the decoded picture, what its encoders make of it, and both again until they are collected. */
const FITTING_OCTETS = 30;
/**
 * What stays of a picture while the others of its message are fitted: its pixels, and what the threads of the image
 * library do not give back.
 */
const KEPT_OCTETS = 36;

/** Octets a pixel that a decoder holds beside its result. */
function decoderOctets({ format, jpeg, png }: ImageInfo): number {
  switch (format) {
    case 'jpeg':
      // A progressive one is there as coefficients of two octets; a baseline one goes by in rows.
      return jpeg?.baseline === true ? 1 : 2 * (jpeg?.samplesPerPixel ?? 4) + 0.7;
    case 'png':
      return png?.interlaced === false ? 2.5 : ((png?.bitsPerPixel ?? 64) / 8) * 1.5 + 1;
    case 'avif':
      // Planes, their copies in more than eight bits, and the picture in colour. Fewer bits or less colour would take
      // less, but what the file says of them is not what its decoder goes by.
      return 26;
    case 'gif':
    case 'webp':
      return 8;
    case 'bmp':
    case 'wbmp':
      return 6;
  }
}

/** Octets that decoding takes beside the result; frames come one after the other. */
export function decodingBytes(info: ImageInfo): number {
  const turned = info.orientation === 1 ? 0 : TURNED_OCTETS;
  return info.width * info.height * (decoderOctets(info) + turned);
}

/** What a picture of a message takes, in octets. */
export interface FittingNeed {
  /** While it is decoded, beside its pixels. */
  readonly decoding: number;
  /** From then until the message is done. */
  readonly kept: number;
}

/** What fitting a picture takes that is decoded to so many pixels, all frames together. */
export function fittingNeedOf(info: ImageInfo, pixels: number): FittingNeed {
  return { decoding: decodingBytes(info), kept: pixels * KEPT_OCTETS };
}

/** What a picture takes while it is fitted of which so much is kept. */
export function fittingBytes({ decoding, kept }: FittingNeed): number {
  return decoding + (kept / KEPT_OCTETS) * FITTING_OCTETS;
}

/**
 * The most pixels, all frames together, that a picture may be decoded to when it is fitted.
 * @throws MmsError `media/too-many-pixels` when decoding alone takes more than `maxImageMemoryBytes`
 */
export function mostFittingPixels(info: ImageInfo, { maxImageMemoryBytes }: Limits): number {
  const pixels = (maxImageMemoryBytes - decodingBytes(info)) / FITTING_OCTETS;
  if (pixels >= info.frames) return pixels;
  throw tooMuch(info, decodingBytes(info), maxImageMemoryBytes);
}

/**
 * Makes sure that a picture can be decoded to so many pixels.
 * @throws MmsError `media/too-many-pixels`
 */
export function refuseToDecode(info: ImageInfo, pixels: number, { maxImageMemoryBytes }: Limits): void {
  const bytes = decodingBytes(info) + pixels * DECODED_OCTETS;
  if (bytes > maxImageMemoryBytes) throw tooMuch(info, bytes, maxImageMemoryBytes);
}

function tooMuch({ width, height, format }: ImageInfo, bytes: number, most: number): MmsError {
  const what = `${width}x${height} of ${format.toUpperCase()}`;
  return new MmsError(
    'media/too-many-pixels',
    `expected a picture that takes at most ${most} octets to decode, found ${what}: about ${Math.round(bytes)}`,
    { hint: 'make it smaller, or raise the limit maxImageMemoryBytes' },
  );
}
