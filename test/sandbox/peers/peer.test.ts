import { expect, it } from 'vitest';
import { digitsOf } from '../../../src/sandbox/peers/peer.ts';

it.each([
  ['+447700900123', ['447700900123']],
  ['447700900123', ['447700900123']],
  ['+447700900123/TYPE=PLMN', ['447700900123']],
  ['12345', []],
  ['07700900123', []],
  ['ann@example.com', []],
  ['4477009001234567', []],
  ['', []],
])('%s reaches %j', (address, digits) => {
  expect(digitsOf(address)).toEqual(digits);
});
