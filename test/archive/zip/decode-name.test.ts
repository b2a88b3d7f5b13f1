import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeEntryName } from '../../../src/archive/zip/decode-name.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The extra field that names an entry in Unicode (APPNOTE 4.6.9). */
function unicodePath(path: string, rawName: Uint8Array, version = 1): Uint8Array {
  const field = Buffer.alloc(5 + utf8(path).length);
  field.writeUInt8(version);
  field.writeUInt32LE(crc32(rawName), 1);
  field.set(utf8(path), 5);
  return new Uint8Array(field);
}

describe('the name of an entry', () => {
  const dos = Uint8Array.of(0x81, 0x2e, 0x74, 0x78, 0x74);

  it('is in code page 437 where it is no UTF-8', () => {
    expect(decodeEntryName(dos, false, undefined)).toBe('ü.txt');
    expect(decodeEntryName(Uint8Array.of(0x80, 0xff), false, undefined)).toBe('Ç\u00a0');
  });

  it('is the Unicode path that was made for it', () => {
    expect(decodeEntryName(dos, false, unicodePath('ű.txt', dos))).toBe('ű.txt');
  });

  it.each([
    ['was made for another name', unicodePath('ű.txt', utf8('other'))],
    ['is of another version', unicodePath('ű.txt', dos, 2)],
    ['is too short to be one', Uint8Array.of(1, 2, 3, 4)],
  ])('is not a Unicode path that %s', (_, field) => {
    expect(decodeEntryName(dos, false, field)).toBe('ü.txt');
  });
});
