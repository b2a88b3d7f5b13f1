import { describe, expect, it } from 'vitest';
import { MmsError, reasonOf, unlessRefused } from '../src/errors.ts';

describe('the reason of a failure', () => {
  it('is the message of an error, and what else was thrown in words', () => {
    expect(reasonOf(new RangeError('too far'))).toBe('too far');
    expect(reasonOf('gone')).toBe('gone');
    expect(reasonOf(undefined)).toBe('undefined');
  });
});

describe('what is made unless it is refused', () => {
  it('is there, or undefined where the input is at fault', () => {
    expect(unlessRefused(() => 42)).toBe(42);
    const refuse = () => {
      throw new MmsError('wsp/length-overrun', 'too long');
    };
    expect(unlessRefused(refuse)).toBeUndefined();
  });

  it('hides no other error', () => {
    const fail = () => {
      throw new TypeError('a fault of the program');
    };
    expect(() => unlessRefused(fail)).toThrow(TypeError);
  });
});
