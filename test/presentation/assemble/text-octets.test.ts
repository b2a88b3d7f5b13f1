import { describe, expect, it } from 'vitest';
import { convertText } from '../../../src/presentation/assemble/text-octets.ts';
import { utf16le } from '../../media/samples.ts';

const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('convertText', () => {
  it.each([
    ['UTF-16 of a Windows editor', utf16le('\ufeffΚαφές', false)],
    ['UTF-16 without a mark', utf16le('Café au lait, croissant', false)],
    ['UTF-16 in the order of networks', utf16be('\ufeffΚαφές')],
    ['UTF-16 in the order of networks without a mark', utf16be('Café au lait, croissant')],
    ['windows-1252', Uint8Array.of(0x80, 0x20, 0x35, 0x20, 0xe9)],
  ])('puts %s into UTF-8', (_what, data) => {
    const text = new TextDecoder().decode(convertText(data)?.data);
    expect(['Καφές', 'Café au lait, croissant', '€ 5 é']).toContain(text);
  });

  it('leaves what is in the charset', () => {
    expect(convertText(utf8('Καφές'))).toBeUndefined();
    expect(convertText(utf8('Cafe'), 'iso-8859-1')).toBeUndefined();
    expect(convertText(utf8('Καφές'), 'iso-8859-1')).toBeUndefined();
    // windows-1252 rather, which looks the same
    expect(convertText(Uint8Array.of(0x80, 0x20, 0xe9), 'iso-8859-1')).toBeUndefined();
  });

  it('writes the charset that is asked for, where that has the characters', () => {
    expect(convertText(utf8('Café'), 'iso-8859-1')?.data).toEqual(Uint8Array.of(0x43, 0x61, 0x66, 0xe9));
    expect(convertText(utf16le('Cafe'), 'us-ascii')?.charset).toBe('us-ascii');
    expect(convertText(utf8('\ufeffCafe'), 'us-ascii')?.data).toEqual(utf8('Cafe'));
    expect(convertText(utf16le('Καφές'), 'iso-8859-1')?.charset).toBe('utf-8');
    expect(convertText(utf16le('aΚ'), 'iso-8859-1')?.charset).toBe('utf-8');
    expect(convertText(utf8('\u00ff'), 'iso-8859-1')?.data).toEqual(Uint8Array.of(0xff));
    expect(convertText(utf8('A'), 'utf-16')?.data).toEqual(utf16be('\ufeffA'));
    expect(convertText(utf8('Κ'), 'utf-16')?.data).toEqual(utf16be('\ufeffΚ'));
  });

  it('says what it did', () => {
    expect(convertText(utf16le('Καφές'))?.issues).toMatchObject([{ code: 'text/converted', fixed: true }]);
  });
});
