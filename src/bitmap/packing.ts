import { encodeUtf8 } from '../text/index.ts';
import { type Bitmap, checkBitmap, checkShape } from './bitmap.ts';

/** The characters of a black and a white pixel. Their lowest bits are the pixels of a packed picture. */
const BLACK = 0x23;
const WHITE = 0x2e;

/** Where a row begins: `none` right after the row before it, `octet` on a new octet. */
export type RowPadding = 'none' | 'octet';

/** Octets of packed pixels, eight to the octet. */
export function packedLength(width: number, height: number, rowPadding: RowPadding): number {
  return rowPadding === 'octet' ? Math.ceil(width / 8) * height : Math.ceil((width * height) / 8);
}

/**
 * Packs pixels eight to the octet, the leftmost in the highest bit, 1 for black; bits left over are 0.
 * @throws MmsError `bitmap/rows`, `bitmap/size`
 */
export function packRows(bitmap: Bitmap, rowPadding: RowPadding): Uint8Array {
  checkShape(bitmap);
  const { width, height, rows } = bitmap;
  // One flat array: rows that were cut or put together are slow to read character by character.
  const pixels = encodeUtf8(rows.join(''));
  const octets = new Uint8Array(packedLength(width, height, rowPadding));
  const lineLength = rowPadding === 'octet' ? width : pixels.length;
  let length = 0;
  for (let start = 0; start < pixels.length; start += lineLength) {
    // A 1 above the pixels gathered so far tells when there are eight.
    let gathered = 1;
    for (let i = start; i < start + lineLength; i++) {
      // Not `octetAt`, which makes this loop half as slow again.
      const pixel = pixels[i] ?? 0;
      if (pixel !== BLACK && pixel !== WHITE) checkBitmap(bitmap);
      gathered = (gathered << 1) | (pixel & 1);
      if (gathered > 0xff) {
        octets[length++] = gathered;
        gathered = 1;
      }
    }
    if (gathered > 1) octets[length++] = leftAligned(gathered);
  }
  return octets;
}

function leftAligned(gathered: number): number {
  let octet = gathered;
  while (octet <= 0xff) octet <<= 1;
  return octet;
}

let eightPixels: readonly string[] | undefined;

/** The pixels of each octet; made at first use, as most programs that can read a bitmap read none. */
function pixelsOfOctets(): readonly string[] {
  eightPixels ??= Array.from({ length: 256 }, (_, octet) =>
    octet.toString(2).padStart(8, '0').replaceAll('0', '.').replaceAll('1', '#'),
  );
  return eightPixels;
}

/**
 * The rows of packed pixels: the way back from {@link packRows}. `white` is the bit that stands for white. The caller
 * has made sure that `octets` holds {@link packedLength}.
 */
export function unpackRows(
  octets: Uint8Array,
  width: number,
  height: number,
  rowPadding: RowPadding,
  white: 0 | 1 = 0,
): string[] {
  const stride = rowPadding === 'octet' ? Math.ceil(width / 8) * 8 : width;
  const flip = white === 1 ? 0xff : 0;
  return Array.from({ length: height }, (_, y) => unpackRow(octets, y * stride, width, flip));
}

function unpackRow(octets: Uint8Array, firstBit: number, width: number, flip: number): string {
  const octetPixels = pixelsOfOctets();
  const shift = firstBit % 8;
  let at = Math.floor(firstBit / 8);
  let row = '';
  for (let left = width; left > 0; left -= 8) {
    // Not `octetAt` here either.
    const pair = ((octets[at] ?? 0) << 8) | (octets[++at] ?? 0);
    const pixels = octetPixels[((pair >> (8 - shift)) & 0xff) ^ flip] ?? '';
    row += left < 8 ? pixels.slice(0, left) : pixels;
  }
  return row;
}
