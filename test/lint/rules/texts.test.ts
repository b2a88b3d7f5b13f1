import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/lint/index.ts';
import { text } from '../samples.ts';

const messagesOf = (data: Uint8Array | string, charset: string | null, code: string): string[] =>
  lint({ parts: [text('a.txt', data, charset)] })
    .filter(found => found.code === code)
    .map(({ message }) => message);

describe('a text in UTF-16', () => {
  const isToldOf = (...octets: number[]): boolean =>
    messagesOf(Uint8Array.from(octets), 'utf-16', 'text/utf16-without-bom').length > 0;

  it('has a byte order mark of two octets', () => {
    expect(isToldOf(0xff, 0xfe, 0x61, 0)).toBe(false);
    expect(isToldOf(0xfe, 0xff, 0, 0x61)).toBe(false);
    for (const start of [
      [0xff, 0x61],
      [0x61, 0xfe],
      [0xfe, 0x61],
      [0x61, 0xff],
    ]) {
      expect([start, isToldOf(...start)]).toEqual([start, true]);
    }
  });

  it('needs no mark where it is empty', () => {
    expect(isToldOf()).toBe(false);
  });
});

describe('the charset of a text', () => {
  const told = (data: Uint8Array | string, charset: string | null) =>
    messagesOf(data, charset, 'text/charset-guessed');

  it('is a guess where none is stated and the octets show none', () => {
    expect(told(Uint8Array.of(0xe5), null)).toEqual(['a.txt is in no charset that shows']);
    expect(told('å', null)).toEqual([]);
    expect(told(Uint8Array.of(0, 0x61, 0, 0x62), null)).toEqual([]);
  });

  it('is a guess where the stated one is not known, or not that of the octets', () => {
    expect(told('a', 'x-unheard-of')).toEqual(['a.txt is in the unknown charset x-unheard-of']);
    expect(told(Uint8Array.of(0xe5), 'utf-8')).toEqual(['a.txt is not utf-8, as it claims']);
  });
});
