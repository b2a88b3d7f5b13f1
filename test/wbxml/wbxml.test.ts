import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import {
  decodeWbxml,
  encodeWbxml,
  type WbxmlAttribute,
  type WbxmlElement,
  type WbxmlLanguage,
  type WbxmlNode,
} from '../../src/wbxml/index.ts';
import { runs } from '../support/property.ts';

/** A language with two code pages, made up for these tests. */
const TOY: WbxmlLanguage = {
  name: 'toy',
  publicId: 0x7f01,
  publicIdText: '-//TEST//DTD TOY 1.0//EN',
  systemId: 'http://example.com/toy.dtd',
  tags: [
    { code: 0x05, name: 'toy' },
    { code: 0x06, name: 'part' },
    { code: 0x05, name: 'extra', page: 1 },
  ],
  attributeStarts: [
    { code: 0x05, name: 'type' },
    { code: 0x06, name: 'type', prefix: 'big-' },
    { code: 0x07, name: 'type', prefix: 'big-red-' },
    { code: 0x05, name: 'late', page: 2 },
  ],
  attributeValues: [
    { code: 0x85, value: 'ball' },
    { code: 0x86, value: 'balloon' },
    { code: 0x85, value: 'kite', page: 2 },
  ],
  tokenizedAttributes: ['type'],
  opaqueAttributes: {},
  clause: 'none',
};

const element = (
  name: string,
  attributes: Record<string, string | WbxmlAttribute> = {},
  children: readonly WbxmlNode[] = [],
): WbxmlElement => ({
  name,
  attributes: new Map(
    Object.entries(attributes).map(([key, value]) => [key, typeof value === 'string' ? { value } : value]),
  ),
  children,
});

const encode = (root: WbxmlElement): string => toHex(encodeWbxml({ root }, TOY));
const decode = (hex: string) => decodeWbxml(fromHex(hex), [TOY]);
const HEAD = '0281fe016a00';

describe('encodeWbxml', () => {
  it('takes the longest start and value tokens', () => {
    expect(encode(element('toy', { type: 'big-red-balloon' }))).toBe(`${HEAD}85078601`);
    expect(encode(element('toy', { type: 'big-ballballoons' }))).toBe(
      `${HEAD}85068586037300 01`.replace(' ', ''),
    );
    expect(encode(element('toy', { type: 'big' }))).toBe(`${HEAD}8505036269670001`);
    expect(encode(element('toy', { type: '' }))).toBe(`${HEAD}850501`);
  });

  it('switches code pages only where it must', () => {
    const root = element('toy', {}, [
      element('part'),
      element('extra'),
      element('extra'),
      element('part', { late: 'x', type: 'y' }),
    ]);
    expect(encode(root)).toBe(`${HEAD}4506000105050000860002050378000000050379000101`);
    expect(decode(encode(root)).root).toEqual(root);
  });

  it('puts names without a token into the string table, once', () => {
    const root = element('new', { colour: 'red' }, [element('new'), 'text']);
    expect(encode(root)).toBe(
      '0281fe016a0b6e657700636f6c6f757200c400040403726564000104000374657874 00 01'.replace(/ /g, ''),
    );
    expect(decode(encode(root)).root).toEqual(root);
  });

  it('writes opaque octets, extensions and tokens of unknown languages back', () => {
    const root = element(
      'token-00-3f',
      { 'token-00-45': { value: 'ab', parts: ['a', { token: 0x90, page: 0 }, 'b'] } },
      [
        fromHex('00ff'),
        { token: 0x40, page: 0, text: 'var' },
        { token: 0x81, page: 0, number: 300 },
        { token: 0xc2, page: 0 },
        element('token-01-06'),
      ],
    );
    const hex = encode(root);
    expect(decode(hex).root).toEqual(root);
    expect(encode(decode(hex).root)).toBe(hex);
  });

  it('spells the public id out when it is a text', () => {
    const bytes = encodeWbxml({ root: element('toy'), publicId: TOY.publicIdText, version: '1.3' }, TOY);
    expect(toHex(bytes.subarray(0, 5))).toBe('0300006a19');
    expect(decodeWbxml(bytes, [TOY])).toMatchObject({
      publicId: TOY.publicIdText,
      version: '1.3',
      warnings: [],
    });
  });

  it('refuses what cannot be written', () => {
    let deep = element('toy');
    for (let i = 0; i < 40; i++) deep = element('toy', {}, [deep]);
    expect(() => encode(deep)).toThrow(expect.objectContaining({ code: 'wbxml/too-deep' }));
    expect(() => encode(element('toy', {}, ['a\0']))).toThrow(
      expect.objectContaining({ code: 'wbxml/nul-character' }),
    );
    expect(() => encode(element('toy', {}, [{ token: 0x05 }]))).toThrow(
      expect.objectContaining({ code: 'wbxml/syntax' }),
    );
    expect(() => encodeWbxml({ root: element('toy'), charset: 1015 }, TOY)).toThrow(
      expect.objectContaining({ code: 'wbxml/charset' }),
    );
  });
});

