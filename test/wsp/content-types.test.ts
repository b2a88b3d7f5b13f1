import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, fromHex, toHex } from '../../src/bytes/index.ts';
import { isMediaType } from '../../src/wsp/constrained.ts';
import {
  type ContentType,
  constrainedMedia,
  contentTypeValue,
  decodeMultipart,
  decodePartHeaders,
  encodeMultipart,
  encodePartHeaders,
  isWspMultipart,
  MEDIA_TYPES,
  mediaTypeName,
  writtenMediaTypeCode,
} from '../../src/wsp/index.ts';
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

const RELATED = 'application/vnd.wap.multipart.related';
const DATE = new Date('2010-01-01T00:00:00Z');
const raw = (code: number, hex: string) => ({ code, raw: fromHex(hex) });
const text = (parameters: Readonly<Record<string, string | number | Date>>) => ({
  type: 'text/plain',
  parameters,
});

describe('media types', () => {
  itCodes(constrainedMedia, [
    ['text/plain', '83'],
    ['image/jpeg', '9e'],
    ['text/x-vCard', '87'],
    ['application/vnd.wap.mms-message', 'be'],
    ['application/smil', z('application/smil')],
  ]);
  itWrites(constrainedMedia, [
    ['Image/JPEG', '9e'],
    ['Audio/AMR', z('audio/amr')],
    ['application/octet-stream', z('application/octet-stream')],
  ]);
  itRefuses(constrainedMedia, [
    ['text', 'wsp/token'],
    ['text/', 'wsp/token'],
    ['/plain', 'wsp/token'],
    ['text/plain;a=b', 'wsp/token'],
    ['a/b/c', 'wsp/token'],
  ]);

  it('every code is that of a media type', () => {
    expect(MEDIA_TYPES.filter(({ name }) => !isMediaType(name))).toEqual([]);
  });

  it.each<[string, (value: never) => unknown]>([
    ['code', mediaTypeName],
    ['name', writtenMediaTypeCode],
    ['mediaType', isWspMultipart],
  ])('of another kind are refused as %s', (path, ask) => {
    expect(() => ask({} as never)).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
  });

  it('the last code that is written is 3E', () => {
    expect(writtenMediaTypeCode('application/vnd.wap.mms-message')).toBe(0x3e);
    expect(writtenMediaTypeCode('application/vnd.wap.rollover-certificate')).toBeUndefined();
    expect(mediaTypeName(0x3f)).toBe('application/vnd.wap.rollover-certificate');
  });

  it('code 59 has no name, code 5A has', () => {
    expect([mediaTypeName(0x59), mediaTypeName(0x5a)]).toEqual([undefined, 'application/octet-stream']);
  });
});

const names = Array.from({ length: 101 }, (_, index) =>
  String.fromCharCode(0x61 + (index % 26), 0x61 + Math.floor(index / 26)),
);

/** A Content-Type of so many parameters, each a name of two letters, and 1. */
const manyParameters = (count: number): string => {
  const length = 1 + 4 * count;
  const parameters = names.slice(0, count).map(name => `${z(name)}81`);
  return `1f${(0x80 + Math.floor(length / 128)).toString(16)}${(length % 128).toString(16)}83${parameters.join('')}`;
};

