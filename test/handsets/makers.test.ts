import { expect, it } from 'vitest';
import { nameKey, nameKeys } from '../../src/handsets/makers.ts';

it('the keys of many names are the key of each, whatever their letters', () => {
  for (const names of [
    ['Sony Ericsson', 'W810i'],
    ['ПОИСК-3', 'Été 2+', 'GT-I9000'],
  ])
    expect(nameKeys(names)).toEqual(names.map(nameKey));
  expect(nameKeys(['ПОИСК-3', 'Été 2+'])).toEqual(['поиск3', 'été2+']);
});
