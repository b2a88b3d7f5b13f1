import { expect, it } from 'vitest';
import { unpackHandsets } from '../../src/handsets/unpack.ts';
import { packNumbers } from '../../src/text/index.ts';

it('a phone of which the table knows no limit has none', () => {
  const unknown = packNumbers([0]);
  const table = unpackHandsets({
    makers: 'Acme 1',
    models: 'One (plus)',
    sizes: '',
    pixels: '',
    charsets: '',
    types: 'image/gif\nimage/jpeg',
    charsetSets: packNumbers([0]),
    typeSets: packNumbers([0, 0, 1]),
    maxBytes: unknown,
    maxImage: unknown,
    screen: unknown,
    charsetSet: unknown,
    typeSet: unknown,
    profiles: packNumbers([1]),
    differences: unknown,
  });
  expect(table.handset(0)).toEqual({
    id: 'acme-one-plus',
    maker: 'Acme',
    model: 'One (plus)',
    accept: ['image/gif', 'image/jpeg'],
    animation: true,
    source: 'UAProf',
  });
});
