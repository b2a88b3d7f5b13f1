import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { type DecodedPart, decodeMultipart, encodeMultipart, isWspMultipart } from '../../src/wsp/index.ts';
import { z } from './codec-rows.ts';

const MIXED = 'application/vnd.wap.multipart.mixed';
const HI = fromHex('4869');

const part = (changes: Partial<DecodedPart> = {}): DecodedPart => ({
  contentType: 'text/plain',
  parameters: {},
  headers: [],
  data: HI,
  ...changes,
});

const nested = (hex: string, parts?: readonly DecodedPart[]): DecodedPart =>
  part({ contentType: MIXED, data: fromHex(hex), ...(parts && { parts: [...parts] }) });

/** A multipart of one part, whose data are these. */
const around = (hex: string): string => `0101${(hex.length / 2).toString(16).padStart(2, '0')}a3${hex}`;

describe('a multipart', () => {
  it.each<[string, DecodedPart[], string]>([
    ['a nested one', [nested('01010283 4869'.replace(' ', ''), [part()])], '01 0106 a3 010102834869'],
    ['one without parts', [nested('00', [])], '01 0101 a3 00'],
    [
      'names and headers',
      [part({ contentId: '<a>', contentLocation: 'a', headers: [{ name: 'X-Note', value: 'b' }] })],
      `01 1302 83 c022${z('<a>')}8e${z('a')}${z('X-Note')}${z('b')} 4869`,
    ],
    [
      'a parameter that nobody knows',
      [part({ unknownParameters: [{ code: 0x50, raw: fromHex('85') }] })],
      '01 0402 0383d085 4869',
    ],
  ])('with %s is written and read back', (_, parts, hex) => {
    expect(toHex(encodeMultipart(parts))).toBe(hex.replaceAll(' ', ''));
    expect(decodeMultipart(fromHex(hex.replaceAll(' ', '')), { strict: true })).toEqual({
      parts,
      warnings: [],
    });
  });

  it('keeps a media type of a number without a name', () => {
    const { parts } = decodeMultipart(fromHex('010102d94869'));
    expect(parts).toEqual([part({ contentType: 'application/octet-stream', typeCode: 0x59 })]);
    expect(toHex(encodeMultipart(parts))).toBe('010102d94869');
  });

  it('has no key for what a part does not have', () => {
    const [read] = decodeMultipart(fromHex('010102834869')).parts;
    expect(Object.keys(read ?? {})).toEqual(['contentType', 'parameters', 'headers', 'data']);
  });

  it.each<[string, string, DecodedPart[], string, number, string | undefined]>([
    ['octets behind its end', '010102834869ff', [part()], 'wsp/trailing-octets', 6, undefined],
    ['a part that is missing', '020102834869', [part()], 'wsp/parts-missing', 6, 'parts[1]'],
    ['a part that ends in its lengths', '02010283486901', [part()], 'wsp/parts-missing', 6, 'parts[1]'],
    ['a part that ends in its headers', '0201028348690200ff', [part()], 'wsp/parts-missing', 6, 'parts[1]'],
    ['data that are cut', '010105834869', [part()], 'wsp/part-truncated', 4, 'parts[0]'],
    ['a nested one of no octets', '010100a3', [nested('', [])], 'wsp/empty-multipart', 4, 'parts[0]'],
    ['a nested one that is none', '010101a305', [nested('05')], 'wsp/value-kept-raw', 5, 'parts[0]'],
    [
      'a media type that is none',
      '0102027f004869',
      [part({ contentType: 'application/octet-stream' })],
      'wsp/value-kept-raw',
      3,
      'parts[0].contentType',
    ],
  ])('is read with %s, not strictly', (_, hex, parts, code, offset, path) => {
    const read = decodeMultipart(fromHex(hex));
    expect(read.parts).toEqual(parts);
    expect(read.warnings.map(warning => [warning.code, warning.offset, warning.path])).toEqual([
      [code, offset, path],
    ]);
    expect(() => decodeMultipart(fromHex(hex), { strict: true })).toThrow(
      expect.objectContaining({ name: 'MmsError' }),
    );
  });

  it.each([
    ['01', 'wsp/length-overrun', 1],
    ['010500', 'wsp/length-overrun', 1],
    ['01ffffffffff', 'wsp/uintvar-range', 1],
    ['', 'bytes/truncated', 0],
  ])('of %s is refused with %s at %i', (hex, code, offset) => {
    expect(() => decodeMultipart(fromHex(hex))).toThrow(expect.objectContaining({ code, offset }));
  });

  it('is read four levels deep', () => {
    const four = around(around(around('00')));
    expect(decodeMultipart(fromHex(four), { strict: true }).warnings).toEqual([]);
    expect(() => decodeMultipart(fromHex(around(four)))).toThrow(
      expect.objectContaining({ code: 'wsp/too-deep' }),
    );
  });

  it('has 128 parts at most', () => {
    expect(decodeMultipart(fromHex(`8100${'010083'.repeat(128)}`)).parts).toHaveLength(128);
    expect(() => decodeMultipart(fromHex(`8101${'010083'.repeat(129)}`))).toThrow(
      expect.objectContaining({ code: 'wsp/too-many-parts' }),
    );
  });

  it.each([
    [[part(), { contentType: 'text/plain' }], 'bytes/value-type', 'parts[1].data'],
    [[part(), part({ contentType: 'text' })], 'wsp/token', 'parts[1].contentType'],
    [[part(), part({ contentId: '"' })], 'wsp/quoted-text', 'parts[1].contentId'],
    [[part(), part({ contentLocation: 'a\n' })], 'wsp/text-control', 'parts[1].contentLocation'],
    [[part({ parts: [part({ contentType: 'text' })] })], 'wsp/token', 'parts[0].parts[0].contentType'],
    [[part({ headers: [{ name: 'a b', value: '' }] })], 'wsp/token', 'parts[0].a b'],
    [[part({ headers: [{ code: 1, raw: fromHex('02') }] })], 'wsp/raw-value', 'parts[0].headers'],
    ['parts', 'bytes/value-type', 'parts'],
  ])('of %j is not written: %s at %s', (parts, code, path) => {
    expect(() => encodeMultipart(parts as DecodedPart[])).toThrow(expect.objectContaining({ code, path }));
  });

  it('is written from its parts where both are given, unless they were read of the data', () => {
    const read = decodeMultipart(fromHex('010107a380010102834869')).parts;
    const changed = nested('010102834869', [part({ data: new Uint8Array() })]);
    expect(toHex(encodeMultipart([changed]))).toBe('010104a301010083');
    expect(toHex(encodeMultipart(read))).toBe('010106a3010102834869');
    const { warnings } = decodeMultipart(fromHex('010107a380010102834869'));
    expect(toHex(encodeMultipart(read, { warnings }))).toBe('010107a380010102834869');
    expect(toHex(encodeMultipart([changed], { warnings }))).toBe('010104a301010083');
  });
});

