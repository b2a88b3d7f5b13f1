import {
  type Bitmap,
  checkDecodedSize,
  checkSize,
  packedLength,
  packRows,
  type RowPadding,
  unpackRows,
} from '../bitmap/index.ts';
import { ByteReader, ByteWriter, type ReaderOptions } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { checkSmartOptions } from './shapes.ts';

/** Bits of the info field (Smart Messaging 3.0.0, OTA bitmap). */
const INFO_BITS = {
  extension: 0x80,
  compressed: 0x40,
  externalPalette: 0x20,
  longSizes: 0x10,
  animatedImages: 0x0f,
} as const;

/** Depth: one plane, black and white. */
const DEPTH = 0x01;

const LARGEST_SIDE = 0xffff;

/** How {@link encodeOtaBitmap} lays out the rows. */
export interface OtaBitmapOptions {
  /**
   * `none` (default): rows follow each other without gap, as phones, gammu, gnokii and Kannel do; `octet`: each row
   * begins a new octet, as ImageMagick and Netpbm do. The same for widths that are a multiple of 8.
   */
  readonly rowPadding?: RowPadding | undefined;
}

/**
 * A Nokia OTA bitmap: info field, width, height, depth, then the pixels, 1 for black. Sizes take two octets each as
 * soon as one is above 255.
 * @throws MmsError `bitmap/rows`, `bitmap/size` above 65535
 * @example encodeOtaBitmap({ width: 3, height: 2, rows: ['#.#', '.#.'] }) // 00 03 02 01 a8
 */
export function encodeOtaBitmap(bitmap: Bitmap, options: OtaBitmapOptions = {}): Uint8Array {
  checkSmartOptions(options);
  const pixels = packRows(bitmap, options.rowPadding ?? 'none');
  const { width, height } = bitmap;
  checkSize({ width, height }, LARGEST_SIDE);
  const writer = new ByteWriter();
  const isLong = width > 0xff || height > 0xff;
  writer.octet(isLong ? INFO_BITS.longSizes : 0x00);
  for (const size of [width, height]) {
    if (isLong) writer.octet(size >> 8);
    writer.octet(size);
  }
  writer.octet(DEPTH);
  writer.octets(pixels);
  return writer.toBytes();
}

/** How {@link decodeOtaBitmap} reads. */
export interface DecodeOtaBitmapOptions extends ReaderOptions {
  /** Default: what the length says; `none` where it fits both layouts, as for 157x2. */
  readonly rowPadding?: RowPadding | undefined;
}

/** A decoded OTA bitmap: a bitmap, and how its rows were laid out. */
export interface DecodedOtaBitmap extends Bitmap {
  /** The layout that was read; `none` where the length fits both. */
  readonly rowPadding: RowPadding;
  readonly warnings: readonly Issue[];
}

/**
 * Reads an OTA bitmap of either row layout.
 * @throws MmsError `bitmap/unsupported` for compression, palette, animation and extension fields, `bitmap/size`,
 *   `bitmap/too-large`, `bytes/truncated`
 */
export function decodeOtaBitmap(bytes: Uint8Array, options: DecodeOtaBitmapOptions = {}): DecodedOtaBitmap {
  const reader = new ByteReader(bytes, options, ISSUE_ROWS);
  const { bitmap, rowPadding } = readOtaBitmap(reader, options);
  return { ...bitmap, rowPadding, warnings: reader.warnings };
}

/** What {@link readOtaBitmap} finds. */
export interface ReadOtaBitmap {
  readonly bitmap: Bitmap;
  readonly rowPadding: RowPadding;
}

/** Reads an OTA bitmap that reaches to the reader's end. */
export function readOtaBitmap(reader: ByteReader, options: DecodeOtaBitmapOptions): ReadOtaBitmap {
  const { width, height } = readHeader(reader);
  checkDecodedSize(reader, width, height);
  const rowPadding = options.rowPadding ?? rowPaddingOf(width, height, reader.left);
  reader.enter('rows');
  const octets = reader.view(packedLength(width, height, rowPadding));
  const rows = unpackRows(octets, width, height, rowPadding);
  reader.leave(rows);
  if (reader.left > 0) {
    reader.warn('bitmap/trailing-octets', `${reader.left} octets after the picture`);
    reader.skip(reader.left);
  }
  return { bitmap: { width, height, rows }, rowPadding };
}

function rowPaddingOf(width: number, height: number, length: number): RowPadding {
  const padded = packedLength(width, height, 'octet');
  return length === padded && padded > packedLength(width, height, 'none') ? 'octet' : 'none';
}

function readHeader(reader: ByteReader): { width: number; height: number } {
  const field = (name: string, octets: 1 | 2): number => {
    reader.enter(name);
    const value = octets === 1 ? reader.octet() : reader.octet() * 0x100 + reader.octet();
    reader.leave(value);
    return value;
  };
  const info = field('infoField', 1);
  const unsupported = Object.entries(INFO_BITS).find(
    ([name, bits]) => name !== 'longSizes' && (info & bits) !== 0,
  );
  if (unsupported !== undefined) {
    const message = `expected an info field 00 or 10, found ${info.toString(16)} (${unsupported[0]})`;
    throw reader.error('bitmap/unsupported', message, reader.offset - 1);
  }
  const octets = (info & INFO_BITS.longSizes) === 0 ? 1 : 2;
  const width = field('width', octets);
  const height = field('height', octets);
  readDepth(reader, field('depth', 1));
  return { width, height };
}

/** A table of the vendor's FAQ prints depth 0 where its example has 1. */
function readDepth(reader: ByteReader, depth: number): void {
  if (depth === DEPTH) return;
  const message = `expected depth 1, found ${depth}`;
  if (depth !== 0) throw reader.error('bitmap/unsupported', message, reader.offset - 1);
  reader.warn('bitmap/depth', message, reader.offset - 1);
}

/** True for octets that are a whole OTA bitmap of either row layout, nothing missing and nothing after it. */
export function isOtaBitmap(bytes: Uint8Array): boolean {
  const reader = new ByteReader(bytes, { strict: true });
  try {
    const { width, height } = readHeader(reader);
    const lengths = [packedLength(width, height, 'none'), packedLength(width, height, 'octet')];
    return width * height > 0 && lengths.includes(reader.left);
  } catch (error) {
    if (isMmsError(error)) return false;
    throw error;
  }
}
