import { describe, expect, it } from 'vitest';
import { Carried } from '../../src/bytes/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { LIMITS } from '../../src/limits.ts';

const warned = (path?: string): Issue => ({
  code: 'mms/address-form',
  severity: 'warning',
  message: 'an address of another form',
  ...(path !== undefined && { path }),
});

describe('what a decoded value carries', () => {
  it('lifts the refusal of what was warned of in the same field, and no other', () => {
    const carried = new Carried([warned('to[3]')]);
    expect(carried.lifts('mms/bad-address', 'to[0]')).toBe('mms/address-form');
    expect(carried.lifts('mms/bad-address', 'cc[0]')).toBeUndefined();
    expect(carried.lifts('mms/missing-field', 'to[0]')).toBeUndefined();
  });

  it('lifts what decoding does not mind in any decoded value', () => {
    expect(new Carried([]).lifts('mms/no-recipient', 'to')).toBe('mms/no-recipient');
  });

  it('never lifts what nothing that was read can have', () => {
    expect(new Carried([warned('to')]).lifts('bytes/value-type', 'to')).toBeUndefined();
  });

  it('counts a warning without path to the message as a whole', () => {
    const carried = new Carried([warned()]);
    expect(carried.lifts('mms/bad-address', '')).toBe('mms/address-form');
    expect(carried.lifts('mms/bad-address', 'to')).toBeUndefined();
  });

  it('lifts in every field once there are as many warnings as decoding collects', () => {
    const carried = new Carried(Array.from({ length: LIMITS.maxWarnings }, () => warned('cc')));
    expect(carried.lifts('mms/bad-address', 'to')).toBe('mms/address-form');
  });

  it('is made of an array of warnings alone', () => {
    expect(() => new Carried(JSON.parse('{}'))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'warnings' }),
    );
  });
});
