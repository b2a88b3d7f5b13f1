import { octetAt } from '../../../bytes/index.ts';
import { ascii, hasAscii, uint32 } from '../../octets.ts';
import { readExif } from './exif.ts';
import type { ImageInfo, ImageMetadata, PngInfo } from './image-info.ts';

/** A chunk of a PNG: 12 octets more than its content. */
interface PngChunk {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** The chunks up to IEND; stops at the first one that overruns. */
export function* pngChunks(data: Uint8Array): Generator<PngChunk> {
  let at = SIGNATURE.length;
  while (at + 12 <= data.length) {
    const end = at + 12 + uint32(data, at);
    if (end > data.length) return;
    const type = ascii(data, at + 4, 4);
    yield { type, start: at, content: at + 8, end };
    if (type === 'IEND') return;
    at = end;
  }
}

/** Chunks that hold something about a picture rather than the picture (PNG third edition 11.3). */
export const PNG_METADATA: Readonly<Record<string, ImageMetadata>> = {
  eXIf: 'exif',
  iCCP: 'icc',
  tEXt: 'comment',
  zTXt: 'comment',
  iTXt: 'comment',
  tIME: 'application',
};

/** Channels by colour type (PNG third edition 6.1). */
const CHANNELS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

const GREY = 0;
const PALETTE = 3;

function storageOf(data: Uint8Array): PngInfo {
  const [depth = 8, colourType = PALETTE, , , interlace = 1] = data.subarray(24, 29);
  // A palette becomes colours with alpha.
  const bitsPerPixel = colourType === PALETTE ? 32 : depth * (CHANNELS.get(colourType) ?? 4);
  return { interlaced: interlace !== 0, bitsPerPixel };
}

/** The most colours that there can be: of a palette its length, of grey its levels; those of true colour count none. */
function coloursOf(data: Uint8Array, palette: number): Pick<ImageInfo, 'colours'> {
  const [depth = 8, colourType = PALETTE] = data.subarray(24, 26);
  if (colourType === PALETTE) return { colours: palette };
  return colourType === GREY ? { colours: 2 ** depth } : {};
}

/** Reads the chunks of a PNG; `undefined` when it is none or has no header. An APNG has its frames counted. */
export function pngInfo(data: Uint8Array): ImageInfo | undefined {
  if (!hasAscii(data, SIGNATURE) || !hasAscii(data, 'IHDR', 12) || data.length < 29) return undefined;
  const metadata = new Set<ImageMetadata>();
  let orientation = 1;
  let frames = 1;
  let alpha = (octetAt(data, 25) & 4) !== 0;
  let end = 0;
  let palette = 0;
  for (const chunk of pngChunks(data)) {
    if (chunk.type === 'PLTE') palette = (chunk.end - chunk.start - 12) / 3;
    if (chunk.type === 'tRNS') alpha = true;
    if (chunk.type === 'acTL') frames = Math.max(uint32(data, chunk.content), 1);
    if (chunk.type === 'IEND') end = chunk.end;
    const found = PNG_METADATA[chunk.type];
    if (chunk.type === 'eXIf') {
      const exif = readExif(data.subarray(chunk.content, chunk.end - 4));
      orientation = exif.orientation;
      for (const entry of exif.metadata) metadata.add(entry);
    } else if (found !== undefined) metadata.add(found);
  }
  if (end > 0 && end < data.length) metadata.add('trailer');
  return {
    format: 'png',
    width: uint32(data, 16),
    height: uint32(data, 20),
    frames,
    orientation,
    alpha,
    ...coloursOf(data, palette),
    metadata: [...metadata],
    complete: end > 0,
    png: storageOf(data),
  };
}
