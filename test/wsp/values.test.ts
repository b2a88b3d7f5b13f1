import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, fromHex, toHex } from '../../src/bytes/index.ts';
import {
  dateValue,
  integerValue,
  longInteger,
  readUnknownValue,
  readValueLength,
  shortInteger,
  uintvar,
  uriValue,
  valueLengthPrefix,
  versionValue,
} from '../../src/wsp/index.ts';
import { fieldName, qValue, wellKnownCharset } from '../../src/wsp/values.ts';
import { itCodes, itReads, itRefuses, itRejects, itTolerates, itWrites, z } from './codec-rows.ts';

const NEW_YEAR = new Date('2010-01-01T00:00:00Z');

describe('integers', () => {
  itCodes(shortInteger, [
    [0, '80'],
    [5, '85'],
    [127, 'ff'],
  ]);
  itRefuses(shortInteger, [
    [128, 'bytes/value-range'],
    [-1, 'bytes/value-range'],
    [0.5, 'bytes/value-range'],
  ]);
  itRejects(shortInteger, [
    ['7f', 'wsp/value-form', 0],
    ['', 'bytes/truncated', 0],
  ]);

  itCodes(longInteger, [
    [0, '01 00'],
    [127, '01 7f'],
    [128, '01 80'],
    [255, '01 ff'],
    [256, '02 0100'],
    [259_200, '03 03f480'],
    [2 ** 31, '04 80000000'],
    [2 ** 32, '05 0100000000'],
    [Number.MAX_SAFE_INTEGER, '07 1fffffffffffff'],
  ]);
  itRefuses(longInteger, [
    [2 ** 53, 'bytes/value-range'],
    [-1, 'bytes/value-range'],
    [Number.NaN, 'bytes/value-range'],
  ]);
  itTolerates(longInteger, [
    [0, '00', 'wsp/non-minimal', 0],
    [5, '02 0005', 'wsp/non-minimal', 0],
    [5, `1e ${'00'.repeat(29)}05`, 'wsp/non-minimal', 0],
    [5, '85', 'wsp/integer-form', 0],
  ]);
  itRejects(longInteger, [
    [`1f ${'00'.repeat(31)}`, 'wsp/value-form', 0],
    ['07 20000000000000', 'bytes/value-range', 0],
    ['02 01', 'bytes/truncated', 1],
  ]);

  itCodes(integerValue, [
    [0, '80'],
    [127, 'ff'],
    [128, '01 80'],
    [1015, '02 03f7'],
  ]);
  itTolerates(integerValue, [[127, '01 7f', 'wsp/integer-form', 0]]);
});

