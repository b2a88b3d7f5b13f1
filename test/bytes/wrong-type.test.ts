import { expect, it } from 'vitest';
import { wrongType } from '../../src/bytes/index.ts';

it.each([
  [Uint8Array.of(1), 'octets'],
  [[1], 'an array'],
  [{ a: 1 }, 'an object'],
  [null, 'null'],
  [undefined, 'undefined'],
  [7, '7'],
  ['a "b"', '"a \\"b\\""'],
  ['x'.repeat(100), `"${'x'.repeat(40)}"`],
])('says what was found instead: %j', (value, found) => {
  expect(wrongType('a date', value).message).toBe(`expected a date, found ${found}`);
});
