import { describe, expect, it } from 'vitest';
import { MOST_IN_FORM } from '../../../../src/submit/form/bounds.ts';
import { octets } from '../../../../src/submit/form/values/octets.ts';
import { reported } from '../reports.ts';

const BITMAP = octets(5);
const FIVE = new Uint8Array([0, 1, 0xab, 0xcd, 0xff]);

/** Octets that say how many they are and are not. */
function octetsOf(length: number): Uint8Array {
  return Object.defineProperty(new Uint8Array(5), 'length', { value: length });
}

describe('octets', () => {
  it.each([
    [FIVE, true, []],
    [FIVE.subarray(1), false, ['submit/value']],
    ['0001abcdff', false, ['submit/type']],
    [octetsOf(MOST_IN_FORM.octets), true, []],
    [octetsOf(MOST_IN_FORM.octets + 1), false, ['submit/too-large']],
  ])('%#: may stand in a form or not', (value, expected, problems) => {
    const { report, codes } = reported();
    expect(BITMAP.accepts?.(value, report)).toBe(expected);
    expect(codes).toEqual(problems);
  });

  it('are written in upper case, a part of others alone', () => {
    const { report, codes } = reported();
    expect(BITMAP.encode(new Uint8Array([9, ...FIVE, 9]).subarray(1, 6), report)).toBe('0001ABCDFF');
    expect(BITMAP.encode(new Uint8Array(4), report)).toBeUndefined();
    expect(codes).toEqual(['submit/value']);
  });

  it.each([
    ['0001abCDff', FIVE],
    ['', new Uint8Array()],
    ['0', undefined],
    ['00zz', undefined],
  ])('are read at once where %j is plainly right', (raw, read) => {
    expect(BITMAP.decodePlain?.(raw)).toEqual(read);
  });

  it.each([
    ['0001abCDff', FIVE, []],
    ['00zz45678901', new Uint8Array(), ['no pair of hexadecimal digits at character 3: "zz456789"']],
    ['000', new Uint8Array(), ['no pair of hexadecimal digits at character 3: "0"']],
  ])('are read of %j', (text, read, problems) => {
    const { report, messages } = reported();
    expect(BITMAP.decode(text, report)).toEqual(read);
    expect(messages).toEqual(problems);
  });

  it('are digits in JSON, and stay what they are elsewhere', () => {
    const { report, codes } = reported();
    expect(BITMAP.toJson?.(FIVE, report)).toBe('0001abcdff');
    expect(BITMAP.toJson?.(5, report)).toBe(5);
    expect(BITMAP.fromJson?.('0001abcdff', report)).toEqual(FIVE);
    expect(BITMAP.fromJson?.(FIVE, report)).toBe(FIVE);
    expect(codes).toEqual([]);
    expect(BITMAP.fromJson?.('0g', report)).toBeUndefined();
    expect(codes).toEqual(['submit/form-hex']);
  });
});
