import { crc32, deflateSync } from 'node:zlib';
import { animation, drawing, photo } from './pictures.ts';
import { BMP, be32, box, concat, GIF, latin1, utf8, WBMP } from './samples.ts';

function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = concat(latin1(type), content);
  return concat(be32(content.length), named, be32(crc32(named)));
}

/** A one-bit PNG of zeros: a few octets that claim a great many pixels. */
export function hugePng(side: number): Uint8Array {
  const header = concat(be32(side), be32(side), [1, 0, 0, 0, 0]);
  const rows = new Uint8Array((side / 8 + 1) * side);
  const data = new Uint8Array(deflateSync(rows, { level: 9 }));
  return concat(
    latin1('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  );
}

/** A GIF of so many frames of one pixel each. */
function manyFrames(frames: number): Uint8Array {
  const frame = GIF.subarray(19, GIF.length - 1);
  return concat(GIF.subarray(0, 19), ...new Array<Uint8Array>(frames).fill(frame), [0x3b]);
}

const hugeGif = concat(latin1('GIF89a\xff\xff\xff\xff'), GIF.subarray(10));

type Pictures = Readonly<Record<string, () => Promise<Uint8Array>>>;

/** Pictures that claim more than they hold, by promise and name. */
const CLAIMS: Pictures = {
  'I1: PNG of 16000 by 16000': async () => hugePng(16_000),
  'I1: PNG of 30000 by 30000': async () => hugePng(30_000),
  'I1: GIF of 65535 by 65535': async () => hugeGif,
  'I1: GIF of 10000 frames': async () => manyFrames(10_000),
  'I2: WBMP of 2^32 - 1 pixels across': async () => latin1('\0\0\x8f\xff\xff\xff\x7f\x01\xff'),
  'I1: BMP that claims 60000 by 60000': async () =>
    concat(BMP.subarray(0, 18), [0x60, 0xea, 0x60, 0xea], BMP.subarray(22)),
};

/** What is no picture that is read, by its format. */
export const NO_PICTURES: Pictures = {
  SVG: async () => utf8('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect/></svg>'),
  TIFF: async () => photo(20, 20).tiff().toBuffer(),
  PDF: async () => latin1('%PDF-1.4\n1 0 obj\n'),
  HEIF: async () => concat(box('ftyp', latin1('heic'), be32(0), latin1('mif1')), box('meta', be32(0))),
  HTML: async () => utf8('<!doctype html><html><body>404</body></html>'),
};

/** All must be refused by their headers. */
export const HOSTILE: Pictures = {
  ...CLAIMS,
  ...Object.fromEntries(Object.entries(NO_PICTURES).map(([name, make]) => [`I3: ${name}`, make])),
};

/** Small pictures of every format, to be damaged. */
export const SMALL: Pictures = {
  jpeg: () => photo(24, 18).jpeg({ quality: 60 }).withMetadata({ orientation: 6 }).toBuffer(),
  png: () => drawing(24, 18).png().toBuffer(),
  gif: () => animation(16, 12, 3),
  webp: () => photo(24, 18).webp().toBuffer(),
  avif: () => photo(24, 18).avif({ effort: 0 }).toBuffer(),
  bmp: async () => BMP,
  wbmp: async () => WBMP,
};
