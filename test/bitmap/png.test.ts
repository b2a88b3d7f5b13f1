import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/bitmap/index.ts';

function pattern(width: number, height: number) {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => ((x * y + x) % 3 === 0 ? '#' : '.')).join(''),
  );
  return { width, height, rows };
}

describe('encodePng', () => {
  it.each([
    [1, 1],
    [72, 28],
    [101, 21],
    [1200, 500],
  ])('writes %i x %i pixels as another library reads them', async (width, height) => {
    const bitmap = pattern(width, height);
    const { data, info } = await sharp(encodePng(bitmap))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    const rows = Array.from({ length: height }, (_, y) =>
      Array.from(data.subarray(y * width, (y + 1) * width), grey => (grey === 0 ? '#' : '.')).join(''),
    );
    expect(rows).toEqual(bitmap.rows);
  });

  it('refuses rows of another length', () => {
    expect(() => encodePng({ width: 3, height: 1, rows: ['#'] })).toThrow(/rows|row/);
  });
});
