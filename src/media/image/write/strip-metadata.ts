import { joinOctets } from '../../../bytes/index.ts';
import type { Issue } from '../../../issues/index.ts';
import { filmPositions, withoutFilmPositions } from '../../film-position.ts';
import { hasAscii } from '../../octets.ts';
import { gifBlocks, gifMetadata } from '../read/gif-info.ts';
import { heifMetadata } from '../read/heif-metadata.ts';
import type { ImageInfo, ImageMetadata } from '../read/image-info.ts';
import { imageMetadata } from '../read/image-metadata.ts';
import { JPEG_MARKER, type JpegSegment, jpegSegments } from '../read/jpeg-segments.ts';
import { PNG_METADATA, pngChunks } from '../read/png-info.ts';
import { probeImage } from '../read/probe.ts';
import { webpChunks } from '../read/webp-info.ts';
import { metadataRemoved } from './metadata-findings.ts';
import { orientationPngChunk, orientationSegment, orientationWebpChunk } from './orientation-exif.ts';

/** A picture that tells nothing of its maker. */
export interface StrippedImage {
  readonly data: Uint8Array;
  /** What was taken off. */
  readonly removed: readonly ImageMetadata[];
  /** The same as findings, each `fixed`. */
  readonly issues: readonly Issue[];
}

/**
 * Takes off a picture what is not needed to show it: Exif with its position, XMP, IPTC, comments, what stands behind its
 * end; off an MP4 or 3GP its position. Nothing is decoded: pixels, colour profile and orientation stay. `undefined` where
 * there is nothing to take off.
 * @example stripMetadata(photo)?.removed // ['exif', 'gps']
 */
export function stripMetadata(data: Uint8Array): StrippedImage | undefined {
  const before = imageMetadata(data).filter(name => name !== 'icc');
  if (before.length === 0) return undefined;
  const stripped = stripOctets(data, probeImage(data));
  const after = imageMetadata(stripped);
  const removed = before.filter(name => !after.includes(name));
  return removed.length === 0 ? undefined : { data: stripped, removed, issues: metadataRemoved(removed) };
}

function stripOctets(data: Uint8Array, info: ImageInfo | undefined): Uint8Array {
  switch (info?.format) {
    case 'jpeg':
      return stripJpeg(data, info.orientation);
    case 'png':
      return stripPng(data, info.orientation);
    case 'gif':
      return stripGif(data);
    case 'webp':
      return stripWebp(data, info.orientation);
    default:
      return filmPositions(data).length > 0 ? withoutFilmPositions(data) : blankHeif(data);
  }
}

/** Pieces of a picture; what stands behind the place where its structure breaks is kept. */
function joinKept(data: Uint8Array, kept: readonly Uint8Array[], end: number, isWhole: boolean): Uint8Array {
  return joinOctets(isWhole ? kept : [...kept, data.subarray(end)]);
}

function stripJpeg(data: Uint8Array, orientation: number): Uint8Array {
  const kept = [data.subarray(0, 2)];
  let position = 1;
  let end = 2;
  let isWhole = false;
  for (const segment of jpegSegments(data)) {
    end = segment.end;
    isWhole = segment.marker === JPEG_MARKER.EOI;
    if (!isDrawn(data, segment)) continue;
    kept.push(data.subarray(segment.start, segment.end));
    if (segment.marker === JPEG_MARKER.APP0 && kept.length === 2) position = 2;
  }
  kept.splice(position, 0, orientationSegment(orientation));
  return joinKept(data, kept, end, isWhole);
}

/** The application segments that decoders need: JFIF, the colour profile, and Adobe's, which tells the colour model. */
function isDrawn(data: Uint8Array, { marker, content }: JpegSegment): boolean {
  if (marker === JPEG_MARKER.APP0) return hasAscii(data, 'JFIF\0', content);
  if (marker === JPEG_MARKER.APP2) return hasAscii(data, 'ICC_PROFILE\0', content);
  if (marker === JPEG_MARKER.APP14) return hasAscii(data, 'Adobe', content);
  return marker !== JPEG_MARKER.COM && (marker < JPEG_MARKER.APP0 || marker > JPEG_MARKER.APP15);
}

function stripPng(data: Uint8Array, orientation: number): Uint8Array {
  const kept = [data.subarray(0, 8)];
  let end = 8;
  let isWhole = false;
  for (const chunk of pngChunks(data)) {
    end = chunk.end;
    isWhole = chunk.type === 'IEND';
    const name = PNG_METADATA[chunk.type];
    if (name === undefined || name === 'icc') kept.push(data.subarray(chunk.start, chunk.end));
    if (chunk.type === 'IHDR') kept.push(orientationPngChunk(orientation));
  }
  return joinKept(data, kept, end, isWhole);
}

function stripGif(data: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let start = data.length;
  let end = data.length;
  let isWhole = false;
  for (const block of gifBlocks(data)) {
    start = Math.min(start, block.start);
    end = block.end;
    isWhole = block.kind === 'end';
    const name = gifMetadata(data, block);
    if (name === undefined || name === 'icc') kept.push(data.subarray(block.start, block.end));
  }
  return joinKept(data, [data.subarray(0, start), ...kept], end, isWhole);
}

/** Flags of VP8X that say which chunks there are (RFC 9649 2.7). */
const WEBP_EXIF = 0x08;
const WEBP_XMP = 0x04;

function stripWebp(data: Uint8Array, orientation: number): Uint8Array {
  const exif = orientationWebpChunk(orientation);
  const kept = [data.subarray(0, 12)];
  for (const { type, start, end } of webpChunks(data)) {
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(data.subarray(start, end));
  }
  const stripped = joinOctets([...kept, exif]);
  const view = new DataView(stripped.buffer);
  view.setUint32(4, stripped.length - 8, true);
  if (hasAscii(stripped, 'VP8X', 12)) {
    const flags = view.getUint8(20) & ~(WEBP_EXIF | WEBP_XMP);
    view.setUint8(20, exif.length > 0 ? flags | WEBP_EXIF : flags);
  }
  return stripped;
}

/** An HEIC or AVIF names places in the file, so nothing may move: items are blanked. Their orientation is a property of its own. */
function blankHeif(data: Uint8Array): Uint8Array {
  const blank = data.slice();
  for (const { kind, extents } of heifMetadata(data)) {
    for (const { start, end } of extents) blank.fill(kind === 'xmp' ? 0x20 : 0, start, end);
  }
  return blank;
}
