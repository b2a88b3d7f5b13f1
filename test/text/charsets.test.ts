import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHARSETS,
  charsetMibEnum,
  charsetName,
  decodeCharset,
  decodeLatin1,
  encodeCharset,
  printable,
} from '../../src/text/index.ts';

const wellFormed = fc.string({ unit: 'binary' });

describe('charsets', () => {
  it('has unique numbers and lower-case names', () => {
    expect(new Set(CHARSETS.map(row => row.mibEnum)).size).toBe(CHARSETS.length);
    expect(new Set(CHARSETS.map(row => row.name)).size).toBe(CHARSETS.length);
    for (const { name, mibEnum } of CHARSETS) {
      expect(name).toBe(name.toLowerCase());
      expect(charsetMibEnum(name.toUpperCase())).toBe(mibEnum);
      expect(charsetName(mibEnum)).toBe(name);
    }
  });

  it('round-trips what it writes', () => {
    fc.assert(
      fc.property(wellFormed, text => {
        expect(decodeCharset(encodeCharset(text, 'utf-8'), 106)).toEqual({ text, exact: true });
        const utf16 = decodeCharset(encodeCharset(text, 'utf-16'), 1015);
        expect(utf16.text).toBe(text);
      }),
    );
    const latin = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code));
    expect(decodeCharset(encodeCharset(latin, 'iso-8859-1'), 4)).toEqual({ text: latin, exact: true });
    expect(decodeLatin1(encodeCharset(latin, 'iso-8859-1'), 3, 20)).toBe(latin.slice(3, 20));
  });

  it('agrees with an independent encoder on UTF-16 and Latin-1', () => {
    expect([...encodeCharset('A€', 'utf-16')]).toEqual([0xfe, 0xff, 0, 0x41, 0x20, 0xac]);
    expect(Buffer.from(encodeCharset('Größe', 'iso-8859-1')).toString('latin1')).toBe('Größe');
  });

  it('reads windows-1252 as it is, not as ISO-8859-1', () => {
    const octets = new Uint8Array([0x80, 0x93, 0x9c, 0xe9, 0x81]);
    expect(decodeCharset(octets, 2252)).toEqual({ text: '€“œé\u0081', exact: true });
  });

  it('takes the byte order from the mark, else big-endian', () => {
    expect(decodeCharset(new Uint8Array([0xff, 0xfe, 0x41, 0]), 1015).text).toBe('A');
    expect(decodeCharset(new Uint8Array([0, 0x41]), 1015).text).toBe('A');
    expect(decodeCharset(new Uint8Array([0, 0x41]), 1000).text).toBe('A');
  });

  it('reads UTF-32 by its mark or the order of its name, with U+FFFD for what is no character', () => {
    const utf32 = (...codes: number[]): Uint8Array => {
      const view = new DataView(new ArrayBuffer(codes.length * 4));
      for (const [i, code] of codes.entries()) view.setUint32(i * 4, code);
      return new Uint8Array(view.buffer);
    };
    const text = utf32(0xfeff, 0x41, 0x1f600);
    expect(decodeCharset(text, 1017)).toEqual({ text: 'A😀', exact: true });
    expect(decodeCharset(new Uint8Array(Buffer.from(text).swap32()), 1017).text).toBe('A😀');
    expect(decodeCharset(new Uint8Array(Buffer.from(utf32(0x41)).swap32()), 1019).text).toBe('A');
    const wrong = utf32(0xd7ff, 0xd800, 0xdfff, 0xe000, 0x110000);
    expect(decodeCharset(wrong, 1018)).toEqual({ text: '\ud7ff\ufffd\ufffd\ue000\ufffd', exact: false });
  });

  it('falls back to UTF-8, then ISO-8859-1, and says so', () => {
    const umlaut = new Uint8Array([0xc3, 0xbc]);
    for (const mibEnum of [0, 3, 9999]) {
      expect(decodeCharset(umlaut, mibEnum)).toEqual({ text: 'ü', exact: false });
    }
    expect(decodeCharset(new Uint8Array([0xfc]), 3)).toEqual({ text: 'ü', exact: false });
    expect(decodeCharset(new Uint8Array([0x41]), 3)).toEqual({ text: 'A', exact: true });
    expect(decodeCharset(new Uint8Array([0x41, 0xc3]), 106)).toEqual({ text: 'A\ufffd', exact: false });
  });

  it('names the character that does not fit', () => {
    expect(() => encodeCharset('ab€', 'iso-8859-1')).toThrow(
      expect.objectContaining({
        code: 'text/unencodable',
        message: expect.stringContaining('U+20AC at character 3'),
      }),
    );
    expect(() => encodeCharset('a\ud800', 'utf-8')).toThrow(
      expect.objectContaining({ code: 'text/unencodable' }),
    );
  });

  it('shows control characters as escapes', () => {
    expect(printable('a\u001b[31m\u202eb\n')).toBe('a\\u{1b}[31m\\u{202e}b\\u{a}');
  });
});
