import { hasAscii, int32le, uint16le, uint32le } from '../../octets.ts';
import type { ImageInfo } from './image-info.ts';

/** How the pixels of a BMP are stored (the `biCompression` values that are read). */
export const BMP_COMPRESSION = { RGB: 0, RLE8: 1, RLE4: 2, BITFIELDS: 3, ALPHABITFIELDS: 6 } as const;

/** A BMP's headers. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Rows stand from top to bottom; usually they do not. */
  readonly topDown: boolean;
  readonly bitsPerPixel: number;
  readonly compression: number;
  /** Where the colour table begins, its number of colours, and octets of each: 3 in OS/2 files. */
  readonly palette: { readonly start: number; readonly colours: number; readonly entryBytes: number };
  /** Bits of red, green, blue and alpha in a pixel of 16 or 32 bits. */
  readonly masks: readonly [number, number, number, number];
  /** Where the pixels begin. */
  readonly pixels: number;
}

const FILE_HEADER = 14;
const CORE_HEADER = 12;
const INFO_HEADER = 40;
/** The V2 header and later ones hold the masks, V3 and later the alpha mask too. */
const V2_HEADER = 52;
const V3_HEADER = 56;

/** The headers of a BMP: OS/2 1.x, Windows 3, V4 and V5; `undefined` when it is none. */
export function readBmpHeader(data: Uint8Array): BmpHeader | undefined {
  if (!hasAscii(data, 'BM') || data.length < FILE_HEADER + CORE_HEADER) return undefined;
  const size = uint32le(data, FILE_HEADER);
  const core = size === CORE_HEADER;
  if (!core && (size < INFO_HEADER || size > 1024 || data.length < FILE_HEADER + size)) return undefined;
  const signedHeight = core ? uint16le(data, 20) : int32le(data, 22);
  const bitsPerPixel = uint16le(data, core ? 24 : 28);
  const compression = core ? BMP_COMPRESSION.RGB : uint32le(data, 30);
  const start = FILE_HEADER + size + maskBytes(size, compression);
  const stated = core ? 0 : uint32le(data, 46);
  const all = bitsPerPixel <= 8 ? 2 ** bitsPerPixel : 0;
  const colours = Math.min(stated || all, all);
  return {
    width: core ? uint16le(data, 18) : int32le(data, 18),
    height: Math.abs(signedHeight),
    topDown: signedHeight < 0,
    bitsPerPixel,
    compression,
    palette: { start, colours, entryBytes: core ? 3 : 4 },
    masks: masksOf(data, size, bitsPerPixel, compression),
    pixels: uint32le(data, 10),
  };
}

/** Masks follow a plain Windows 3 header, and are part of the later ones. */
function maskBytes(headerSize: number, compression: number): number {
  if (headerSize !== INFO_HEADER) return 0;
  if (compression === BMP_COMPRESSION.BITFIELDS) return 12;
  return compression === BMP_COMPRESSION.ALPHABITFIELDS ? 16 : 0;
}

function masksOf(
  data: Uint8Array,
  headerSize: number,
  bitsPerPixel: number,
  compression: number,
): BmpHeader['masks'] {
  const stated = compression === BMP_COMPRESSION.BITFIELDS || compression === BMP_COMPRESSION.ALPHABITFIELDS;
  if (!stated) return bitsPerPixel === 16 ? [0x7c00, 0x03e0, 0x001f, 0] : [0xff0000, 0xff00, 0xff, 0];
  const at = FILE_HEADER + INFO_HEADER;
  const hasAlpha = headerSize >= V3_HEADER || compression === BMP_COMPRESSION.ALPHABITFIELDS;
  const alpha = hasAlpha && headerSize !== V2_HEADER ? uint32le(data, at + 12) : 0;
  return [uint32le(data, at), uint32le(data, at + 4), uint32le(data, at + 8), alpha];
}

/** Reads the headers of a BMP; `undefined` when it is none. */
export function bmpInfo(data: Uint8Array): ImageInfo | undefined {
  const header = readBmpHeader(data);
  if (header === undefined) return undefined;
  const { width, height, masks } = header;
  const alpha = masks[3] !== 0;
  const complete = header.pixels < data.length;
  return { format: 'bmp', width, height, frames: 1, orientation: 1, alpha, metadata: [], complete };
}
