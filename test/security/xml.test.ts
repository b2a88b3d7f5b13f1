import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { childElements, parseXml } from '../../src/xml/index.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The code of the refusal, or `read`; anything but an MmsError fails the test. */
function outcome(input: string | Uint8Array): string {
  try {
    parseXml(input);
    return 'read';
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return error.code;
  }
}

function laughs(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  const rows = names.map((name, i) => `<!ENTITY ${name} "${`&${names[i - 1] ?? 'lol'};`.repeat(10)}">`);
  return `<!DOCTYPE a [<!ENTITY lol "lol">${rows.join('')}]><a>&i;</a>`;
}

const XINCLUDE =
  '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></a>';

describe('hostile documents', () => {
  // a fetch by the parser would go through one of these
  const fetchBefore = globalThis.fetch;
  let fetched = 0;
  beforeAll(() => {
    globalThis.fetch = () => {
      fetched += 1;
      return Promise.reject(new Error('fetched'));
    };
  });
  afterAll(() => {
    globalThis.fetch = fetchBefore;
  });

  it.each([
    ['X1: billion laughs', laughs(), 'xml/doctype-internal-subset'],
    [
      'X1: quadratic blow-up',
      `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(30_000)}">]><a>${'&x;'.repeat(9000)}</a>`,
    ],
    ['X1: 100 000 references', `<a>${'&#65;'.repeat(100_000)}</a>`, 'xml/too-large'],
    ['X1: external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['X1: parameter entity', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/p">%p;]><a/>'],
    ['X1: redefined lt', '<!DOCTYPE a [<!ENTITY lt "EVIL">]><a>&lt;</a>'],
    ['X1: external DTD', '<!DOCTYPE a SYSTEM "http://localhost/x.dtd"><a/>', 'read'],
    ['X1: XInclude', XINCLUDE, 'read'],
    ['X2: depth 9000', '<a>'.repeat(9000) + '</a>'.repeat(9000), 'xml/too-deep'],
    ['X2: 200 000 attributes', `<a ${'b="" '.repeat(200_000)}/>`, 'xml/too-large'],
    ['X2: 12 000 attributes', `<a>${'<b c=""/>'.repeat(7000)}</a>`, 'xml/too-many-attributes'],
    ['X2: 1 MB attribute', `<a b="${'x'.repeat(1e6)}"/>`, 'xml/too-large'],
    ['X2: unclosed tags', '<a '.repeat(700_000), 'xml/too-large'],
    ['X2: unclosed tags that fit', '<a '.repeat(21_000), 'xml/not-well-formed'],
    ['X2: unclosed comments', '<!--'.repeat(100_000), 'xml/too-large'],
    ['X2: unclosed comments that fit', '<!--'.repeat(16_000), 'xml/not-well-formed'],
  ])('%s', (_, text, code = 'xml/doctype-internal-subset') => {
    expect(outcome(text)).toBe(code);
    expect(outcome(encode(text))).toBe(code);
    expect(fetched).toBe(0);
  });

  it('X1: leaves XInclude alone', () => {
    const [include] = childElements(parseXml(XINCLUDE).root);
    expect(include?.name).toBe('xi:include');
    expect(include?.children).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '#text', '#cdata', ':@'])(
    'X3: the name %s is refused or inert',
    name => {
      for (const text of [`<${name}><b/></${name}>`, `<a ${name}="x"><${name} ${name}="y"/></a>`]) {
        expect(['read', 'xml/not-well-formed']).toContain(outcome(text));
      }
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('b');
    },
  );

  it.each([
    ['UTF-16 with a mark', new Uint8Array(Buffer.from('\ufeff<a>é</a>', 'utf16le')), 'é'],
    [
      'iso-8859-1',
      new Uint8Array(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>', 'latin1')),
      'é',
    ],
    ['UTF-7', encode('<?xml version="1.0" encoding="UTF-7"?><a>+AOk-</a>'), undefined],
    ['half a surrogate pair', '<a>\ud800</a>', undefined],
    ['NUL', '<a>\0</a>', undefined],
    ['octets that are not UTF-8', Uint8Array.of(...encode('<a>'), 0xff, ...encode('</a>')), undefined],
  ])('X4: %s is read right or refused', (_, input, text) => {
    if (text === undefined) expect(outcome(input)).toMatch(/^(?:xml|text)\//);
    else expect(parseXml(input).root.children).toEqual([text]);
  });

  it('X2: takes time in proportion to the input', () => {
    const shapes = [
      '<',
      '&',
      '<a ',
      '<!--',
      '<?',
      '<![CDATA[',
      ' ',
      '<!DOCTYPE ',
      'a="" ',
      ']]',
      "'",
      '--',
      '\n',
    ];
    for (const shape of shapes) {
      for (const start of ['', '<a>', '<a ', '<a b="', '<?xml version="1.0"', '<!DOCTYPE a']) {
        const read = (count: number): void =>
          expect(() => parseXml(start + shape.repeat(count), { maxBytes: 1e8, maxAttributes: 1e8 })).toThrow(
            expect.objectContaining({ name: 'MmsError' }),
          );
        expectLinear(read, 300_000, start + shape);
      }
    }
  });

  it('every truncation and many mutations give a document or an MmsError', () => {
    const sample = encode(
      '<?xml version="1.0"?><!DOCTYPE a SYSTEM "x"><!--c--><a b="1" c=\'&lt;\'>t<![CDATA[<]]><?p q?><d/>&#65;</a>\n',
    );
    for (let end = 0; end < sample.length - 1; end++)
      expect(outcome(sample.subarray(0, end))).not.toBe('read');
    const next = random();
    const outcomes = new Set<string>();
    for (let i = 0; i < runs(3000); i++) outcomes.add(outcome(mutate(sample, sample, next)));
    expect(outcomes).toContain('read');
    expect(outcomes).toContain('xml/not-well-formed');
  });

  it('any text gives a document or an MmsError', () => {
    const text = fc.string({
      unit: fc.constantFrom('<', '>', '/', '!', '-', '[', ']', '?', '"', '=', ' ', 'a', '&', ';'),
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), value => {
        outcome(value);
        outcome(`<a>${value}</a>`);
        outcome(`<a ${value}/>`);
      }),
      { numRuns: runs(2000) },
    );
  });
});
