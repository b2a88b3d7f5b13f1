import { describe, expect, it } from 'vitest';
import { inOption, listOfOctets, readHex } from '../../../src/cli/input/hex-options.ts';
import { MmsError } from '../../../src/errors.ts';

describe('octets of an option', () => {
  it.each([
    ['8c 80', [0x8c, 0x80]],
    ['8c8\n0', [0x8c, 0x80]],
    ['8c\r\n80', [0x8c, 0x80]],
    // an offset in front and characters behind, as programs dump them
    ['00000000  8c 80                                             |..|\n', [0x8c, 0x80]],
  ])('are read of %j', (text, octets) => {
    expect([...readHex(text, 'hex')]).toEqual(octets);
  });

  it('are refused with the option as their place', () => {
    expect(() => readHex('8c8', 'hex')).toThrow(expect.objectContaining({ path: '--hex' }));
    expect(() => listOfOctets(['8c', 'zz'], 'decode')).toThrow(
      expect.objectContaining({ code: 'hex/bad-digit', path: '--decode' }),
    );
  });

  it('let pass what is no fault of the option', () => {
    const fault = new TypeError('a fault of the program');
    expect(() =>
      inOption('hex', () => {
        throw fault;
      }),
    ).toThrow(fault);
    expect(() =>
      inOption('hex', () => {
        throw new MmsError('hex/odd-length', 'odd');
      }),
    ).toThrow(expect.objectContaining({ path: '--hex' }));
  });
});
