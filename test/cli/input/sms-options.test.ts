import { describe, expect, it } from 'vitest';
import { languageOf, submitOptionsOf } from '../../../src/cli/input/sms-options.ts';

describe('the options of an SMS', () => {
  it.each([
    ['auto', 'auto'],
    ['1', { singleShift: 1 }],
    [':2', { lockingShift: 2 }],
    ['1:2', { singleShift: 1, lockingShift: 2 }],
  ])('take the tables of a language as %s', (text, expected) => {
    expect(languageOf({ 'national-language': text })).toEqual(expected);
  });

  it.each([
    ['60', 60],
    ['2026-12-31T23:59:58+01:00', '2026-12-31T23:59:58+01:00'],
    ['01000000000000', Uint8Array.of(1, 0, 0, 0, 0, 0, 0)],
  ])('take the period of validity as %s', (text, validityPeriod) => {
    expect(submitOptionsOf({ 'validity-period': text })).toMatchObject({ validityPeriod });
  });

  it('take the length of a reference', () => {
    const bits = (text?: string) =>
      submitOptionsOf(text === undefined ? {} : { 'reference-bits': text }).referenceBits;
    expect([bits(), bits('8'), bits('16')]).toEqual([undefined, 8, 16]);
  });
});
