import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import {
  decodeServiceIndication,
  decodeServiceLoading,
  encodeServiceIndication,
  encodeServiceLoading,
  formatServiceIndication,
  formatServiceLoading,
  parseServiceIndication,
  parseServiceLoading,
  type ServiceIndication,
} from '../../src/push/index.ts';
import { DOCUMENTS, type DocumentVector, indicationOf } from './vectors.ts';

const named = (kind: 'si' | 'sl'): [string, DocumentVector][] =>
  DOCUMENTS.filter(vector => vector.kind === kind).map(vector => [vector.name, vector]);

/** Without what is undefined, and with the warnings that a reader adds. */
const asRead = (value: object): object => ({
  ...Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)),
  warnings: [],
});

describe('Service Indication', () => {
  it.each(named('si'))('%s: WBXML and XML both ways', (_, { input, hex, xml }) => {
    const indication = indicationOf(input);
    expect(toHex(encodeServiceIndication(indication)).toUpperCase()).toBe(hex);
    expect(decodeServiceIndication(fromHex(hex))).toEqual(asRead(indication));
    expect(parseServiceIndication(xml)).toEqual(asRead(indication));
    expect(parseServiceIndication(formatServiceIndication(indication))).toEqual(asRead(indication));
  });

  it('takes dates as Date, and as text without zone or with another', () => {
    const encode = (created: Date | string): string => toHex(encodeServiceIndication({ href: 'x', created }));
    const expected = encode('2026-10-20T10:15:30Z');
    expect(encode(new Date('2026-10-20T10:15:30Z'))).toBe(expected);
    expect(encode('2026-10-20T10:15:30')).toBe(expected);
    expect(encode('2026-10-20T11:15:30+01:00')).toBe(expected);
    expect(() => encode('yesterday')).toThrow(expect.objectContaining({ code: 'bytes/value-range' }));
  });

  it.each<[string, ServiceIndication]>([
    ['push/missing', {}],
    ['push/missing', { content: 'x' }],
    ['push/missing', { href: 'http://example.com/', action: 'delete' }],
    ['push/missing', { href: 'http://example.com/', info: [{ class: '', pcdata: 'x' }] }],
    ['push/value', { href: 'http://example.com/', action: 'signal-loud' as 'signal-low' }],
    ['wbxml/nul-character', { href: 'http://example.com/', content: 'a\0b' }],
  ])('is refused with %s', (code, indication) => {
    expect(() => encodeServiceIndication(indication)).toThrow(expect.objectContaining({ code }));
  });

  it('is written in other versions and charsets', () => {
    const indication = { href: 'http://example.com/é', content: 'é' };
    const hex = toHex(encodeServiceIndication(indication, { version: '1.1', charset: 4 }));
    expect(hex.slice(0, 8)).toBe('01050400');
    expect(decodeServiceIndication(fromHex(hex))).toEqual(asRead(indication));
    expect(() => encodeServiceIndication({ href: 'я' }, { charset: 4 })).toThrow(
      expect.objectContaining({ code: 'text/unencodable' }),
    );
  });

  it('reads what the document type does not allow with warnings, or refuses it', () => {
    const xml =
      '<si><indication href="x" colour="red" action="shout">a<b/></indication><info><item>y</item></info><extra/></si>';
    const { warnings, ...indication } = parseServiceIndication(xml);
    expect(indication).toEqual({ href: 'x', content: 'a', info: [{ class: '', pcdata: 'y' }] });
    expect(new Set(warnings.map(({ code }) => code))).toEqual(
      new Set(['push/not-in-dtd', 'push/value-dropped']),
    );
    expect(() => parseServiceIndication(xml, { strict: true })).toThrow(
      expect.objectContaining({ code: 'push/not-in-dtd' }),
    );
    expect(() => parseServiceIndication('<sl href="x"/>')).toThrow(
      expect.objectContaining({ code: 'push/document-type' }),
    );
    expect(() => parseServiceIndication('<si>')).toThrow(
      expect.objectContaining({ code: 'xml/not-well-formed' }),
    );
  });

  it('reads white space between the elements, and dates as text', () => {
    const xml = '<si>\n  <indication href="x">\n</indication>\n</si>';
    expect(parseServiceIndication(xml)).toEqual({ href: 'x', warnings: [] });
    const spelt = '02056a0045c60b037800 0a 03323032362d31302d32305431303a31353a33305a00 010374000101';
    expect(decodeServiceIndication(fromHex(spelt))).toEqual({
      href: 'x',
      created: '2026-10-20T10:15:30Z',
      content: 't',
      warnings: [],
    });
  });

  it('collapses the white space of a pretty-printed text, and only of XML', () => {
    const xml =
      '<si><indication href="http://www.example.com/a">\n    Hello\n    there\n  </indication></si>';
    expect(parseServiceIndication(xml).content).toBe('Hello there');
    const content = ' Hello \n there ';
    expect(decodeServiceIndication(encodeServiceIndication({ href: 'x', content })).content).toBe(content);
    const info = '<info><item class=" a ">\n b\tc\n</item></info>';
    expect(parseServiceIndication(xml.replace('</si>', `${info}</si>`)).info).toEqual([
      { class: ' a ', pcdata: 'b c' },
    ]);
  });

  it.each([
    ['href', { href: 5, content: 'x' }],
    ['content', { href: 'x', content: 5 }],
    ['siId', { href: 'x', siId: [] }],
    ['created', { href: 'x', created: 5 }],
    ['info', { href: 'x', info: 'x' }],
    ['info[0].class', { href: 'x', info: [{ class: 5, pcdata: '' }] }],
    ['info[0].pcdata', { href: 'x', info: [{ class: 'x' }] }],
  ])('names %s of a wrong type', (path, indication) => {
    expect(() => encodeServiceIndication(indication as unknown as ServiceIndication)).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path }),
    );
  });

  it('drops a date that is none', () => {
    const read = decodeServiceIndication(fromHex('02056a0045860b0378000ac304ffffffff0101'));
    expect(read).toMatchObject({ href: 'x', warnings: [{ code: 'push/value-dropped' }] });
    expect(read.created).toBeUndefined();
  });
});

describe('Service Loading', () => {
  it.each(named('sl'))('%s: WBXML and XML both ways', (_, { input, hex, xml }) => {
    expect(toHex(encodeServiceLoading(input)).toUpperCase()).toBe(hex);
    expect(decodeServiceLoading(fromHex(hex))).toEqual(asRead(input));
    expect(parseServiceLoading(xml)).toEqual(asRead(input));
    expect(parseServiceLoading(formatServiceLoading(input))).toEqual(asRead(input));
  });

  it('is refused without href or with another action', () => {
    expect(() => encodeServiceLoading({ href: '' })).toThrow(
      expect.objectContaining({ code: 'push/missing' }),
    );
    expect(() => encodeServiceLoading({} as { href: string })).toThrow(
      expect.objectContaining({ code: 'push/missing' }),
    );
    expect(() => encodeServiceLoading({ href: 'x', action: 'go' as 'cache' })).toThrow(
      expect.objectContaining({ code: 'push/value', path: 'action' }),
    );
  });

  it('is read without href with a warning', () => {
    expect(parseServiceLoading('<sl/>')).toMatchObject({ href: '', warnings: [{ code: 'push/not-in-dtd' }] });
  });
});