describe('Content-Type', () => {
  itRefuses(contentTypeValue, [
    [{ type: 'application/octet-stream', typeCode: 0x5a }, 'wsp/parameter-value'],
    [{ type: 'image/jpeg', typeCode: 0x1e, parameters: { name: 'a' } }, 'wsp/parameter-value'],
    [text({ 'a b': '' }), 'wsp/token'],
    [text({ 'x-n': true as never }), 'bytes/value-type'],
    [{ type: 5 as never }, 'bytes/value-type'],
  ]);
  itCodes(contentTypeValue, [
    [text({}), '83'],
    [text({ charset: 'utf-8' }), '03 83 81ea'],
    [text({ charset: 'us-ascii' }), '03 83 8183'],
    [text({ charset: 'utf-16' }), '05 83 810203f7'],
    [{ type: 'image/jpeg', parameters: { name: 'a.jpg' } }, `08 9e 85${z('a.jpg')}`],
    [{ type: 'application/smil', parameters: {} }, z('application/smil')],
    [{ type: RELATED, parameters: {} }, 'b3'],
    [
      { type: RELATED, parameters: { type: 'application/smil', start: '<smil>' } },
      `1b b3 89${z('application/smil')} 8a${z('<smil>')}`,
    ],
    [text({ level: '1.2' }), '03 83 8292'],
    [text({ type: 3 }), '03 83 8383'],
    [text({ q: 0.5 }), '03 83 8033'],
    [text({ filename: 'a' }), `04 83 86${z('a')}`],
    [text({ differences: 0x0e }), '03 83 878e'],
    [text({ padding: 5 }), '03 83 8885'],
    [text({ 'start-info': 'a' }), `04 83 8b${z('a')}`],
    [text({ comment: 'a' }), `04 83 8c${z('a')}`],
    [text({ domain: 'a' }), `04 83 8d${z('a')}`],
    [text({ 'max-age': 60 }), '03 83 8ebc'],
    [text({ path: 'a' }), `04 83 8f${z('a')}`],
    [text({ secure: '' }), '03 83 9000'],
    [text({ 'x-rev': 7 }), `08 83 ${z('x-rev')}87`],
    [text({ 'x-kind': 'gold' }), `0d 83 ${z('x-kind')}${z('gold')}`],
    [text({ 'x-kind': '' }), `09 83 ${z('x-kind')}00`],
    [text({ 'x-kind': 'a b' }), `0d 83 ${z('x-kind')}22${z('a b')}`],
    [{ ...text({ charset: 'utf-8' }), unknownParameters: [raw(0x50, '02aabb')] }, '07 83 81ea d002aabb'],
  ]);
  itWrites(contentTypeValue, [
    [text({ 'x-rev': '7' }), `08 83 ${z('x-rev')}87`],
    [text({ size: 5 }), `07 83 ${z('size')}85`],
    [text({ 'creation-date': DATE }), `14 83 ${z('creation-date')}044b3d3b00`],
    [text({ 'x-n': '9007199254740991' }), `0d 83 ${z('x-n')}071fffffffffffff`],
    [text({ 'x-n': '9007199254740992' }), `16 83 ${z('x-n')}${z('9007199254740992')}`],
    [text({ 'x-n': '07' }), `08 83 ${z('x-n')}${z('07')}`],
    [text({ 'x-n': undefined as never }), '83'],
    [{ type: 'text/plain' }, '83'],
    [{ type: 'application/octet-stream', typeCode: 0x7f }, 'ff'],
    [{ type: 'application/octet-stream', typeCode: 0x1234 }, '03 021234'],
  ]);

  it('a code that has a name is refused with a hint', () => {
    expect(() => contentTypeValue.encode(new ByteWriter(), { type: 'a/b', typeCode: 3 })).toThrow(
      expect.objectContaining({ hint: 'give the media type and leave typeCode out' }),
    );
  });
  itReads<ContentType>(contentTypeValue, [
    [text({}), '01 83'],
    [{ type: 'application/octet-stream', parameters: {} }, 'da'],
    [{ type: 'Text/Plain', parameters: {} }, z('Text/Plain')],
    [text({ charset: 'utf-8' }), `08 83 81${z('utf-8')}`],
    [text({ charset: 'iso-8859-1' }), `14 83 ${z('charset')}${z('iso-8859-1')}`],
    [text({ type: 'application/smil' }), `13 83 89${z('application/smil')}`],
    [text({ type: 'text/plain' }), '03 83 8983'],
    [text({ sec: 2 }), '03 83 9182'],
    [text({ mac: 'ab' }), `05 83 92${z('ab')}`],
    [text({ 'creation-date': DATE }), '07 83 93044b3d3b00'],
    [text({ 'modification-date': DATE }), '07 83 94044b3d3b00'],
    [text({ 'read-date': DATE }), '07 83 95044b3d3b00'],
    [text({ size: 5 }), '03 83 9685'],
    [text({ name: 'a' }), `04 83 97${z('a')}`],
    [text({ filename: 'a' }), `04 83 98${z('a')}`],
    [text({ start: '<s>' }), `07 83 9922${z('<s>')}`],
    [text({ 'start-info': '' }), '03 83 9a00'],
    [text({ comment: 'a' }), `04 83 9b${z('a')}`],
    [text({ domain: 'a' }), `04 83 9c${z('a')}`],
    [text({ path: 'a' }), `04 83 9d${z('a')}`],
    [{ ...text({}), unknownParameters: [raw(0x04, '85')] }, '03 83 8485'],
    [text({ 'creation-date': DATE }), `14 83 ${z('creation-date')}044b3d3b00`],
    [text({ 'creation-date': 2 ** 48 - 1 }), `16 83 ${z('creation-date')}06ffffffffffff`],
    [text({ 'creation-date': 'a' }), `11 83 ${z('creation-date')}${z('a')}`],
    [text({ 'x-date': 0x4b3d3b00 }), `0d 83 ${z('x-date')}044b3d3b00`],
    [text({ size: 5 }), `07 83 ${z('size')}85`],
    [text({ charset: 'utf-8' }), `0a 83 ${z('CHARSET')}ea`],
    [text({ name: 'a' }), `08 83 ${z('Name')}${z('a')}`],
    [text({ 'X-Kind': 'a' }), `0a 83 ${z('X-Kind')}${z('a')}`],
    [text({ 'x-k': '' }), `06 83 ${z('x-k')}00`],
    [text({ 'x-k': ' a' }), `08 83 ${z('x-k')}${z(' a')}`],
  ]);
  itReadsCarefully<ContentType>(contentTypeValue, [
    [{ type: 'application/vnd.uplanet.cacheop-wbxml', parameters: {} }, '03 020201'],
  ]);
  itTolerates<ContentType>(contentTypeValue, [
    [{ type: 'application/octet-stream', typeCode: 0x59, parameters: {} }, 'd9', 'wsp/unknown-media-code', 0],
    [text({ name: 'a' }), `07 83 85${z('a')}85${z('b')}`, 'wsp/repeated-header', 5],
    [text({ name: 'a' }), `07 83 85${z('a')}97${z('b')}`, 'wsp/repeated-header', 5],
    [text({ charset: 'utf-8' }), z('text/plain; charset=utf-8'), 'wsp/media-type-parameters', 0],
    [
      text({ charset: 'utf-8', 'X-a': 'b c' }),
      z('text/plain ; CharSet="utf-8";X-a = b c ;=d;e;f g=h'),
      'wsp/media-type-parameters',
      0,
    ],
    [text({ name: 'A' }), z('text/plain;name=A'), 'wsp/media-type-parameters', 0],
    [{ type: ' a/b', parameters: {} }, z(' a/b'), 'wsp/token', 0],
    [{ type: 'text; a=b', parameters: {} }, z('text; a=b'), 'wsp/token', 0],
    [text({ name: 'a' }), `15${z('text/plain;name=b')}85${z('a')}`, 'wsp/media-type-parameters', 0],
  ]);
  itReads(contentTypeValue, [
    [text(Object.fromEntries(names.slice(0, 100).map(name => [name, 1]))), manyParameters(100)],
  ]);
  itRejects(contentTypeValue, [[manyParameters(101), 'wsp/too-many-headers', 404]]);
});

