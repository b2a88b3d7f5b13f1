import { octetAt } from '../../../bytes/index.ts';
import { ascii, hasAscii, uint16le, uint32le } from '../../octets.ts';
import { readExif } from './exif.ts';
import type { ImageInfo, ImageMetadata } from './image-info.ts';

const uint24le = (data: Uint8Array, at: number): number => uint32le(data, at) % 2 ** 24;

interface Size {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}

/** Size from the first chunk: extended, lossy or lossless (RFC 9649 2.5 to 2.7). */
function sizeOf(data: Uint8Array): Size | undefined {
  const content = 20;
  switch (ascii(data, 12, 4)) {
    case 'VP8X': {
      const alpha = (octetAt(data, content) & 0x10) !== 0;
      return { width: uint24le(data, content + 4) + 1, height: uint24le(data, content + 7) + 1, alpha };
    }
    case 'VP8 ': {
      const width = uint16le(data, content + 6) & 0x3fff;
      return { width, height: uint16le(data, content + 8) & 0x3fff, alpha: false };
    }
    case 'VP8L': {
      const bits = uint32le(data, content + 1);
      const alpha = ((bits >>> 28) & 1) === 1;
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, alpha };
    }
    default:
      return undefined;
  }
}

const METADATA: Readonly<Record<string, ImageMetadata>> = { ICCP: 'icc', 'XMP ': 'xmp' };

/** A chunk of a WebP with its padding. */
interface WebpChunk {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  /** Octets of its content, without padding. */
  readonly length: number;
  readonly end: number;
}

/** The chunks behind the header, as far as the file says it goes. */
export function* webpChunks(data: Uint8Array): Generator<WebpChunk> {
  const last = Math.min(8 + uint32le(data, 4), data.length);
  for (let start = 12; start + 8 <= last; ) {
    const length = uint32le(data, start + 4);
    const end = start + 8 + length + (length % 2);
    yield { type: ascii(data, start, 4), start, content: start + 8, length, end };
    start = end;
  }
}

/** Reads the chunks of a WebP; `undefined` when it is none. */
export function webpInfo(data: Uint8Array): ImageInfo | undefined {
  if (!hasAscii(data, 'RIFF') || !hasAscii(data, 'WEBP', 8) || data.length < 30) return undefined;
  const size = sizeOf(data);
  if (size === undefined) return undefined;
  const metadata = new Set<ImageMetadata>();
  const end = 8 + uint32le(data, 4);
  let frames = 0;
  let orientation = 1;
  for (const { type, content, length } of webpChunks(data)) {
    if (type === 'ANMF') frames++;
    if (type === 'EXIF') {
      const block = data.subarray(content, content + length);
      const exif = readExif(hasAscii(block, 'Exif\0\0') ? block.subarray(6) : block);
      orientation = exif.orientation;
      for (const entry of exif.metadata) metadata.add(entry);
    }
    const found = METADATA[type];
    if (found !== undefined) metadata.add(found);
  }
  return {
    format: 'webp',
    ...size,
    frames: Math.max(frames, 1),
    orientation,
    metadata: [...metadata],
    complete: end <= data.length,
  };
}
