import { describe, expect, it } from 'vitest';
import { percentDecode, percentEncode } from '../../../src/submit/index.ts';

/** Around the digits and the letters of hexadecimal. */
const AROUND = ['/', '0', '9', ':', '@', 'A', 'F', 'G', '`', 'a', 'f', 'g'];

describe('what is encoded wrongly', () => {
  it.each([
    ...AROUND.flatMap(character => [`%FF%${character}0`, `%FF%4${character}`, `%FF%${character}`]),
    ...['%', '%4', '100%', '%%41', '%C3', '%C3%A9%', '%EF%BB%BFa%', '%E2%82', '%F0%9F%98', '+%+'],
  ])('is read as the URL standard has it: %j', text => {
    expect(percentDecode(text)).toEqual({
      text: new URLSearchParams(`x=${text}`).get('x'),
      wellFormed: false,
    });
  });
});

it('characters beyond ASCII stay beside octets that are not UTF-8', () => {
  expect(percentDecode('é%FF€%é')).toEqual({ text: 'é\ufffd€%é', wellFormed: false });
});

it('a text is asked for', () => {
  const wrong = { code: 'bytes/value-type', path: 'text' };
  expect(() => percentEncode(JSON.parse('1'))).toThrow(expect.objectContaining(wrong));
  expect(() => percentDecode(JSON.parse('1'))).toThrow(expect.objectContaining(wrong));
});
