import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, Carried, fromHex, toHex } from '../../src/bytes/index.ts';
import {
  dateToSeconds,
  dateValue,
  integerValue,
  longInteger,
  readUnknownValue,
  readValueLength,
  shortInteger,
  textString,
  tokenText,
  uintvar,
  uriValue,
  valueLengthPrefix,
  versionCode,
  versionValue,
  writeRawValue,
} from '../../src/wsp/index.ts';
import { uintvarSize } from '../../src/wsp/integers.ts';
import { noValue } from '../../src/wsp/texts.ts';
import {
  fieldName,
  qValue,
  readRawUintvar,
  wellKnownCharset,
  writeRawUintvar,
} from '../../src/wsp/values.ts';
import {
  itCodes,
  itReads,
  itReadsCarefully,
  itRefuses,
  itRejects,
  itTolerates,
  itWrites,
  z,
} from './codec-rows.ts';

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
    [2 ** 48 - 1, '06 ffffffffffff'],
  ]);
  itWrites(longInteger, [[Number.MAX_SAFE_INTEGER, '07 1fffffffffffff']]);
  itReadsCarefully(longInteger, [[Number.MAX_SAFE_INTEGER, '07 1fffffffffffff']]);
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
    [0, '80', 'wsp/integer-form', 0],
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
  itRefuses(integerValue, [
    [-1, 'bytes/value-range'],
    ['7' as never, 'bytes/value-type'],
    // It cannot even be compared with a number.
    [{ valueOf: 0, toString: 0 } as never, 'bytes/value-type'],
  ]);

  it.each([
    [shortInteger, '05', 'expected Short-integer, found the octet 05'],
    [longInteger, '1f', 'expected Long-integer, found the octet 1f'],
    [textString, '01', 'expected Text-string, found the octet 01'],
    [tokenText, '00', 'expected Token-text, found the octet 00'],
    [noValue, '81', 'expected No-value, found the octet 81'],
  ])('$name tells what it expected', (codec, hex, message) => {
    expect(() => codec.decode(new ByteReader(fromHex(hex)))).toThrow(expect.objectContaining({ message }));
  });
});

it('a refused integer is told with its bounds', () => {
  expect(() => integerValue.encode(new ByteWriter(), -1)).toThrow(
    'expected an integer from 0 to 9007199254740991, found -1',
  );
});

it.each([
  [0, 1],
  [127, 1],
  [128, 2],
  [16_383, 2],
  [16_384, 3],
  [2 ** 32 - 1, 5],
])('the uintvar %i takes %i octets', (value, octets) => {
  expect(uintvarSize(value)).toBe(octets);
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

  it('a Value-length is a number', () => {
    expect(() => valueLengthPrefix(new ByteWriter(), '5' as never)).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'length' }),
    );
  });

  it('the octet that is no Value-length is told', () => {
    expect(() => readValueLength(new ByteReader(fromHex('20')))).toThrow('found the octet 20');
  });

  it('Value-length 30 needs no Length-quote', () => {
    const reader = new ByteReader(fromHex('1f1e'));
    expect(readValueLength(reader)).toBe(30);
    expect(reader.warnings).toEqual([expect.objectContaining({ code: 'wsp/non-minimal' })]);
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

describe('octets of one value', () => {
  const written = (write: (writer: ByteWriter, raw: Uint8Array) => void, hex: string, carried?: Carried) => {
    const writer = new ByteWriter(undefined, carried);
    write(writer, fromHex(hex));
    return toHex(writer.toBytes());
  };
  const refusal = (hint: string) => expect.objectContaining({ code: 'wsp/raw-value', hint });

  it.each(['00', '0105', '1f0105', '80', '416200'])('%s is written as it is', hex => {
    expect(written(writeRawValue, hex)).toBe(hex);
  });

  it.each(['', '02aa', '4162', '8080', '00ff'])('%j is refused', hex => {
    expect(() => written(writeRawValue, hex)).toThrow(
      refusal('a value begins with its length, is a text with its final 00, or one octet from 80 on'),
    );
  });

  it.each(['00', '7f', '8100', '808001'])('the uintvar %s is written as it is', hex => {
    expect(written(writeRawUintvar, hex)).toBe(hex);
    expect(toHex(readRawUintvar(new ByteReader(fromHex(`${hex}85`))))).toBe(hex);
  });

  it.each(['', '81', '8180', '0000', '810000'])('%j is no uintvar', hex => {
    expect(() => written(writeRawUintvar, hex)).toThrow(refusal('its last octet alone is below 80'));
  });

  it('a uintvar that was cut is written back', () => {
    const carried = new Carried([]);
    for (const hex of ['', '81', '8180']) {
      expect(toHex(readRawUintvar(new ByteReader(fromHex(hex))))).toBe(hex);
      expect(written(writeRawUintvar, hex, carried)).toBe(hex);
    }
    expect(() => written(writeRawUintvar, '0081', carried)).toThrow(
      expect.objectContaining({ code: 'wsp/raw-value' }),
    );
  });

  it('a text without its end is a value only where a section may end it', () => {
    const reader = new ByteReader(fromHex('4162'));
    expect(toHex(readUnknownValue(reader, true))).toBe('416200');
    expect(reader.warnings).toEqual([expect.objectContaining({ code: 'wsp/missing-terminator', offset: 2 })]);
    expect(() => readUnknownValue(new ByteReader(fromHex('4162')))).toThrow(
      expect.objectContaining({ code: 'wsp/value-form' }),
    );
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
    ['2010-01-01T00:00:00Z', '04 4b3d3b00'],
    ['2009-12-31T23:59-00:01', '04 4b3d3b00'],
  ]);
  itRejects(dateValue, [['05 3afff44180', 'bytes/value-range', 0]]);
  itRefuses(dateValue, [
    [new Date(-1), 'bytes/value-range'],
    [new Date(Number.NaN), 'bytes/value-range'],
    ['tomorrow', 'bytes/value-range'],
    ['2010-02-30', 'bytes/value-range'],
    ['2010-02-00', 'bytes/value-range'],
    [0 as never, 'bytes/value-type'],
  ]);

  it('a refused date before 1970 is told as a date', () => {
    expect(() => dateToSeconds(new Date(-1))).toThrow('expected a date from 1970 to 9999');
  });

  it('a refused date has a hint', () => {
    expect(() => dateToSeconds('tomorrow')).toThrow(
      expect.objectContaining({ hint: 'write a date as 2004-05-23T14:14:58Z' }),
    );
  });

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
    ['0.0', z('0.0')],
  ]);
  itReads(versionValue, [
    ['0.0', '80'],
    ['0', '8f'],
    ['7', 'ff'],
    ['a b', z('a b')],
  ]);
  itRefuses(versionValue, [['a b', 'wsp/token']]);

  it('a version that was read as a text is written as one', () => {
    const writer = new ByteWriter(undefined, new Carried([]));
    versionValue.encode(writer, 'a b');
    expect(toHex(writer.toBytes())).toBe(z('a b'));
  });

  it('a version is a text', () => {
    expect(() => versionCode(1.2 as never)).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'version' }),
    );
  });

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
    ['0.5' as never, 'bytes/value-type'],
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
  itRefuses(wellKnownCharset, [[new Date(0) as never, 'bytes/value-type']]);
  itTolerates(wellKnownCharset, [['a', z(' a'), 'wsp/token', 0]]);
  itReads(wellKnownCharset, [['utf-8', z('UTF-8')]]);

  itCodes(fieldName, [
    [0, '80'],
    [0x0e, '8e'],
    ['X-Foo', z('X-Foo')],
  ]);
});
