import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, Carried, fromHex, type ReadTrace, toHex } from '../../src/bytes/index.ts';
import type { Issue, IssueCode } from '../../src/issues/index.ts';
import { decodePartHeaders, encodePartHeaders, type PartHeaders } from '../../src/wsp/index.ts';
import { unwatched } from '../support/trace.ts';
import { z } from './codec-rows.ts';

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

function written(part: unknown, carried?: Carried): string {
  const writer = new ByteWriter(undefined, carried);
  encodePartHeaders(writer, part as PartHeaders);
  return toHex(writer.toBytes());
}

function read(hex: string): PartHeaders & { warnings: readonly Issue[] } {
  const reader = new ByteReader(octets(hex), {});
  return { ...decodePartHeaders(reader), warnings: reader.warnings };
}

const named = (name: unknown, value: unknown) => ({ headers: [{ name, value }] });

describe('a header of a part is refused', () => {
  it.each<[string, unknown, IssueCode]>([
    ['where the part is none', undefined, 'bytes/value-type'],
    ['where its name is none', named(7, 'a'), 'bytes/value-type'],
    ['where it has a number for a text', named('Content-Base', 7), 'wsp/parameter-value'],
    ['where it has a text for a number', named('Content-Length', new Date(0)), 'wsp/parameter-value'],
    [
      'where it has octets for a number or a text',
      named('Content-Language', octets('00')),
      'wsp/parameter-value',
    ],
    ['where it has nothing', named('Content-Language', null), 'wsp/parameter-value'],
    ['where it has nothing for a disposition', named('Content-Disposition', null), 'wsp/parameter-value'],
    ['where it has a number for a disposition', named('Content-Disposition', 7), 'wsp/parameter-value'],
    [
      'where it has a date for a disposition',
      named('Content-Disposition', new Date(0)),
      'wsp/parameter-value',
    ],
    [
      'where its disposition is none',
      named('Content-Disposition', { disposition: 7, parameters: {} }),
      'bytes/value-type',
    ],
    ['where its octets are no value', { headers: [{ code: 1, raw: octets('02') }] }, 'wsp/raw-value'],
  ])('%s', (_why, part, code) => {
    expect(() => written(part)).toThrow(expect.objectContaining({ name: 'MmsError', code }));
  });

  it('with the name of what is no part', () => {
    expect(() => written(undefined)).toThrow(expect.objectContaining({ path: 'part' }));
  });
});

describe('a header of a part is written', () => {
  it.each([
    ['with its word in any case', named('Content-Encoding', 'GZIP'), '8b80'],
    [
      'with its disposition in any case',
      { headers: [{ name: 'content-disposition', value: { disposition: 'Inline', parameters: {} } }] },
      'ae0182',
    ],
    ['with its name in any case', named('content-base', '/'), '8a2f00'],
    ['with a number in a Long-integer', named('Content-Language', 300), '8c02012c'],
  ])('%s', (_how, part, hex) => {
    expect(written(part)).toBe(hex);
  });

  it.each([
    ['its word', named('Content-Encoding', 'GZIP'), `8b${z('GZIP')}`],
    [
      'its disposition',
      named('Content-Disposition', { disposition: 'Inline', parameters: {} }),
      `ae07${z('Inline')}`,
    ],
    ['its name', named('content-base', '/'), `${z('content-base')}${z('/')}`],
    ['its name, where it has a form of its own', named('Content-Base', '/'), '8a2f00'],
    [
      'its value, where the form of its name cannot hold it',
      named('Content-Encoding', ''),
      `${z('Content-Encoding')}00`,
    ],
  ])('as it was read: %s', (_what, part, hex) => {
    expect(written(part, new Carried([]))).toBe(hex);
  });
});

describe('a header of a part is read', () => {
  it.each([
    ['with a language in text', `8c${z('en')}`, { name: 'Content-Language', value: 'en' }],
    ['with a language in a blank and a text', `8c${z(' en')}`, { name: 'Content-Language', value: ' en' }],
    ['with a language in an empty text', '8c00', { name: 'Content-Language', value: '' }],
    ['with a language of many octets', '8c02012c', { name: 'Content-Language', value: 300 }],
    ['of the number 0', '8085', { code: 0, raw: octets('85') }],
    ['kept raw at the end without its 00', '9061', { code: 0x10, raw: octets('6100') }],
    ['kept raw where its value is none', '8b85', { code: 0x0b, raw: octets('85') }],
    ['kept raw where its disposition is none', 'ae0185', { code: 0x2e, raw: octets('0185') }],
    ['kept raw where its text is none and ends the section', '8d61', { code: 0x0d, raw: octets('6100') }],
  ])('%s', (_how, hex, header) => {
    expect(read(hex).headers).toEqual([header]);
  });

  it('with what is wrong with it', () => {
    const [warning] = read('8b85').warnings;
    expect(warning).toMatchObject({
      code: 'wsp/value-kept-raw',
      message: 'Content-Encoding: expected a content encoding',
      path: 'Content-Encoding',
    });
    expect(read('ae0185').warnings[0]?.message).toBe('Content-Disposition: no disposition has the code 5');
  });

  it.each(['8b85', 'ae0185'])('%s not strictly, with its own code', hex => {
    expect(() => decodePartHeaders(new ByteReader(octets(hex), { strict: true }))).toThrow(
      expect.objectContaining({ code: 'wsp/value-form' }),
    );
  });

  it('and no other behind one that cannot be read', () => {
    const { contentLocation, warnings } = read('01 8e6100');
    expect(contentLocation).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  it('up to the limit', () => {
    const limited = (hex: string): unknown =>
      decodePartHeaders(new ByteReader(octets(hex), { limits: { maxHeaders: 2 } }));
    expect(limited('8085 8185')).toMatchObject({ headers: [{}, {}] });
    expect(() => limited('8085 8185 8285')).toThrow(
      expect.objectContaining({ code: 'wsp/too-many-headers', offset: 4 }),
    );
  });

  it('first of two where it stands as text', () => {
    expect(read(`${z('Content-Location')}${z('a')} ${z('Content-Location')}${z('b')}`)).toMatchObject({
      contentLocation: 'a',
      headers: [{ name: 'Content-Location', value: 'b' }],
    });
    expect(read(`8d85 8085 ${z('Content-ID')}${z('a')}`)).toMatchObject({
      contentId: 'a',
      headers: [{ name: 'Content-Length', value: 5 }, { code: 0 }],
    });
  });

  it('and told to the inspector in its pieces', () => {
    const names: string[] = [];
    const trace: ReadTrace = { ...unwatched, piece: ({ name }) => names.push(name) };
    decodePartHeaders(new ByteReader(octets(`${z('X-a')}${z('b')}`), { trace }));
    expect(names).toEqual(['Token-text', 'Text-string', 'Application-header']);
  });
});