describe('decodeWbxml', () => {
  it('reads string tables, entities and opaque octets of other encoders', () => {
    const { root, warnings } = decode(
      '03 81fe01 6a 0a 6162630064656600 7879 45 8300 83 04 0282 2c 83 08 c30101 01',
    );
    expect(root.children).toEqual(['abcdefĬxy', new Uint8Array([1])]);
    expect(warnings).toEqual([]);
  });

  it('joins a value from its pieces', () => {
    const { root } = decode(`${HEAD} 85 06 85 0378 00 8401`.replace('8401', '0221 01'));
    expect(root.attributes.get('type')).toEqual({ value: 'big-ballx!' });
  });

  it('reads documents in UTF-16 and ISO-8859-1', () => {
    expect(
      decode('02 81fe01 87 77 00 45 03 04160041 0000 01'.replace('87 77', '8777')).root.children,
    ).toEqual(['ЖA']);
    expect(decode('02 81fe01 04 00 45 03 e9 00 01').root.children).toEqual(['é']);
  });

  it('keeps an unknown language by its numbers', () => {
    const { root, warnings } = decode('02 05 6a 00 45 c6 0b 0378 00 85 01 03 48 00 01 01');
    expect(root).toEqual(
      element('token-00-05', {}, [
        element('token-00-06', { 'token-00-0b': { value: 'x', parts: ['x', { token: 0x85, page: 0 }] } }, [
          'H',
        ]),
      ]),
    );
    expect(warnings[0]?.code).toBe('wbxml/unknown-language');
  });

  it('drops processing instructions, warns of repeats and what follows', () => {
    const codes = (hex: string) => decode(hex).warnings.map(({ code }) => code);
    expect(codes(`${HEAD} 43 05 0378 00 01 05`)).toEqual(['wbxml/instruction-dropped']);
    expect(codes(`${HEAD} 85 05 0378 00 06 01`)).toEqual(['wbxml/repeated-attribute']);
    expect(codes(`${HEAD} 05 05`)).toEqual(['wbxml/trailing-octets']);
    expect(codes(`${HEAD} 45 03 ff 00 01`)).toEqual(['wbxml/charset-guessed']);
  });

  it.each([
    ['bytes/truncated', `${HEAD} 45 03 61 00`],
    ['bytes/truncated', `${HEAD} 45 c3 05 00`],
    ['bytes/truncated', '02 81fe01 6a 7f 00'],
    ['wbxml/version', '00 01 6a 00 05'],
    ['wbxml/version', '04 01 6a 00 05'],
    ['wbxml/number', '02 ffffffffff7f 6a 00 05'],
    ['wbxml/number', '02 9fffffff7f 6a 00 05'],
    ['wbxml/syntax', `${HEAD} 01`],
    ['wbxml/syntax', `${HEAD} 85 85 01`],
    ['wbxml/syntax', `${HEAD} 85 05 84 00 01`],
    ['wbxml/string-index', `${HEAD} 45 83 00 01`],
    ['wbxml/entity', `${HEAD} 45 02 83b000 01`],
    ['wbxml/entity', `${HEAD} 45 02 00 01`],
    ['wbxml/too-deep', `${HEAD} ${'45'.repeat(40)}`],
  ])('refuses with %s: %s', (code, hex) => {
    expect(() => decode(hex)).toThrow(expect.objectContaining({ code }));
  });

  it('does not blow up a string table', () => {
    const table = 120_000;
    const length = [0x80 | (table >> 14), 0x80 | ((table >> 7) & 0x7f), table & 0x7f];
    const bomb = new Uint8Array([
      ...fromHex('0281fe016a'),
      ...length,
      ...new Uint8Array(table).fill(0x61),
      0x45,
      ...Array.from({ length: 50_000 }, () => [0x83, 0x00]).flat(),
      0x01,
    ]);
    expect(() => decodeWbxml(bomb, [TOY])).toThrow(expect.objectContaining({ code: 'wbxml/too-large' }));
  });

  it('round-trips any document', () => {
    const name = fc.constantFrom('toy', 'part', 'extra', 'new', 'token-00-3f');
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter(value => !value.includes('\0'));
    const value = fc.oneof(
      fc
        .array(fc.constantFrom('big-', 'red-', 'ball', 'balloon', 'kite', 'x', 'ж'))
        .map(list => list.join('')),
      text,
    );
    const attributes = fc.dictionary(fc.constantFrom('type', 'late', 'colour', 'token-03-20'), value);
    const { node } = fc.letrec<{ node: WbxmlElement }>(tie => ({
      node: fc
        .record({
          name,
          attributes,
          children: fc.oneof(
            { maxDepth: 4 },
            fc.constant<WbxmlNode[]>([]),
            fc.tuple(fc.oneof(text, fc.uint8Array()), tie('node')).map((list): WbxmlNode[] => list),
          ),
        })
        .map(row => element(row.name, row.attributes, row.children)),
    }));
    fc.assert(
      fc.property(node, root => {
        const bytes = encodeWbxml({ root }, TOY);
        const read = decodeWbxml(bytes, [TOY]);
        expect(read.root).toEqual(root);
        expect(toHex(encodeWbxml(read, TOY))).toBe(toHex(bytes));
      }),
      { numRuns: runs(300) },
    );
  });
});
