import { octetAt } from '../../../bytes/index.ts';
import { hasAscii, uint16le } from '../../octets.ts';
import type { ImageInfo, ImageMetadata } from './image-info.ts';

/** A block of a GIF: where it begins and ends, and what it is. */
interface GifBlock {
  readonly kind: 'image' | 'control' | 'application' | 'comment' | 'text' | 'end';
  readonly start: number;
  readonly end: number;
}

/** Extension labels (GIF89a 23 to 26). */
const EXTENSIONS: Readonly<Record<number, GifBlock['kind']>> = {
  249: 'control',
  255: 'application',
  254: 'comment',
  1: 'text',
};

const colourTableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** The blocks behind the global colour table; stops where the structure breaks. */
export function* gifBlocks(data: Uint8Array): Generator<GifBlock> {
  let at = 13 + colourTableLength(octetAt(data, 10));
  while (at < data.length) {
    const start = at;
    const introducer = data[at];
    if (introducer === 0x3b) {
      yield { kind: 'end', start, end: at + 1 };
      return;
    }
    const isImage = introducer === 0x2c;
    const kind = isImage ? 'image' : introducer === 0x21 ? EXTENSIONS[octetAt(data, at + 1)] : undefined;
    const blocks = isImage ? at + 11 + colourTableLength(octetAt(data, at + 9)) : at + 2;
    const end = subBlocksEnd(data, blocks);
    if (end === undefined) return;
    // A label that nobody assigned counts as an application's.
    yield { kind: kind ?? 'application', start, end };
    if (!isImage && introducer !== 0x21) return;
    at = end;
  }
}

function subBlocksEnd(data: Uint8Array, start: number): number | undefined {
  let at = start;
  while (at < data.length) {
    const length = octetAt(data, at);
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

/** True for the loop counter, the one application block that a phone needs. */
export function isLoopBlock(data: Uint8Array, block: GifBlock): boolean {
  return hasAscii(data, 'NETSCAPE2.0', block.start + 3) || hasAscii(data, 'ANIMEXTS1.0', block.start + 3);
}

/** What a block is about the picture; `undefined` for what draws it. */
export function gifMetadata(data: Uint8Array, block: GifBlock): ImageMetadata | undefined {
  if (block.kind === 'comment' || block.kind === 'text') return 'comment';
  if (block.kind !== 'application' || isLoopBlock(data, block)) return undefined;
  if (hasAscii(data, 'XMP Data', block.start + 3)) return 'xmp';
  return hasAscii(data, 'ICCRGBG1', block.start + 3) ? 'icc' : 'application';
}

/** Reads the blocks of a GIF; `undefined` when it is none or shorter than its screen descriptor. */
export function gifInfo(data: Uint8Array): ImageInfo | undefined {
  if (!(hasAscii(data, 'GIF87a') || hasAscii(data, 'GIF89a')) || data.length < 13) return undefined;
  const metadata = new Set<ImageMetadata>();
  let frames = 0;
  let hundredths = 0;
  let alpha = false;
  let end = 0;
  let tableLength = colourTableLength(octetAt(data, 10));
  for (const block of gifBlocks(data)) {
    if (block.kind === 'image') {
      frames++;
      tableLength = Math.max(tableLength, colourTableLength(octetAt(data, block.start + 9)));
    }
    if (block.kind === 'end') end = block.end;
    if (block.kind === 'control') {
      hundredths += uint16le(data, block.start + 4);
      if (octetAt(data, block.start + 3) & 1) alpha = true;
    }
    const found = gifMetadata(data, block);
    if (found !== undefined) metadata.add(found);
  }
  if (end > 0 && end < data.length) metadata.add('trailer');
  return {
    format: 'gif',
    width: uint16le(data, 6),
    height: uint16le(data, 8),
    frames,
    ...(frames > 1 ? { durationMs: hundredths * 10 } : {}),
    orientation: 1,
    alpha,
    colours: tableLength / 3,
    metadata: [...metadata],
    complete: end > 0 && frames > 0,
  };
}
