import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bitmap,
  bitmapOfRows,
  checkBitmap,
  formatBlocks,
  invertBitmap,
  packRows,
  toPixels,
  unpackRows,
} from '../../src/bitmap/index.ts';
import { toHex } from '../../src/bytes/index.ts';
import { runs } from '../support/property.ts';
import { anyBitmap } from './any-bitmap.ts';

describe('checkBitmap', () => {
  const wrong: [string, unknown, object][] = [
    ['nothing', undefined, { code: 'bitmap/rows', path: 'rows' }],
    ['a text', '#', { code: 'bitmap/rows', path: 'rows' }],
    ['no rows', { width: 1, height: 1 }, { code: 'bitmap/rows', path: 'rows' }],
    ['no pixel', { width: 0, height: 0, rows: [] }, { code: 'bitmap/size', path: 'width' }],
    ['half a pixel', { width: 1, height: 0.5, rows: ['#'] }, { code: 'bitmap/size', path: 'height' }],
    ['a text as size', { width: '1', height: 1, rows: ['#'] }, { code: 'bitmap/size', path: 'width' }],
    ['a missing row', { width: 1, height: 2, rows: ['#'] }, { code: 'bitmap/rows', path: 'rows' }],
    ['a short row', { width: 2, height: 2, rows: ['##', '#'] }, { code: 'bitmap/rows', path: 'rows[1]' }],
    ['a number as row', { width: 2, height: 1, rows: [11] }, { code: 'bitmap/rows', path: 'rows[0]' }],
    [
      'a strange pixel',
      { width: 2, height: 2, rows: ['##', '#x'] },
      { code: 'bitmap/rows', path: 'rows[1]' },
    ],
    ['sparse rows', { width: 1, height: 2, rows: new Array(2) }, { code: 'bitmap/rows', path: 'rows[0]' }],
  ];

  it.each(wrong)('refuses %s', (_, value, error) => {
    expect(() => checkBitmap(value)).toThrow(expect.objectContaining(error));
    expect(() => packRows(value as Bitmap, 'none')).toThrow(expect.objectContaining(error));
  });

  it('takes rows of one length', () => {
    expect(bitmapOfRows(['#.', '.#'])).toEqual({ width: 2, height: 2, rows: ['#.', '.#'] });
    expect(() => bitmapOfRows(['#.', '.'])).toThrow(expect.objectContaining({ path: 'rows[1]' }));
    expect(() => bitmapOfRows([])).toThrow(expect.objectContaining({ code: 'bitmap/size' }));
  });
});

describe('packRows', () => {
  it('puts the leftmost pixel into the highest bit', () => {
    const edge = bitmapOfRows(['#.........', '#........#', '#.........']);
    expect(toHex(packRows(edge, 'none'))).toBe('80201800');
    expect(toHex(packRows(edge, 'octet'))).toBe('800080408000');
  });

  it('is undone by unpackRows', () => {
    fc.assert(
      fc.property(anyBitmap(40), fc.constantFrom('none', 'octet'), (bitmap, rowPadding) => {
        const { width, height, rows } = bitmap;
        expect(unpackRows(packRows(bitmap, rowPadding), width, height, rowPadding)).toEqual(rows);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a bitmap', () => {
  const arrow = bitmapOfRows(['.#.', '###', '#.#']);

  it('is inverted', () => {
    expect(invertBitmap(arrow).rows).toEqual(['#.#', '...', '.#.']);
    expect(invertBitmap(invertBitmap(arrow))).toEqual(arrow);
  });

  it('becomes pixels', () => {
    const black = [0, 0, 0, 255];
    const white = [255, 255, 255, 255];
    expect([...toPixels(bitmapOfRows(['.#', '#.'])).rgba]).toEqual([...white, ...black, ...black, ...white]);
  });

  it('is shown in block characters, two rows a line', () => {
    expect(formatBlocks(arrow)).toBe('▄█▄\n▀ ▀\n');
    expect(formatBlocks(bitmapOfRows(['.']))).toBe(' \n');
  });
});
