import fc from 'fast-check';
import type { Bitmap } from '../../src/bitmap/index.ts';
import { random } from '../support/property.ts';

/** Any bitmap from 1x1 to `largest` squared. The pixels come from one seed, so that large ones are made fast. */
export function anyBitmap(largest: number): fc.Arbitrary<Bitmap> {
  const side = fc.integer({ min: 1, max: largest });
  return fc.record({ width: side, height: side, seed: fc.nat() }).map(({ width, height, seed }) => {
    const next = random(seed);
    const row = (): string => {
      let text = '';
      for (let x = 0; x < width; x++) text += next() < 0.5 ? '#' : '.';
      return text;
    };
    return { width, height, rows: Array.from({ length: height }, row) };
  });
}
