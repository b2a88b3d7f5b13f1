import type { Pixels } from '../../../bitmap/index.ts';
import { octetAt } from '../../../bytes/index.ts';
import { MmsError } from '../../../errors.ts';
import { uint16le, uint32le } from '../../octets.ts';
import { BMP_COMPRESSION, type BmpHeader, readBmpHeader } from './bmp-header.ts';
import { decodeRle } from './bmp-rle.ts';

type Colour = readonly [number, number, number, number];

/** Writes the pixel with the given index. */
type Paint = (index: number, red: number, green: number, blue: number, alpha: number) => void;

/** Depths that each kind of storage may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [BMP_COMPRESSION.RGB]: [1, 4, 8, 16, 24, 32],
  [BMP_COMPRESSION.RLE8]: [8],
  [BMP_COMPRESSION.RLE4]: [4],
  [BMP_COMPRESSION.BITFIELDS]: [16, 32],
  [BMP_COMPRESSION.ALPHABITFIELDS]: [16, 32],
};

/** A run of two octets paints 255 pixels at most, so a file that claims far more holds nothing for them. */
const MAX_PIXELS_PER_OCTET = 256;

/**
 * Decodes a BMP of 1 to 32 bits a pixel, also run-length encoded, bottom-up or top-down, OS/2 or Windows.
 * @throws MmsError `media/not-a-picture` with the offset when it is none, or ends before its pixels do
 */
export function decodeBmp(data: Uint8Array): Pixels {
  const header = readBmpHeader(data);
  if (header === undefined) throw refused('no BMP header', 0);
  const { width, height, bitsPerPixel, compression } = header;
  if (width <= 0 || height <= 0) throw refused(`a BMP of ${width} by ${height} pixels`, 18);
  if (!DEPTHS[compression]?.includes(bitsPerPixel)) {
    throw refused(`a BMP of ${bitsPerPixel} bits with compression ${compression} is not read`, 28);
  }
  if (compression === BMP_COMPRESSION.RLE8 || compression === BMP_COMPRESSION.RLE4) return runs(data, header);
  const stride = Math.ceil((width * bitsPerPixel) / 32) * 4;
  if (stride * height > data.length - header.pixels) {
    throw refused(
      `${stride * height} octets of pixels, found ${Math.max(data.length - header.pixels, 0)}`,
      data.length,
    );
  }
  const rgba = new Uint8Array(width * height * 4);
  const paint = painter(rgba);
  const readRow = rowReader(data, header);
  for (let y = 0; y < height; y++) {
    const row = header.topDown ? y : height - 1 - y;
    readRow(header.pixels + y * stride, row * width, paint);
  }
  return { width, height, rgba };
}

function refused(message: string, offset: number): MmsError {
  return new MmsError('media/not-a-picture', message, { offset });
}

function painter(rgba: Uint8Array): Paint {
  return (index, red, green, blue, alpha) => {
    const at = index * 4;
    rgba[at] = red;
    rgba[at + 1] = green;
    rgba[at + 2] = blue;
    rgba[at + 3] = alpha;
  };
}

function runs(data: Uint8Array, header: BmpHeader): Pixels {
  const { width, height } = header;
  if (width * height > data.length * MAX_PIXELS_PER_OCTET) {
    throw refused(`${data.length} octets cannot hold ${width} by ${height} pixels`, 18);
  }
  const colours = paletteOf(data, header);
  const rgba = new Uint8Array(width * height * 4);
  const paint = painter(rgba);
  // Pixels that no run paints have the first colour.
  for (let i = 0; i < width * height; i++) paint(i, ...colourAt(colours, 0));
  decodeRle(data.subarray(header.pixels), header, (x, y, value) => {
    const row = header.topDown ? y : height - 1 - y;
    paint(row * width + x, ...colourAt(colours, value));
  });
  return { width, height, rgba };
}

const BLACK: Colour = [0, 0, 0, 255];

/** A colour of the table; black beyond it. */
function colourAt(colours: readonly Colour[], number: number): Colour {
  return colours[number] ?? BLACK;
}

function paletteOf(data: Uint8Array, { palette }: BmpHeader): Colour[] {
  return Array.from({ length: palette.colours }, (_, i) => {
    const at = palette.start + i * palette.entryBytes;
    return [octetAt(data, at + 2), octetAt(data, at + 1), octetAt(data, at), 255];
  });
}

type RowReader = (at: number, firstPixel: number, paint: Paint) => void;

function rowReader(data: Uint8Array, header: BmpHeader): RowReader {
  const { width, bitsPerPixel } = header;
  if (bitsPerPixel <= 8) {
    const colours = paletteOf(data, header);
    const mask = 2 ** bitsPerPixel - 1;
    return (at, first, paint) => {
      for (let x = 0; x < width; x++) {
        const bit = x * bitsPerPixel;
        const value = (octetAt(data, at + (bit >> 3)) >> (8 - bitsPerPixel - (bit & 7))) & mask;
        paint(first + x, ...colourAt(colours, value));
      }
    };
  }
  if (bitsPerPixel === 24) {
    return (at, first, paint) => {
      for (let x = 0, i = at; x < width; x++, i += 3) {
        paint(first + x, octetAt(data, i + 2), octetAt(data, i + 1), octetAt(data, i), 255);
      }
    };
  }
  return maskedRowReader(data, header);
}

function maskedRowReader(data: Uint8Array, { width, bitsPerPixel, masks }: BmpHeader): RowReader {
  const [red, green, blue] = [channelReader(masks[0]), channelReader(masks[1]), channelReader(masks[2])];
  const alpha = masks[3] === 0 ? () => 255 : channelReader(masks[3]);
  const octets = bitsPerPixel / 8;
  const read = octets === 2 ? uint16le : uint32le;
  return (at, first, paint) => {
    for (let x = 0; x < width; x++) {
      const value = read(data, at + x * octets);
      paint(first + x, red(value), green(value), blue(value), alpha(value));
    }
  };
}

/** Scales the bits under a mask to 0..255. */
function channelReader(mask: number): (value: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const highest = mask >>> shift;
  return value => Math.round((((value & mask) >>> shift) * 255) / highest);
}
