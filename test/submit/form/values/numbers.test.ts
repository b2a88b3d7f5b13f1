import { describe, expect, it } from 'vitest';
import type { ValueCodec } from '../../../../src/submit/form/values/codec.ts';
import { dateTime } from '../../../../src/submit/form/values/date-time.ts';
import { integer, libraryNumber, octet } from '../../../../src/submit/form/values/numbers.ts';
import { reported } from '../reports.ts';

type Way = 'encode' | 'decode';

/** What a codec gives, and the code of what it reports. */
function outcome(codec: ValueCodec, way: Way, value: unknown): unknown[] {
  const { report, codes } = reported();
  const given = way === 'encode' ? codec.encode(value, report) : codec.decode(String(value), report);
  return [given, ...codes];
}

describe('a number in a form', () => {
  it.each<[string, ValueCodec, Way, unknown, unknown[]]>([
    ['whole', integer(1, 60), 'encode', 60, ['60']],
    ['whole', integer(1, 60), 'encode', 61, [undefined, 'submit/value']],
    ['whole', integer(1, 60), 'encode', 1.5, [undefined, 'submit/value']],
    ['whole', integer(1, 60), 'encode', '5', [undefined, 'submit/type']],
    ['whole', integer(1, 60), 'decode', '007', [7]],
    ['whole', integer(1, 60), 'decode', '-7', [undefined, 'submit/form-value']],
    ['whole', integer(1, 60), 'decode', '7x', [undefined, 'submit/form-value']],
    ['whole', integer(1, 60), 'decode', '1234567890', [undefined, 'submit/form-value']],
    ['of one octet', octet, 'encode', 10, ['0A']],
    ['of one octet', octet, 'encode', 0, ['00']],
    ['of one octet', octet, 'encode', 255, ['FF']],
    ['of one octet', octet, 'encode', -1, [undefined, 'submit/value']],
    ['of one octet', octet, 'encode', 1.5, [undefined, 'submit/value']],
    ['of one octet', octet, 'encode', 256, [undefined, 'submit/value']],
    ['of one octet', octet, 'encode', null, [undefined, 'submit/type']],
    ['of one octet', octet, 'decode', 'f5', [0xf5]],
    ['of one octet', octet, 'decode', '5', [undefined, 'submit/form-hex']],
    ['of one octet', octet, 'decode', '0f5', [undefined, 'submit/form-hex']],
    ['of one octet', octet, 'decode', 'f5g', [undefined, 'submit/form-hex']],
    ['of one octet', octet, 'decode', 'gf5', [undefined, 'submit/form-hex']],
    ['of the library', libraryNumber(80_000, 89_999), 'encode', 80_001, ['80001']],
    ['of the library', libraryNumber(80_000, 89_999), 'encode', 7, ['7', 'submit/library-range']],
    ['of the library', libraryNumber(80_000, 99_999), 'encode', 99_999, ['99999']],
    ['of the library', libraryNumber(80_000, 89_999), 'encode', 100_000, [undefined, 'submit/value']],
    ['of the library', libraryNumber(80_000, 89_999), 'encode', [1], [undefined, 'submit/type']],
    ['of the library', libraryNumber(80_000, 89_999), 'decode', '123', [123]],
    ['of the library', libraryNumber(80_000, 89_999), 'decode', '123456', [undefined, 'submit/form-value']],
  ])('%s, case %#', (_, codec, way, value, expected) => {
    expect(outcome(codec, way, value)).toEqual(expected);
  });
});

describe('a moment in a form', () => {
  it.each<[Way, unknown, unknown[]]>([
    ['encode', new Date('2004-05-23T14:14:58.9Z'), ['2004-05-23T14:14:58']],
    ['encode', '2004-05-23T14:14:58', ['2004-05-23T14:14:58']],
    ['encode', '2004-05-23T14:14:58+02:00', [undefined, 'submit/value']],
    ['encode', '2004-02-30T00:00:00', [undefined, 'submit/value']],
    ['encode', '0000-01-01T00:00:00', ['0000-01-01T00:00:00']],
    ['encode', new Date('-000001-12-31T23:59:59Z'), [undefined, 'submit/value']],
    ['encode', '', [undefined, 'submit/value']],
    ['encode', 1_085_321_698, [undefined, 'submit/type']],
    ['encode', new Date('+010000-01-01T00:00:00Z'), [undefined, 'submit/value']],
    ['encode', new Date(Number.NaN), [undefined, 'submit/value']],
    ['decode', '2004-05-23T14:14:58', [new Date('2004-05-23T14:14:58Z')]],
    ['decode', '2004-05-23T14:14:58Z', [undefined, 'submit/form-value']],
  ])('%s %o', (way, value, expected) => {
    expect(outcome(dateTime, way, value)).toEqual(expected);
  });

  it('has a hint where its zone is another', () => {
    const { report, hints } = reported();
    dateTime.encode('2004-05-23T14:14:58+02:00', report);
    expect(hints).toEqual([expect.stringContaining('only Z')]);
  });

  it('has its zone in JSON', () => {
    const report = (): undefined => undefined;
    expect(dateTime.toJson?.('2004-05-23T14:14:58', report)).toBe('2004-05-23T14:14:58Z');
    expect(dateTime.toJson?.('yesterday', report)).toBeUndefined();
  });
});
