import { ByteWriter, crc32 } from '../bytes/index.ts';
import type { Bitmap } from './bitmap.ts';
import { packRows } from './packing.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Depth 1, greyscale, the only compression and filter methods there are, not interlaced (ISO/IEC 15948 11.2.2). */
const ONE_BIT_GREY = Uint8Array.of(1, 0, 0, 0, 0);
/** Deflate with a window of 32 KiB, fastest (RFC 1950 2.2). */
const ZLIB_HEAD = Uint8Array.of(0x78, 0x01);
/** Octets of a block that is stored as it is (RFC 1951 3.2.4). */
const STORED_BLOCK = 0xffff;

/**
 * A picture as PNG, for programs that know no WBMP. It is not compressed: one bit a pixel, and some octets a row.
 * @throws MmsError `bitmap/rows`, `bitmap/size`
 */
export function encodePng(bitmap: Bitmap): Uint8Array {
  const writer = new ByteWriter();
  writer.octets(SIGNATURE);
  chunk(writer, 'IHDR', joined(uint32(bitmap.width), uint32(bitmap.height), ONE_BIT_GREY));
  chunk(writer, 'IDAT', stored(scanLines(bitmap)));
  chunk(writer, 'IEND', new Uint8Array(0));
  return writer.toBytes();
}

/** The rows, 0 for black, each after the octet that names its filter: none. */
function scanLines(bitmap: Bitmap): Uint8Array {
  const packed = packRows(bitmap, 'octet');
  const stride = Math.ceil(bitmap.width / 8);
  const lines = new Uint8Array(packed.length + bitmap.height);
  for (const [index, octet] of packed.entries()) lines[index + Math.floor(index / stride) + 1] = octet ^ 0xff;
  return lines;
}

function stored(data: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.octets(ZLIB_HEAD);
  for (let start = 0; start < data.length; start += STORED_BLOCK) {
    const block = data.subarray(start, start + STORED_BLOCK);
    const isLast = start + STORED_BLOCK >= data.length ? 1 : 0;
    const [low, high] = [block.length & 0xff, block.length >> 8];
    writer.octets(Uint8Array.of(isLast, low, high, low ^ 0xff, high ^ 0xff));
    writer.octets(block);
  }
  writer.octets(uint32(adler32(data)));
  return writer.toBytes();
}

function chunk(writer: ByteWriter, type: string, data: Uint8Array): void {
  const named = joined(
    Uint8Array.from(type, letter => letter.charCodeAt(0)),
    data,
  );
  writer.octets(uint32(data.length));
  writer.octets(named);
  writer.octets(uint32(crc32(named)));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter();
  for (const piece of pieces) writer.octets(piece);
  return writer.toBytes();
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function adler32(data: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const octet of data) {
    low = (low + octet) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