it('keeps a weight that is no number with all its octets, and writes it back', () => {
  const octets = fromHex('07 83 80ffff7f 8ebc'.replaceAll(' ', ''));
  const reader = new ByteReader(octets);
  const read = contentTypeValue.decode(reader);
  expect(read).toEqual({
    type: 'text/plain',
    parameters: { 'max-age': 60 },
    unknownParameters: [{ code: 0, raw: fromHex('ffff7f') }],
  });
  expect(reader.warnings).toMatchObject([{ code: 'wsp/value-kept-raw', offset: 3 }]);
  const writer = new ByteWriter();
  contentTypeValue.encode(writer, read);
  expect(toHex(writer.toBytes())).toBe('07838ebc80ffff7f');
  const cut = { ...read, unknownParameters: [{ code: 0, raw: fromHex('ff') }] };
  expect(() => contentTypeValue.encode(new ByteWriter(), cut)).toThrow(
    expect.objectContaining({ code: 'wsp/raw-value' }),
  );
});

describe('part headers', () => {
  const disposition = (disposition: string, parameters = {}) => ({
    name: 'Content-Disposition',
    value: { disposition, parameters },
  });

  it.each([
    [{ contentLocation: 'p.gif', headers: [] }, `8e${z('p.gif')}`],
    [{ contentId: '<a>', headers: [] }, `c022${z('<a>')}`],
    [{ contentId: '<a>', contentLocation: 'a', headers: [] }, `c022${z('<a>')}8e${z('a')}`],
    [{ headers: [disposition('attachment', { filename: 'a.txt' })] }, `ae088186${z('a.txt')}`],
    [{ headers: [disposition('form-data')] }, 'ae0180'],
    [{ headers: [disposition('inline')] }, 'ae0182'],
    [{ headers: [disposition('signal')] }, `ae07${z('signal')}`],
    [{ headers: [{ name: 'Content-Base', value: '/' }] }, '8a2f00'],
    [{ headers: [{ name: 'Content-Encoding', value: 'gzip' }] }, '8b80'],
    [{ headers: [{ name: 'Content-Encoding', value: 'deflate' }] }, '8b82'],
    [{ headers: [{ name: 'Content-Encoding', value: 'br' }] }, `8b${z('br')}`],
    [{ headers: [{ name: 'Content-Language', value: 0x19 }] }, '8c99'],
    [{ headers: [{ name: 'Content-Language', value: 'en' }] }, `8c${z('en')}`],
    [{ headers: [{ name: 'Content-Length', value: 300 }] }, '8d02012c'],
    [{ headers: [{ name: 'Content-MD5', value: fromHex('00'.repeat(16)) }] }, `8f10${'00'.repeat(16)}`],
    [{ headers: [{ name: 'Date', value: DATE }] }, '92044b3d3b00'],
    [{ headers: [{ name: 'Last-Modified', value: DATE }] }, '9d044b3d3b00'],
    [{ headers: [{ name: 'X-Wap-Application-Id', value: 4 }] }, 'af84'],
    [{ headers: [{ name: 'Encoding-Version', value: '1.3' }] }, 'c393'],
    [{ headers: [{ name: 'X-Note', value: 'hi' }] }, `${z('X-Note')}${z('hi')}`],
    [{ headers: [raw(0x48, '81'), raw(0x10, '02aabb')] }, 'c881 9002aabb'],
  ])('%j are %s', (headers, hex) => {
    const writer = new ByteWriter();
    encodePartHeaders(writer, headers);
    expect(toHex(writer.toBytes())).toBe(hex.replaceAll(' ', ''));
    expect(decodePartHeaders(new ByteReader(fromHex(hex), { strict: true }))).toEqual(headers);
  });

  it.each([
    [{ headers: [disposition('attachment', { filename: 'a.txt' })] }, `c5088198${z('a.txt')}`],
    [{ contentId: 'x', headers: [] }, `${z('Content-ID')}${z('x')}`],
    [{ contentLocation: 'x', headers: [] }, `${z('CONTENT-LOCATION')}${z('x')}`],
  ])('%j are read from %s', (headers, hex) => {
    expect(decodePartHeaders(new ByteReader(fromHex(hex), { strict: true }))).toEqual(headers);
  });

  it('a textual Content-ID beside the coded one stays a header', () => {
    const hex = `c022${z('<a>')}${z('Content-ID')}${z('<b>')}`;
    expect(decodePartHeaders(new ByteReader(fromHex(hex), { strict: true }))).toEqual({
      contentId: '<a>',
      headers: [{ name: 'Content-ID', value: '<b>' }],
    });
  });

  it.each(['01', '1f'])('octet %s in the place of a header name costs the headers from there on', hex => {
    const reader = new ByteReader(fromHex(`8e6100${hex}6100`));
    expect(decodePartHeaders(reader)).toEqual({ contentLocation: 'a', headers: [] });
    expect(reader.warnings).toMatchObject([{ code: 'wsp/section-rest', offset: 3 }]);
    const strict = new ByteReader(fromHex(`${hex}6100`), { strict: true });
    expect(() => decodePartHeaders(strict)).toThrow(
      expect.objectContaining({ code: 'wsp/value-form', offset: 0 }),
    );
  });
});

describe('multipart', () => {
  const part = (data: string) => ({
    contentType: 'text/plain',
    parameters: { charset: 'utf-8' },
    headers: [],
    data: new TextEncoder().encode(data),
  });

  it.each([
    [[], '00'],
    [[part('Hi')], '01 0402 038381ea 4869'],
    [[part(''), part('Hi')], '02 0400 038381ea 0402 038381ea 4869'],
  ])('%j is %s', (parts, hex) => {
    expect(toHex(encodeMultipart(parts))).toBe(hex.replaceAll(' ', ''));
    expect(decodeMultipart(fromHex(hex), { strict: true })).toEqual({ parts, warnings: [] });
  });
});
