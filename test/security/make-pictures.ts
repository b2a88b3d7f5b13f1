import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Writes the pictures of `picture-memory.test.ts` into a folder; a process of its own, so that making them takes no part. */

const be32 = (value: number): Buffer => {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value);
  return octets;
};

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([be32(content.length), named, be32(crc32(named))]);
}

/** A PNG of one colour and one bit a pixel: as few octets as deflate can. */
function emptyPng(side: number): Buffer {
  const rows = Buffer.alloc((side / 8 + 1) * side);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([be32(side), be32(side), Buffer.from([1, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A small AVIF whose header says more: what is refused by that need not be encoded, which takes seconds. */
async function emptyAvif(side: number): Promise<Buffer> {
  const octets = await plain(64, 64).avif({ effort: 0 }).toBuffer();
  const sizes = octets.indexOf('ispe') + 8;
  octets.writeUInt32BE(side, sizes);
  octets.writeUInt32BE(side, sizes + 4);
  return octets;
}

/** Waves and grain, so that no encoder gets away with a few octets. */
function photo(width: number, height: number, frames = 1): Sharp {
  const data = Buffer.alloc(width * height * frames * 3);
  let state = 12_345;
  for (let at = 0; at < data.length; at += 3) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const x = (at / 3) % width;
    const grain = (state >> 16) & 15;
    data[at] = (x / 9 + grain) & 255;
    data[at + 1] = (at / width / 40 + grain) & 255;
    data[at + 2] = (x / 5 + at / width / 70 + grain) & 255;
  }
  const pages = frames > 1 ? { pageHeight: height } : {};
  return sharp(data, { raw: { width, height: height * frames, channels: 3, ...pages } });
}

const plain = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#123' } });

const clear = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } });

const delays = (frames: number): number[] => new Array<number>(frames).fill(100);

const MAKE: Readonly<Record<string, () => Promise<Buffer>>> = {
  'empty-64mp.png': async () => emptyPng(8000),
  'empty-64mp.avif': () => emptyAvif(8000),
  'empty-64mp.webp': () => plain(8000, 8000).webp({ lossless: true, effort: 0 }).toBuffer(),
  'photo-12mp.jpg': () => photo(4032, 3024).jpeg({ quality: 88 }).toBuffer(),
  'turned-12mp.jpg': () => photo(4032, 3024).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  'progressive-12mp.jpg': () =>
    photo(4032, 3024).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  'progressive-20mp.jpg': () => photo(5200, 3900).jpeg({ progressive: true }).toBuffer(),
  'turned-progressive-15mp.jpg': () =>
    photo(4400, 3380).withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer(),
  'photo-50mp.jpg': () => plain(8192, 6144).jpeg().toBuffer(),
  'photo-12mp.webp': () => photo(4032, 3024).webp({ quality: 50, effort: 0 }).toBuffer(),
  'photo-6mp.avif': () => photo(3000, 2000).avif({ quality: 40, effort: 0 }).toBuffer(),
  'clear-6mp.avif': () => photo(3000, 2000).ensureAlpha(0.5).avif({ quality: 90, effort: 0 }).toBuffer(),
  'interlaced-12mp.png': () => photo(4000, 3000).png({ compressionLevel: 1, progressive: true }).toBuffer(),
  'deep-8mp.png': () =>
    clear(4000, 2000).toColourspace('rgb16').png({ compressionLevel: 1, progressive: true }).toBuffer(),
  'animated.gif': () =>
    photo(500, 400, 40)
      .gif({ effort: 1, delay: delays(40) })
      .toBuffer(),
  'animated.webp': () =>
    photo(1000, 1000, 10)
      .webp({ effort: 0, quality: 30, delay: delays(10) })
      .toBuffer(),
  'plain-4mp.gif': () => plain(2000, 2000).gif({ effort: 1 }).toBuffer(),
};

sharp.cache(false);
sharp.concurrency(1);
const [folder = '', ...names] = process.argv.slice(2);
for (const name of names) {
  const make = MAKE[name];
  if (make === undefined) throw new TypeError(`no picture ${name}`);
  writeFileSync(join(folder, name), await make());
}
