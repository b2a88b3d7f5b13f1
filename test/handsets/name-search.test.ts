import { describe, expect, it } from 'vitest';
import { searchNames } from '../../src/handsets/name-search.ts';

/** A table with two phones of Nokia alone. */
const models = ['6230', 'N73-1'];
const search = searchNames({
  models,
  makers: [{ maker: 'Nokia', start: 0, end: 2 }],
  name: position => ({ maker: 'Nokia', model: models[position] ?? '' }),
  handset: position => ({ id: String(position), maker: 'Nokia', model: '', accept: [] }),
});

describe('searchNames', () => {
  it('finds a model with and without its maker', () => {
    for (const name of ['nokia 6230', '6230']) expect(search.exact({ name })).toEqual([0]);
    expect(search.loose({ name: 'nokia n73' })).toEqual([1]);
  });

  it('finds no phone of a known maker that has none in the table', () => {
    expect(search.exact({ name: 'samsung 6230' })).toEqual([]);
    expect(search.loose({ name: 'samsung e250' })).toEqual([]);
    expect(search.exact({ name: '6230', maker: 'Samsung' })).toEqual([]);
  });
});
