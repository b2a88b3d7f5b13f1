import { joinOctets } from '../../../bytes/index.ts';
import { ascii, hasAscii } from '../../octets.ts';
import type { Misfit } from '../fit/constraints.ts';
import { gifBlocks, isLoopBlock } from '../read/gif-info.ts';
import type { ImageInfo } from '../read/image-info.ts';
import { JPEG_MARKER, type JpegSegment, jpegSegments } from '../read/jpeg-segments.ts';
import { PNG_METADATA, pngChunks } from '../read/png-info.ts';
import { insertJfif } from './jfif.ts';

/** What can be mended without touching a pixel. */
const MENDABLE: ReadonlySet<Misfit> = new Set<Misfit>(['metadata', 'no-jfif', 'bytes']);

/**
 * The same picture without metadata, where that stands against it, and, if a JPEG, with a JFIF header: nothing is decoded, so nothing is lost.
 * `undefined` when something else stands against the picture, or a colour profile says that its numbers are not sRGB.
 */
export function repack(
  data: Uint8Array,
  info: ImageInfo,
  misfits: readonly Misfit[],
): Uint8Array | undefined {
  if (!misfits.every(misfit => MENDABLE.has(misfit))) return undefined;
  if (!misfits.includes('metadata')) return info.format === 'jpeg' ? insertJfif(data) : undefined;
  if (info.format === 'jpeg') return repackJpeg(data);
  if (info.format === 'png') return repackPng(data, info);
  return info.format === 'gif' ? repackGif(data) : undefined;
}

function repackJpeg(data: Uint8Array): Uint8Array | undefined {
  const kept = [data.subarray(0, 2)];
  for (const segment of jpegSegments(data)) {
    if (isForeignProfile(data, segment)) return undefined;
    const isMetadata = segment.marker >= JPEG_MARKER.APP0 && segment.marker <= JPEG_MARKER.APP15;
    if (!isMetadata && segment.marker !== JPEG_MARKER.COM)
      kept.push(data.subarray(segment.start, segment.end));
  }
  return insertJfif(joinOctets(kept));
}

function isForeignProfile(data: Uint8Array, { marker, content, end }: JpegSegment): boolean {
  if (marker !== JPEG_MARKER.APP2 || !hasAscii(data, 'ICC_PROFILE\0', content)) return false;
  return !namesSrgb(data.subarray(content, end));
}

/** A profile's description stands near its start, in ASCII or UTF-16. */
function namesSrgb(profile: Uint8Array): boolean {
  return ascii(profile, 0, 4096).replaceAll('\0', '').includes('sRGB');
}

function repackPng(data: Uint8Array, info: ImageInfo): Uint8Array | undefined {
  // A compressed profile is not looked into.
  if (info.metadata.includes('icc')) return undefined;
  const kept = [data.subarray(0, 8)];
  for (const chunk of pngChunks(data)) {
    if (PNG_METADATA[chunk.type] === undefined) kept.push(data.subarray(chunk.start, chunk.end));
  }
  return joinOctets(kept);
}

function repackGif(data: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let header = data.length;
  for (const block of gifBlocks(data)) {
    header = Math.min(header, block.start);
    const isPicture = block.kind === 'image' || block.kind === 'control' || block.kind === 'end';
    if (isPicture || (block.kind === 'application' && isLoopBlock(data, block))) {
      kept.push(data.subarray(block.start, block.end));
    }
  }
  return joinOctets([data.subarray(0, header), ...kept]);
}