describe('a nested multipart that was read', () => {
  const { parts, warnings } = decodeMultipart(fromHex('010107a380010102834869'));

  it('is written from its parts where one has other data of the same size', () => {
    const changed = parts.map(outer => ({ ...outer, parts: [part({ data: fromHex('4870') })] }));
    expect(toHex(encodeMultipart(changed, { warnings }))).toBe('010106a3010102834870');
  });

  it('is written from its parts where it has no data, or such as no multipart has', () => {
    const without = { contentType: MIXED, parts: [part()] };
    const expected = '010106a3010102834869';
    expect(toHex(encodeMultipart([without], { warnings }))).toBe(expected);
    expect(toHex(encodeMultipart([{ ...without, data: fromHex('05') }], { warnings }))).toBe(expected);
  });
});

it('the options of a multipart are an object', () => {
  expect(() => encodeMultipart([], 'strict' as never)).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'options' }),
  );
});

it('a media type without an end costs its part no more than itself', () => {
  const { parts, warnings } = decodeMultipart(fromHex('0109021fffffffffff8e61004869'));
  expect(parts).toEqual([part({ contentType: 'application/octet-stream' })]);
  expect(warnings).toMatchObject([{ code: 'wsp/value-kept-raw', offset: 3 }]);
});

it.each([
  ['application/vnd.wap.multipart.mixed', true],
  ['application/vnd.wap.multipart.x', true],
  ['Application/VND.wap.multipart.Related', true],
  ['application/vnd.wap.multipart.', false],
  ['multipart/mixed', false],
  ['application/vnd.wap.multiparty.mixed', false],
  ['text/application/vnd.wap.multipart.', false],
])('a multipart of WSP is %s: %s', (type, expected) => {
  expect(isWspMultipart(type)).toBe(expected);
});
