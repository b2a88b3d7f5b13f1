import { expect, it } from 'vitest';
import { findOctet } from '../../src/bytes/index.ts';

it('finds an octet from a place on, in a view as an array does', () => {
  const view = Uint8Array.from({ length: 600 }, (_, index) => (index * 7) & 0xff).subarray(5, 590);
  for (const octet of [0, 35, 0xff])
    for (const start of [0, 1, 36, 300, 584, 585, 1000])
      expect([octet, start, findOctet(view, octet, start)]).toEqual([
        octet,
        start,
        view.indexOf(octet, start),
      ]);
});
