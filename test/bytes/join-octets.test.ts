import { expect, it } from 'vitest';
import { joinOctets, octetsIn } from '../../src/bytes/index.ts';

const PIECES = [Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)];

it('pieces have so many octets together, and those one behind the other', () => {
  expect(octetsIn(PIECES)).toBe(3);
  expect(joinOctets(PIECES)).toEqual(Uint8Array.of(1, 2, 3));
  expect([octetsIn([]), joinOctets([])]).toEqual([0, new Uint8Array()]);
});
