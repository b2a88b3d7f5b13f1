import { describe, expect, it } from 'vitest';
import { fromHex, isDeparture } from '../../src/bytes/index.ts';
import { QuickReader } from '../../src/wsp/index.ts';

const departs = expect.toSatisfy(isDeparture);

type Row = readonly [hex: string, expected: unknown];

/** Reads octets in front of one more, which nobody is to read. */
function itReads(what: string, read: (reader: QuickReader) => unknown, rows: readonly Row[]): void {
  it.each(rows)(`${what} of %s is %j`, (hex, expected) => {
    const reader = quickReader(hex);
    expect(read(reader)).toEqual(expected);
    expect(reader.offset).toBe(reader.end);
  });
}

function itDeparts(what: string, read: (reader: QuickReader) => unknown, rows: readonly string[]): void {
  it.each(rows)(`${what} of %j departs`, hex => {
    expect(() => read(quickReader(hex))).toThrow(departs);
  });
}

function quickReader(hex: string): QuickReader {
  const reader = new QuickReader(fromHex(`${hex}00`), {});
  reader.end--;
  return reader;
}

describe('a quick reader', () => {
  itReads('a text', reader => reader.text(), [
    ['00', ''],
    ['4100', 'A'],
    ['207e00', ' ~'],
  ]);
  itDeparts('a text', reader => reader.text(), ['', '41', '1f00', '7f4100', 'c3a900']);

  itReads('a uintvar', reader => reader.uintvar(), [
    ['00', 0],
    ['7f', 127],
    ['8100', 128],
    ['ff7f', 16_383],
    ['8fffffff7f', 2 ** 32 - 1],
  ]);
  itDeparts('a uintvar', reader => reader.uintvar(), ['', '81', '807f', '9080808000', '818080808000']);

  itReads('a Long-integer', reader => reader.longInteger(), [
    ['0100', 0],
    ['01ff', 255],
    ['020100', 256],
    ['06ffffffffffff', 2 ** 48 - 1],
  ]);
  itDeparts('a Long-integer', reader => reader.longInteger(), [
    '',
    '00',
    '0041',
    '0201',
    '020005',
    '0701000000000000',
  ]);

  const bounded = (reader: QuickReader): readonly number[] => {
    const outerEnd = reader.narrow();
    const { offset, end } = reader;
    reader.offset = end;
    reader.widen(outerEnd);
    return [offset, end];
  };
  itReads('a bounded value', bounded, [
    ['00', [1, 1]],
    ['0141', [1, 2]],
    [`1e${'41'.repeat(30)}`, [1, 31]],
    [`1f1f${'41'.repeat(31)}`, [2, 33]],
  ]);
  itDeparts('a bounded value', bounded, [
    '',
    '01',
    '1f',
    `1f1e${'41'.repeat(30)}`,
    `20${'41'.repeat(40)}`,
    `201f${'41'.repeat(31)}`,
  ]);

  it('departs where a bounded value was not read to its end', () => {
    const reader = quickReader('0141');
    const outerEnd = reader.narrow();
    expect(() => reader.widen(outerEnd)).toThrow(departs);
  });

  it('sees nothing past the end', () => {
    const reader = quickReader('41');
    expect(reader.peek()).toBe(0x41);
    expect(reader.octet()).toBe(0x41);
    expect(reader.peek()).toBe(-1);
    expect(() => reader.octet()).toThrow(departs);
    reader.end = 100;
    reader.offset = 50;
    expect(reader.peek()).toBe(-1);
  });

  it('gives a rare value to its careful reader, whose every warning departs', () => {
    const reader = new QuickReader(fromHex('41424344'), { limits: { maxParts: 3 } });
    reader.offset = 1;
    reader.end = 3;
    const seen = reader.carefully({
      decode(inner) {
        const { offset, end, strict, limits } = inner;
        inner.skip(1);
        return { offset, end, strict, maxParts: limits.maxParts };
      },
    });
    expect(seen).toEqual({ offset: 1, end: 3, strict: true, maxParts: 3 });
    expect(reader.offset).toBe(2);
    expect(() => reader.carefully({ decode: inner => inner.warn('wsp/token', 'odd') })).toThrow(departs);
  });

  it('reads octets alone', () => {
    expect(() => new QuickReader('8c' as never, {})).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'bytes' }),
    );
  });
});

describe('the characters of octets', () => {
  const text = Array.from({ length: 200 }, (_, index) => String(index).padStart(3, ' ')).join('');
  const reader = (): QuickReader => new QuickReader(new TextEncoder().encode(text), {});

  it.each([
    ['one after the other', [0, 3, 200, 256, 254, 300, 590, 600]],
    ['backwards', [500, 510, 400, 410, 0, 3]],
    ['longer than what is looked at once', [0, 256, 1, 258, 0, 600, 100, 400]],
    ['again', [10, 20, 10, 20, 9, 20, 10, 266]],
  ])('are the same %s', (_order, places) => {
    const one = reader();
    for (let i = 0; i < places.length; i += 2) {
      const [start = 0, end = 0] = places.slice(i, i + 2);
      expect(one.characters(start, end)).toBe(text.slice(start, end));
    }
  });
});
