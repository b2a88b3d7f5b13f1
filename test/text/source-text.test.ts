import { describe, expect, it } from 'vitest';
import { TEXT_ISSUES } from '../../src/issues/index.ts';
import { sourceText, unicodeForm } from '../../src/text/index.ts';
import { Warnings } from '../../src/warnings.ts';

function read(input: unknown) {
  const warnings = new Warnings(TEXT_ISSUES);
  return { ...sourceText(input, warnings), codes: warnings.list.map(({ code }) => code) };
}

const octets = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));

describe('the text that readers begin with', () => {
  it.each([
    ['a string', 'aé', []],
    ['a string with a byte order mark', '\ufeffaé', []],
    ['UTF-8', octets('aé', 'utf8'), []],
    ['UTF-8 with a mark', octets('\ufeffaé', 'utf8'), []],
    ['UTF-16 with a mark', octets('\ufeffaé', 'utf16le'), ['text/wide']],
    ['UTF-16 without one', octets('aé', 'utf16le'), ['text/wide']],
    ['UTF-16, big end first', octets('aé', 'utf16le').map((_, i, all) => all[i ^ 1] ?? 0), ['text/wide']],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0xe9, 0, 0, 0]), ['text/wide']],
    [
      'UTF-32, big end first',
      new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61, 0, 0, 0, 0xe9]),
      ['text/wide'],
    ],
    ['NUL at the end', octets('aé\0\0', 'utf8'), ['text/padding']],
    ['an end-of-file mark', 'aé\x1a', ['text/padding']],
  ])('of %s', (_, input, codes) => {
    expect(read(input)).toEqual({ text: 'aé', isLatin1: false, codes });
  });

  it('keeps octets that are not UTF-8 for a format that knows their charset', () => {
    expect(read(octets('aé', 'latin1'))).toEqual({ text: 'aé', isLatin1: true, codes: [] });
  });

  it('has whole characters only', () => {
    expect(read('a\ud800')).toEqual({ text: 'a\ufffd', isLatin1: false, codes: ['text/half-character'] });
  });

  it.each([5, null, undefined, {}, [], true])('is none in %j', value => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code: 'text/not-a-text', path: '$' }));
  });

  it('takes short and padded octets for what they are', () => {
    expect(unicodeForm(octets('a\0', 'latin1'))).toBeUndefined();
    expect(unicodeForm(octets('a\0\0\0', 'latin1'))).toBeUndefined();
    expect(unicodeForm(new Uint8Array())).toBeUndefined();
  });
});
