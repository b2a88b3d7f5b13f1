import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPicture } from '../../src/bitmap/fit.ts';
import {
  type Bitmap,
  bitmapOfRows,
  type Dither,
  type Fit,
  invertBitmap,
  type Pixels,
  toBitmap,
  toPixels,
} from '../../src/bitmap/index.ts';
import { toGrey } from '../../src/bitmap/pixels.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { runs } from '../support/property.ts';
import { anyBitmap } from './any-bitmap.ts';

interface DitherVector {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly rgb: string;
  readonly grey: string;
  readonly floydSteinberg: readonly string[];
  readonly ordered: readonly string[];
  readonly box: { readonly width: number; readonly height: number; readonly grey: string };
}

const vectors: readonly DitherVector[] = JSON.parse(
  readFileSync(new URL('../vectors/bitmap/dither.json', import.meta.url), 'utf8'),
);

function pixelsOf({ width, height, rgb }: DitherVector): Pixels {
  const octets = fromHex(rgb);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) rgba.set(octets.subarray(i * 3, i * 3 + 3), i * 4);
  return { width, height, rgba };
}

function grey(width: number, height: number, levelAt: (x: number, y: number) => number): Pixels {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    rgba.fill(levelAt(i % width, Math.floor(i / width)), i * 4, i * 4 + 3);
  }
  return { width, height, rgba };
}

const blackShare = ({ width, height, rows }: Bitmap): number =>
  rows.join('').replaceAll('.', '').length / (width * height);

describe('toBitmap against Pillow, ImageMagick and Netpbm', () => {
  it.each(vectors)('$name', vector => {
    const pixels = pixelsOf(vector);
    const picture = toGrey(pixels);
    expect(toHex(picture.levels)).toBe(vector.grey);
    expect(toBitmap(pixels).rows).toEqual(vector.floydSteinberg);
    expect(toBitmap(pixels, { dither: 'ordered' }).rows).toEqual(vector.ordered);
    const scaled = fitPicture(picture, vector.box, 'fill');
    const expected = fromHex(vector.box.grey);
    expect(scaled.levels.length).toBe(expected.length);
    scaled.levels.forEach((level, i) => {
      expect(Math.abs(level - (expected[i] ?? 0))).toBeLessThanOrEqual(1);
    });
  });
});

describe('toBitmap', () => {
  it('makes black of everything below the threshold', () => {
    const ramp = grey(4, 1, x => [0, 99, 100, 255][x] ?? 0);
    expect(toBitmap(ramp, { dither: 'none', threshold: 100 }).rows).toEqual(['##..']);
    expect(toBitmap(ramp, { dither: 'none' }).rows).toEqual(['###.']);
    expect(toBitmap(ramp, { dither: 'none', invert: true }).rows).toEqual(['...#']);
  });

  it('keeps the share of black with both dithers', () => {
    for (const level of [16, 64, 128, 200, 240]) {
      for (const dither of ['floyd-steinberg', 'ordered'] as const) {
        const share = blackShare(
          toBitmap(
            grey(64, 64, () => level),
            { dither },
          ),
        );
        expect(Math.abs(share - (1 - level / 255))).toBeLessThan(0.02);
      }
    }
  });

  it('lays what is transparent on white', () => {
    const rgba = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 128, 0, 0, 0, 64]);
    expect([...toGrey({ width: 4, height: 1, rgba }).levels]).toEqual([255, 0, 127, 191]);
  });

  it('takes the data of a canvas', () => {
    const rgba = new Uint8ClampedArray([0, 0, 0, 255, 255, 255, 255, 255]);
    expect(toBitmap({ width: 2, height: 1, rgba }).rows).toEqual(['#.']);
  });

  const plus = toPixels(bitmapOfRows(['.#', '##']));

  it.each<{ fit: Fit; width: number; height: number; rows: readonly string[] }>([
    { fit: 'contain', width: 6, height: 2, rows: ['...#..', '..##..'] },
    { fit: 'contain', width: 2, height: 4, rows: ['..', '.#', '##', '..'] },
    { fit: 'cover', width: 4, height: 2, rows: ['..##', '####'] },
    { fit: 'fill', width: 4, height: 2, rows: ['..##', '####'] },
    { fit: 'crop', width: 1, height: 1, rows: ['.'] },
    { fit: 'crop', width: 4, height: 4, rows: ['....', '..#.', '.##.', '....'] },
    { fit: 'crop', width: 1, height: 3, rows: ['.', '#', '.'] },
  ])('fits by $fit into $width x $height', ({ fit, width, height, rows }) => {
    expect(toBitmap(plus, { fit, width, height, dither: 'none' }).rows).toEqual(rows);
  });

  it('keeps the proportions when one side is given', () => {
    const wide = grey(100, 20, () => 0);
    expect(toBitmap(wide, { width: 50 })).toMatchObject({ width: 50, height: 10 });
    expect(toBitmap(wide, { height: 40 })).toMatchObject({ width: 200, height: 40 });
    expect(toBitmap(wide, { width: 2 })).toMatchObject({ width: 2, height: 1 });
  });

  it('fits a tall strip of any length into a small box', () => {
    const strip = grey(1, 200_000, () => 0);
    for (const fit of ['contain', 'cover', 'fill', 'crop'] as const) {
      expect(toBitmap(strip, { width: 72, height: 28, fit })).toMatchObject({ width: 72, height: 28 });
    }
  });

  it('refuses sizes and thresholds out of range', () => {
    const dot = grey(1, 1, () => 0);
    for (const width of [0, -1, 1.5, 65536, Number.NaN]) {
      expect(() => toBitmap(dot, { width })).toThrow(expect.objectContaining({ code: 'bitmap/size' }));
    }
    expect(() => toBitmap(dot, { width: 65535, height: 65535 })).toThrow(
      expect.objectContaining({ code: 'bitmap/too-large' }),
    );
    for (const threshold of [0, 256, Number.NaN]) {
      expect(() => toBitmap(dot, { threshold })).toThrow(
        expect.objectContaining({ code: 'bitmap/threshold' }),
      );
    }
    expect(() => toBitmap({ width: 2, height: 2, rgba: new Uint8Array(15) })).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'pixels.rgba' }),
    );
  });

  it('leaves black and white as they are', () => {
    const dithers = fc.constantFrom<Dither>('none', 'floyd-steinberg', 'ordered');
    fc.assert(
      fc.property(anyBitmap(40), dithers, (bitmap, dither) => {
        expect(toBitmap(toPixels(bitmap), { dither })).toEqual(bitmap);
        expect(toBitmap(toPixels(bitmap), { dither, invert: true })).toEqual(invertBitmap(bitmap));
      }),
      { numRuns: runs(300) },
    );
  });
});
