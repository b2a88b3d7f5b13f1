import { expect, it } from 'vitest';
import { octetAt } from '../../src/bytes/index.ts';

it('gives 0 for an octet past the end', () => {
  const octets = Uint8Array.of(7, 8);
  expect([0, 1, 2].map(at => octetAt(octets, at))).toEqual([7, 8, 0]);
});
