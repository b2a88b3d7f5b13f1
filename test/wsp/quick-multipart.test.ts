import { describe, expect, it } from 'vitest';
import { fromHex, isDeparture, toHex } from '../../src/bytes/index.ts';
import type { Limits } from '../../src/limits.ts';
import { type DecodedPart, decodeMultipart, QuickReader, readMultipartQuickly } from '../../src/wsp/index.ts';

const departs = expect.toSatisfy(isDeparture);

/** text/plain and one octet of data. */
const PART = '0101 83 41';
/** A multipart in an entry of its own. */
const nested = (inner: string): string => {
  const hex = inner.replaceAll(' ', '');
  return `01${(hex.length / 2).toString(16).padStart(2, '0')} a3 ${hex}`;
};

function readQuickly(hex: string, limits: Partial<Limits> = {}): readonly DecodedPart[] {
  return readMultipartQuickly(new QuickReader(fromHex(hex.replaceAll(' ', '')), { limits }), 1);
}

describe('a multipart without fault', () => {
  it.each([
    ['no part', '00'],
    ['one part', `01 ${PART}`],
    ['two parts', `02 ${PART} ${PART}`],
    ['a part without data', '01 0100 83'],
    ['a part with its name', '01 0901 83 8e612e6a00 c02200 41'],
    ['a Content-ID and a Content-Location', '01 0a01 83 c0223c613e00 8e6100 41'],
    ['a Content-Location and a Content-ID', '01 0a01 83 8e6100 c0223c613e00 41'],
    ['another header', '01 0a01 83 8e6100 782d6100 6200 41'],
    ['parameters', '01 0401 03838183 41'],
    ['an unknown parameter', '01 0501 0483ff0185 41'],
    ['a nested multipart', `01 ${nested(`01 ${PART}`)}`],
  ])('with %s is read as carefully', (_what, hex) => {
    const { parts, warnings } = decodeMultipart(fromHex(hex.replaceAll(' ', '')));
    expect(warnings).toEqual([]);
    expect(readQuickly(hex)).toStrictEqual(parts);
  });

  it('has views of the input for data', () => {
    expect(readQuickly(`02 ${PART} 0102 83 4243`).map(({ data }) => toHex(data))).toEqual(['41', '4243']);
  });
});

describe('a multipart with a fault', () => {
  it.each([
    ['octets behind it', `01 ${PART} 00`],
    ['a part missing', `02 ${PART}`],
    ['cut data', '01 0102 83 41'],
    ['headers past the end', '01 0401 83'],
    ['an unassigned media type', '01 0101 d9 41'],
    ['a Content-ID twice', '01 0701 83 c022 00 c0 2200 41'],
    ['a Content-Location twice', '01 0701 83 8e6100 8e6100 41'],
    ['a nested one with octets behind it', `01 ${nested(`01 ${PART} 00`)}`],
    ['a nested one of no octets', '01 0100 a3'],
  ])('departs for %s', (_what, hex) => {
    expect(() => readQuickly(hex)).toThrow(departs);
  });

  it('departs for more parts than the limit', () => {
    expect(readQuickly(`02 ${PART} ${PART}`, { maxParts: 2 })).toHaveLength(2);
    expect(() => readQuickly(`02 ${PART} ${PART}`, { maxParts: 1 })).toThrow(departs);
  });

  it('departs where multiparts are nested deeper than the limit', () => {
    const hex = `01 ${nested(`01 ${nested('00')}`)}`;
    expect(readQuickly(hex, { maxMultipartDepth: 3 })).toHaveLength(1);
    expect(() => readQuickly(hex, { maxMultipartDepth: 2 })).toThrow(departs);
  });
});
