import fc from 'fast-check';
import type { Bitmap } from '../../src/bitmap/index.ts';
import { random } from '../support/property.ts';

const SIXTEEN_PIXELS = Array.from({ length: 65536 }, (_, bits) =>
  Array.from({ length: 16 }, (_, i) => ((bits >> i) & 1 ? '#' : '.')).join(''),
);

function bitmapOfSeed(width: number, height: number, seed: number): Bitmap {
  const next = random(seed);
  const row = (): string => {
    let text = '';
    while (text.length < width) text += SIXTEEN_PIXELS[Math.floor(next() * 65536)];
    return text.slice(0, width);
  };
  return { width, height, rows: Array.from({ length: height }, row) };
}

/** Any bitmap from 1x1 to `largest` squared. The pixels come from one seed, so that large ones are made fast. */
export function anyBitmap(largest: number): fc.Arbitrary<Bitmap> {
  const side = fc.integer({ min: 1, max: largest });
  return fc.tuple(side, side, fc.nat()).map(([width, height, seed]) => bitmapOfSeed(width, height, seed));
}

/** Any bitmap of one size. */
export function bitmapOfSize(width: number, height: number): fc.Arbitrary<Bitmap> {
  return fc.nat().map(seed => bitmapOfSeed(width, height, seed));
}
