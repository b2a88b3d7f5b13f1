import { describe, expect, it } from 'vitest';
import { numberColumn, packNumbers, textColumn } from '../../src/text/index.ts';

describe('a column of a packed table', () => {
  it('gives the text of a row, and none behind the last', () => {
    const column = textColumn('first\n\nthird');
    expect([0, 1, 2, 3].map(column)).toEqual(['first', '', 'third', '']);
  });

  it('gives the number of a row, and 0 behind the last', () => {
    const column = numberColumn(packNumbers([7, 44, 100_000]));
    expect([2, 0, 1, 3].map(column)).toEqual([100_000, 7, 44, 0]);
  });
});
