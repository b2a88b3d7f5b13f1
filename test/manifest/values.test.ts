import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { checkManifest, parseDuration, parseSize, parseTime } from '../../src/manifest/index.ts';

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return isMmsError(error) ? error.code : String(error);
  }
}

describe('parseTime', () => {
  it.each([
    ['5s', 5000],
    ['0s', 0],
    ['1.5s', 1500],
    ['35.723s', 35_723],
    ['1.005s', 1005],
    ['5000ms', 5000],
    ['0ms', 0],
    ['999999.999s', 999_999_999],
    [5000, 5000],
    [0, 0],
    [999_999_999, 999_999_999],
  ])('reads %s', (time, ms) => {
    expect(parseTime(time)).toBe(ms);
  });

  it.each([
    '',
    '5',
    '5 s',
    ' 5s',
    '5S',
    '-5s',
    '+5s',
    '1.5ms',
    '.5s',
    '5.s',
    '1.2345s',
    '5min',
    '00:05',
    'auto',
    '1e3ms',
    '1234567s',
    '٥s',
    '5s\n',
    -1,
    0.5,
    1e9,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('refuses %j', time => {
    expect(codeOf(() => parseTime(time))).toBe('manifest/value');
  });

  it('gives whole milliseconds for every number of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), ms => {
        const seconds = `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}s`;
        expect([parseTime(ms), parseTime(`${ms}ms`), parseTime(seconds)]).toEqual([ms, ms, ms]);
      }),
    );
  });
});

describe('parseDuration', () => {
  it('reads auto, and times of more than nothing', () => {
    expect(parseDuration('auto')).toBe('auto');
    expect(parseDuration('2s')).toBe(2000);
    expect(parseDuration(1)).toBe(1);
    for (const nothing of [0, '0s', '0.000s', '0ms']) {
      expect(codeOf(() => parseDuration(nothing))).toBe('manifest/value');
    }
  });
});

describe('parseSize', () => {
  it.each([
    ['100kB', 102_400],
    ['30kB', 30_720],
    ['30KB', 30_720],
    ['1MB', 1_048_576],
    ['1.5MB', 1_572_864],
    ['0.5kB', 512],
    ['0.001kB', 1],
    ['512B', 512],
    ['0B', 0],
    [1024, 1024],
    [0, 0],
  ])('reads %s', (size, bytes) => {
    expect(parseSize(size)).toBe(bytes);
  });

  it.each([
    '',
    '100',
    '100 kB',
    '100kb',
    '100Kb',
    '100k',
    '0.5B',
    '1.2345kB',
    '-1kB',
    '1GB',
    '1e3B',
    '1,5MB',
    -1,
    0.5,
    2 ** 53,
    Number.NaN,
  ])('refuses %j', size => {
    expect(codeOf(() => parseSize(size))).toBe('manifest/value');
  });
});

describe('the validator and the readers of values', () => {
  const unit = fc.constantFrom('s', 'ms', 'B', 'kB', 'KB', 'MB', '', 'auto', '.', '0', '00', '.0');
  const digits = fc.stringMatching(/^[0-9]{0,8}(\.[0-9]{0,4})?$/);
  const value = fc.oneof(
    fc.tuple(digits, unit).map(([a, b]) => a + b),
    fc.double(),
    fc.nat(),
  );

  it('agree on what is a duration, a time and a size', () => {
    fc.assert(
      fc.property(value, one => {
        const isAccepted = (manifest: object): boolean => checkManifest(manifest).length === 0;
        const text = { value: 'a', begin: one };
        expect(isAccepted({ slides: [{ duration: one }] })).toBe(
          codeOf(() => parseDuration(one)) === undefined,
        );
        expect(isAccepted({ slides: [{ text }] })).toBe(codeOf(() => parseTime(one)) === undefined);
        const isSize = codeOf(() => parseSize(one)) === undefined;
        expect(isAccepted({ slides: [], budget: { reserve: one } })).toBe(isSize);
        const isPositive = isSize && parseSize(one) > 0;
        expect(isAccepted({ slides: [], budget: { bytes: one } })).toBe(isPositive);
      }),
      { numRuns: 1000 },
    );
  });
});
