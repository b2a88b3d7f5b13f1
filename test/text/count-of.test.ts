import { expect, it } from 'vitest';
import { countOf } from '../../src/text/index.ts';

it('counts in words', () => {
  expect([0, 1, 2].map(count => countOf(count, 'note'))).toEqual(['0 notes', '1 note', '2 notes']);
});
