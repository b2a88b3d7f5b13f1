import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSmilTime, parseSmilTime } from '../../src/smil/index.ts';
import { expectLinear } from '../support/growth.ts';
import { runs } from '../support/property.ts';

describe('parseSmilTime', () => {
  it.each([
    ['5000ms', 'milliseconds', 5000],
    ['0ms', 'milliseconds', 0],
    ['20s', 'seconds', 20_000],
    ['35.723s', 'seconds', 35_723],
    ['0.0005s', 'seconds', 1],
    ['1500.4ms', 'seconds', 1500],
    ['5', 'seconds', 5000],
    ['+2s', 'seconds', 2000],
    [' 3s ', 'seconds', 3000],
    ['1.5min', 'clock', 90_000],
    ['2h', 'clock', 7_200_000],
    ['00:05', 'clock', 5000],
    ['02:33.5', 'clock', 153_500],
    ['1:02:03.25', 'clock', 3_723_250],
    ['indefinite', 'indefinite', undefined],
    ['2147483647ms', 'milliseconds', 2_147_483_647],
  ])('%j is %s, %d ms', (text, form, ms) => {
    expect(parseSmilTime(text)).toEqual(ms === undefined ? { form } : { form, ms });
  });

  it.each([
    '',
    'five',
    '5 s',
    '-1s',
    '5.',
    '.5s',
    '5sec',
    '00:60',
    '1:2:3',
    '1e3',
    'img.end',
    '2147483648ms',
    '999999999h',
    '٥s',
  ])('%j is not a time', text => {
    expect(parseSmilTime(text)).toBeUndefined();
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), ms => {
        expect(parseSmilTime(formatSmilTime(ms))).toEqual({ form: 'milliseconds', ms });
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(['1', '0', ':', '.', ' ', '+', 'a', '1:', '00:'])('takes linear time on %j', piece => {
    expectLinear(length => {
      const text = piece.repeat(length / piece.length);
      for (const hostile of [text, `1${text}x`, `1.${text}`, `00:${text}`]) parseSmilTime(hostile);
    }, 1_000_000);
  });
});
