import { expect, it } from 'vitest';
import { toBase64, toBase64ByHand } from '../../src/text/base64.ts';

it.each([
  ['', ''],
  ['00', 'AA=='],
  ['fbff', '+/8='],
  ['666f6f', 'Zm9v'],
  ['666f6f626172', 'Zm9vYmFy'],
])('writes %s as %s, by hand as by Node (RFC 4648 10 and its alphabet)', (hex, expected) => {
  const octets = new Uint8Array(Buffer.from(hex, 'hex'));
  expect(toBase64(octets)).toBe(expected);
  expect(toBase64ByHand(octets)).toBe(expected);
});

it('writes a view as what it shows', () => {
  const whole = Uint8Array.from({ length: 1000 }, (_, index) => (index * 91) & 0xff);
  const view = whole.subarray(7, 900);
  expect(toBase64(view)).toBe(toBase64(view.slice()));
  expect(toBase64ByHand(view)).toBe(toBase64(view));
});

it.each([49_151, 49_152, 49_153, 98_304, 150_001])('writes %i octets as one text', length => {
  const octets = Uint8Array.from({ length }, (_, index) => (index * 91) >> 3);
  expect(toBase64(octets)).toBe(Buffer.from(octets).toString('base64'));
  expect(toBase64ByHand(octets)).toBe(toBase64(octets));
});
