import { expect, it } from 'vitest';
import { decodeLatin1, decodeLatin1ByHand } from '../../src/text/latin1.ts';

const OCTETS = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) & 0xff);

it('gives each octet as the character of its number, by hand as by Node, whatever the length', () => {
  for (let start = 0; start < 3; start++) {
    for (let end = start; end <= OCTETS.length; end++) {
      const expected = Array.from(OCTETS.subarray(start, end), code => String.fromCharCode(code)).join('');
      expect(decodeLatin1(OCTETS, start, end)).toBe(expected);
      if (end > start) expect(decodeLatin1ByHand(OCTETS, start, end)).toBe(expected);
    }
  }
});
