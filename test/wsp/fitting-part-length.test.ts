import { describe, expect, it } from 'vitest';
import { ByteReader, fromHex, toHex } from '../../src/bytes/index.ts';
import { fittingPartLength } from '../../src/wsp/fitting-part-length.ts';

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

/** The length to change, what it says and what it is taken for. */
function found(hex: string, limits = {}): readonly number[] | undefined {
  const bytes = octets(hex);
  const fitting = fittingPartLength(new ByteReader(bytes, { limits }), 0, 1);
  expect(toHex(bytes)).toBe(toHex(octets(hex)));
  return fitting && [fitting.offset, fitting.stated, fitting.fitting];
}

const A = '83';
const data = (size: number): string => '41'.repeat(size);
const LAST = '01 01 83 42';

describe('the length that makes a multipart whole', () => {
  it.each<[string, string, number[]]>([
    ['is the number of entries', `01 0101 ${A} 41 ${LAST}`, [0, 1, 2]],
    ['is that of the headers', `02 0201 ${A} 41 ${LAST}`, [1, 2, 1]],
    ['is that of headers that reach past the end', `02 2801 ${A} 41 ${LAST}`, [1, 40, 1]],
    ['is that of the headers of the last', `01 0201 ${A} 41`, [1, 2, 1]],
    ['is that of the data', `02 0102 ${A} 41 ${LAST}`, [2, 2, 1]],
    ['is that of data of none', `02 0101 ${A} ${LAST}`, [2, 1, 0]],
    ['is that of data of many', `02 0178 ${A} ${data(127)} ${LAST}`, [2, 120, 127]],
    ['is that of data of more', `02 018170 ${A} ${data(250)} ${LAST}`, [2, 240, 250]],
    ['is 64 more at most', `02 0124 ${A} ${data(100)} ${LAST}`, [2, 36, 100]],
    ['is 64 less at most', `02 0140 ${A} ${LAST}`, [2, 64, 0]],
    ['is that of the media type', `02 0401 02838183 41 ${LAST}`, [3, 2, 3]],
    ['is that of a media type, the nearest', `02 0401 00838183 41 ${LAST}`, [3, 0, 1]],
    ['is that of a media type of 30', `02 1f01 1d8385${'61'.repeat(27)}00 41 ${LAST}`, [3, 29, 30]],
    ['is in the entry before the one that cannot be read', `03 ${LAST} 0102 ${A} 41 ${LAST}`, [6, 2, 1]],
  ])('%s', (_what, hex, expected) => {
    expect(found(hex)).toEqual(expected);
  });
});

describe('no length makes a multipart whole', () => {
  it.each([
    ['that is', `01 ${LAST}`],
    ['that ends in its lengths', '01 01'],
    ['of no octets', ''],
    ['that is cut in its last headers', '01 0501 83'],
    ['that is cut in its last data', `01 0105 ${A} 41`],
    ['that has octets behind its last data', `01 0101 ${A} 41 ff`],
    ['of data 65 more', `02 0123 ${A} ${data(100)} ${LAST}`],
    ['of data 65 less', `02 0141 ${A} ${LAST}`],
    ['of data far less, which a number too large for its octet would be', `02 0164 ${A} ${LAST}`],
    ['with two that lie', `03 0102 ${A} 41 ${LAST} 0301 83 41`],
  ])('%s', (_what, hex) => {
    expect(found(hex)).toBeUndefined();
  });

  it('beyond the limits', () => {
    const hex = `02 0602 05838183 8885 41 ${LAST}`;
    expect(found(hex)).toEqual([2, 2, 1]);
    expect(found(hex, { maxParameters: 1 })).toBeUndefined();
  });
});