describe('uintvars and lengths', () => {
  itCodes(uintvar, [
    [0, '00'],
    [127, '7f'],
    [128, '81 00'],
    [300, '82 2c'],
    [16_383, 'ff 7f'],
    [16_384, '81 80 00'],
    [2_097_151, 'ff ff 7f'],
    [2_097_152, '81 80 80 00'],
    [268_435_455, 'ff ff ff 7f'],
    [268_435_456, '81 80 80 80 00'],
    [2 ** 31, '88 80 80 80 00'],
    [2 ** 32 - 1, '8f ff ff ff 7f'],
  ]);
  itRefuses(uintvar, [
    [2 ** 32, 'bytes/value-range'],
    [-1, 'bytes/value-range'],
    [1.5, 'bytes/value-range'],
  ]);
  itTolerates(uintvar, [
    [127, '80 7f', 'wsp/non-minimal', 0],
    [1, '80 80 80 80 01', 'wsp/non-minimal', 0],
  ]);
  itRejects(uintvar, [
    ['90 80 80 80 00', 'wsp/uintvar-range', 0],
    ['81 81 80 80 80 01', 'wsp/uintvar-range', 0],
    ['81', 'bytes/truncated', 1],
  ]);

  it.each([
    [0, '00'],
    [30, '1e'],
    [31, '1f1f'],
    [127, '1f7f'],
    [128, '1f8100'],
    [200, '1f8148'],
  ])('Value-length %i is %s', (length, hex) => {
    const writer = new ByteWriter();
    valueLengthPrefix(writer, length);
    expect(toHex(writer.toBytes())).toBe(hex);
    expect(readValueLength(new ByteReader(fromHex(hex), { strict: true }))).toBe(length);
  });

  it('Value-length 5 with a Length-quote is read with a warning', () => {
    const reader = new ByteReader(fromHex('1f05'));
    expect(readValueLength(reader)).toBe(5);
    expect(reader.warnings).toEqual([expect.objectContaining({ code: 'wsp/non-minimal', offset: 0 })]);
  });

  it.each(['20', '7f', '80', 'ff'])('octet %s is not a Value-length', hex => {
    expect(() => readValueLength(new ByteReader(fromHex(hex)))).toThrow(
      expect.objectContaining({ code: 'wsp/value-length', offset: 0 }),
    );
  });

  it.each([
    ['00', '00'],
    ['02aabb', '02aabb cc'],
    [`1e${'aa'.repeat(30)}`, `1e${'aa'.repeat(30)}cc`],
    [`1f1f${'aa'.repeat(31)}`, `1f1f${'aa'.repeat(31)}cc`],
    ['416200', '416200cc'],
    ['7fe900', '7fe900cc'],
    ['80', '80cc'],
    ['ff', 'ffcc'],
  ])('an unknown value takes %s', (taken, hex) => {
    expect(toHex(readUnknownValue(new ByteReader(fromHex(hex))))).toBe(taken);
  });
});

describe('dates, versions, locations', () => {
  itCodes(dateValue, [
    [new Date(0), '01 00'],
    [NEW_YEAR, '04 4b3d3b00'],
    [new Date('2038-01-19T03:14:08Z'), '04 80000000'],
    [new Date('9999-12-31T23:59:59Z'), '05 3afff4417f'],
  ]);
  itWrites(dateValue, [
    ['2010-01-01', '04 4b3d3b00'],
    ['2010-01-01T00:00:00', '04 4b3d3b00'],
    ['2010-01-01T01:00:00.999+01:00', '04 4b3d3b00'],
  ]);
  itRefuses(dateValue, [
    [new Date(-1), 'bytes/value-range'],
    [new Date(Number.NaN), 'bytes/value-range'],
    ['tomorrow', 'bytes/value-range'],
  ]);

  itCodes(versionValue, [
    ['1.0', '90'],
    ['1.2', '92'],
    ['1.10', '9a'],
    ['1.14', '9e'],
    ['2', 'af'],
    ['7.0', 'f0'],
    ['1.15', z('1.15')],
    ['10.0', z('10.0')],
    ['beta', z('beta')],
  ]);

  itCodes(uriValue, [
    ['/a', '2f6100'],
    ['', '00'],
  ]);
});

describe('parameter values', () => {
  itCodes(qValue, [
    [0, '01'],
    [0.1, '0b'],
    [0.5, '33'],
    [0.99, '64'],
    [0.333, '83 31'],
    [0.999, '88 4b'],
    [0.001, '65'],
  ]);
  itRefuses(qValue, [
    [1, 'wsp/parameter-value'],
    [-0.1, 'wsp/parameter-value'],
    [0.1234, 'wsp/parameter-value'],
  ]);
  itRejects(qValue, [
    ['00', 'wsp/value-form', 0],
    ['88 4c', 'wsp/value-form', 0],
  ]);

  itCodes(wellKnownCharset, [
    ['*', '80'],
    ['us-ascii', '83'],
    ['iso-8859-1', '84'],
    ['utf-8', 'ea'],
    ['utf-16', '02 03f7'],
    ['big5', '02 07ea'],
    ['x-mine', z('x-mine')],
    [999, '02 03e7'],
  ]);
  itWrites(wellKnownCharset, [
    ['UTF-8', 'ea'],
    [106, 'ea'],
  ]);
  itReads(wellKnownCharset, [['utf-8', z('UTF-8')]]);

  itCodes(fieldName, [
    [0x0e, '8e'],
    ['X-Foo', z('X-Foo')],
  ]);
});
