import { ByteReader, ByteWriter, octetAt, type ReaderOptions } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import { BITMAP_ISSUES, type Issue } from '../issues/index.ts';
import type { Bitmap } from './bitmap.ts';
import { multiByteInteger } from './multi-byte-integer.ts';
import { packedLength, packRows, unpackRows } from './packing.ts';
import { checkDecodedSize } from './size.ts';

/** Type field of the only defined WBMP: black and white without compression (WAP-237). */
const TYPE_BW = 0x00;
/** Fixed header without extension headers (WAP-237). */
const FIX_HEADER = 0x00;

/**
 * A WBMP of type 0 (`image/vnd.wap.wbmp`): rows on octets, 1 for white, bits left over 0. It has no limit in size.
 * @throws MmsError `bitmap/rows`, `bitmap/size`
 */
export function encodeWbmp(bitmap: Bitmap): Uint8Array {
  const octets = packRows(bitmap, 'octet');
  const writer = new ByteWriter();
  writer.octet(TYPE_BW);
  writer.octet(FIX_HEADER);
  multiByteInteger.encode(writer, bitmap.width);
  multiByteInteger.encode(writer, bitmap.height);
  writer.octets(flipPixels(octets, bitmap.width));
  return writer.toBytes();
}

/** Swaps 0 and 1 but for the bits that fill up a row. */
function flipPixels(octets: Uint8Array, width: number): Uint8Array {
  const stride = Math.ceil(width / 8);
  const lastMask = fillMask(width) ^ 0xff;
  const flipped = new Uint8Array(octets.length);
  // Not `octetAt`: as in `packRows`, a call for each octet is slower.
  for (let i = 0; i < flipped.length; i++) flipped[i] = (octets[i] ?? 0) ^ 0xff;
  for (let i = stride - 1; i < flipped.length; i += stride) flipped[i] = octetAt(flipped, i) & lastMask;
  return flipped;
}

/** The bits of the last octet of a row that are not pixels. */
function fillMask(width: number): number {
  return 0xff >> (((width + 7) % 8) + 1);
}

/** A decoded WBMP. */
export interface DecodedWbmp extends Bitmap {
  readonly warnings: readonly Issue[];
}

/**
 * Reads a WBMP of type 0. Bits left over that are not 0 and octets after the picture are `warnings`.
 * @throws MmsError `bitmap/unsupported` for another type or extension headers, `bitmap/size`, `bitmap/too-large`,
 * `bytes/truncated`, `bytes/value-range`
 */
export function decodeWbmp(bytes: Uint8Array, options: ReaderOptions = {}): DecodedWbmp {
  const reader = new ByteReader(bytes, options, BITMAP_ISSUES);
  const { width, height } = readHeader(reader);
  reader.enter('rows');
  const octets = reader.view(packedLength(width, height, 'octet'));
  warnOfFillBits(reader, octets, width);
  const rows = unpackRows(octets, width, height, 'octet', 1);
  reader.leave(rows);
  if (reader.left > 0) reader.warn('bitmap/trailing-octets', `${reader.left} octets after the picture`);
  return { width, height, rows, warnings: reader.warnings };
}

function readHeader(reader: ByteReader): { width: number; height: number } {
  const field = (name: string, read: () => number): number => {
    reader.enter(name);
    const value = read();
    reader.leave(value);
    return value;
  };
  const type = field('type', () => multiByteInteger.decode(reader));
  if (type !== TYPE_BW) throw reader.error('bitmap/unsupported', `expected WBMP type 0, found ${type}`, 0);
  const fixHeader = field('fixHeader', () => reader.octet());
  if (fixHeader !== FIX_HEADER) {
    throw reader.error(
      'bitmap/unsupported',
      `expected no extension headers, found fixed header ${fixHeader}`,
    );
  }
  const width = field('width', () => multiByteInteger.decode(reader));
  const height = field('height', () => multiByteInteger.decode(reader));
  checkDecodedSize(reader, width, height);
  return { width, height };
}

function warnOfFillBits(reader: ByteReader, octets: Uint8Array, width: number): void {
  const mask = fillMask(width);
  const stride = Math.ceil(width / 8);
  for (let i = stride - 1; mask !== 0 && i < octets.length; i += stride) {
    if ((octetAt(octets, i) & mask) === 0) continue;
    reader.warn('bitmap/fill-bits', `bits after the last pixel of row ${(i + 1) / stride} are not 0`);
    return;
  }
}

/**
 * The size that a whole WBMP of type 0 states, without decoding it; `undefined` for anything else. The format has no
 * magic number, so size and length decide.
 */
export function wbmpSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes[0] !== TYPE_BW || bytes[1] !== FIX_HEADER) return undefined;
  const reader = new ByteReader(bytes);
  try {
    const size = readHeader(reader);
    return reader.left === packedLength(size.width, size.height, 'octet') ? size : undefined;
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}

/** True for octets that are a whole WBMP of type 0. */
export function isWbmp(bytes: Uint8Array): boolean {
  return wbmpSize(bytes) !== undefined;
}
