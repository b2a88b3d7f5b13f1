import { describe, expect, it } from 'vitest';
import { bareNumber, hasHomeZero } from '../../src/text/index.ts';

describe('a telephone number as people write it', () => {
  it.each([
    ['+44 7700 900123', '+447700900123'],
    ['+44.7700.900123', '+447700900123'],
    ['+44\u00a07700\u2011900123', '+447700900123'],
    [' (0201) 555-0123\n', '02015550123'],
  ])('%j is bare %s', (written, bare) => {
    expect(bareNumber(written)).toBe(bare);
  });

  it('does not join the numbers of two lines', () => {
    expect(bareNumber('12345\n67890')).toBe('12345\n67890');
  });

  it.each(['+44(0)20 7946 0000', '+44 (0) 20 7946 0000', '+49 ( 0 )30 1234567'])(
    '%s tells two numbers, one for the country and one for the others',
    written => {
      expect(hasHomeZero(written)).toBe(true);
    },
  );

  it.each(['+44 (20) 7946 0000', '(020) 7946 0000', '(0)20 7946 0000', '+1 (0800) 555'])(
    '%s tells one number',
    written => {
      expect(hasHomeZero(written)).toBe(false);
    },
  );
});
