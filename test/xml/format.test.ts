import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, formatXml, parseXml, xmlElement } from '../../src/xml/index.ts';
import { runs } from '../support/property.ts';

const xmlText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'&<>"\'\t\n\r]->a; #x10!['.split('')) }),
);

describe('escapeXml', () => {
  it('writes references for what markup or a reader would change', () => {
    expect(escapeXml('& < > " \' \t \n \r å 😀')).toBe('&amp; &lt; &gt; &quot; &apos; &#9; &#10; &#13; å 😀');
  });

  it.each(['\u0000', '\u001b', '\ufffe', '\uffff', '\ud83d', '\ude00x'])('refuses %j', text => {
    expect(() => escapeXml(`ab${text}`)).toThrow(
      expect.objectContaining({
        code: 'xml/illegal-character',
        message: expect.stringContaining('character 3'),
      }),
    );
  });

  it('is undone by the reader, as value and as text', () => {
    fc.assert(
      fc.property(xmlText, text => {
        fc.pre(!/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text));
        const xml = formatXml(xmlElement('a', { v: text, none: undefined }, [text, xmlElement('b')]));
        const { root } = parseXml(xml, { maxBytes: 1e6 });
        expect(root.attributes.get('v')?.value).toBe(text);
        expect(root.children.slice(0, -1).join('')).toBe(text);
        expect(root.attributes.size).toBe(1);
      }),
      { numRuns: runs(2000) },
    );
  });
});
