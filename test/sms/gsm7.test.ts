import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { countSeptets, decodeGsm7, encodeGsm7, LANGUAGE_TABLES } from '../../src/sms/index.ts';
import { runs } from '../support/property.ts';
import { LANGUAGES } from './vectors.ts';

/** Packs by writing all bits one by one, for comparison. */
function packBitByBit(septets: readonly number[]): number[] {
  const bits = septets.flatMap(septet => Array.from({ length: 7 }, (_, bit) => (septet >> bit) & 1));
  const octets: number[] = [];
  for (let i = 0; i < bits.length; i += 8) {
    octets.push(bits.slice(i, i + 8).reduce((octet, bit, place) => octet | (bit << place), 0));
  }
  return octets;
}

describe('language tables', () => {
  it('are those of the vectors, no more and no fewer', () => {
    expect(LANGUAGE_TABLES.map(({ id, name }) => [id, name])).toEqual(
      LANGUAGES.map(({ id, name }) => [id, name]),
    );
  });

  it.each(LANGUAGES.map(language => [language.name, language] as const))(
    '%s, every septet',
    (_, language) => {
      const { id, locking, singleShift } = language;
      const lockingShift = locking === undefined || id === 0 ? undefined : id;
      const shift = id === 0 ? undefined : id;
      for (const [septet, text] of locking ?? []) {
        const octets = new Uint8Array(packBitByBit([septet, 0x20]));
        expect(decodeGsm7(octets, { nationalLanguage: { lockingShift } })).toBe(`${text} `);
        const first = [...(locking ?? [])].find(([, other]) => other === text)?.[0];
        expect(toHex(encodeGsm7(text, { nationalLanguage: { lockingShift } }))).toBe(
          toHex(new Uint8Array(packBitByBit([first ?? -1]))),
        );
      }
      const inMain = new Set(LANGUAGES[0]?.default);
      for (const [septet, text] of singleShift) {
        const octets = new Uint8Array(packBitByBit([0x1b, septet]));
        expect(decodeGsm7(octets, { septets: 2, nationalLanguage: { singleShift: shift } })).toBe(text);
        if (inMain.has(text)) continue;
        const lowest = Math.min(
          ...[...singleShift].filter(([, other]) => other === text).map(([code]) => code),
        );
        expect(toHex(encodeGsm7(text, { nationalLanguage: { singleShift: shift } }))).toBe(
          toHex(new Uint8Array(packBitByBit([0x1b, lowest]))),
        );
      }
    },
  );

  it('refuses a table that does not exist', () => {
    for (const nationalLanguage of [{ lockingShift: 2 }, { singleShift: 14 }, { singleShift: -1 }]) {
      expect(() => encodeGsm7('a', { nationalLanguage })).toThrow(
        expect.objectContaining({ code: 'sms/language' }),
      );
    }
  });
});

describe('encodeGsm7 and decodeGsm7', () => {
  it('pack from the lowest bit', () => {
    expect(toHex(encodeGsm7('hellohello'))).toBe('e8329bfd4697d9ec37');
    expect(decodeGsm7(fromHex('e8329bfd4697d9ec37'))).toBe('hellohello');
    expect(countSeptets('a€')).toBe(3);
  });

  it('do not take spare bits for a final @, unless told how many septets there are', () => {
    expect(decodeGsm7(encodeGsm7('1234567'))).toBe('1234567');
    expect(decodeGsm7(encodeGsm7('1234567@'))).toBe('1234567');
    expect(decodeGsm7(encodeGsm7('1234567@'), { septets: 8 })).toBe('1234567@');
    expect(decodeGsm7(encodeGsm7('@@@'))).toBe('@@@');
  });

  it('round-trip any text with any fill bits', () => {
    const characters = [...(LANGUAGES[0]?.default ?? ''), ...'€[]{}~\\|^'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...characters)),
        fc.integer({ min: 0, max: 6 }),
        (list, fillBits) => {
          const text = list.join('');
          const bytes = encodeGsm7(text, { fillBits });
          const septets = countSeptets(text);
          expect(bytes.length).toBe(Math.ceil((septets * 7 + fillBits) / 8));
          expect(decodeGsm7(bytes, { fillBits, septets })).toBe(text);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('show an escape without a character of its own as the standard says', () => {
    const decode = (...septets: number[]): string =>
      decodeGsm7(new Uint8Array(packBitByBit(septets)), { septets: septets.length });
    expect(decode(0x1b, 0x41)).toBe('A');
    expect(decode(0x1b, 0x1b, 0x41)).toBe(' A');
    expect(decode(0x41, 0x1b)).toBe('A ');
  });

  it('name what cannot be written and where', () => {
    expect(() => encodeGsm7('año ç')).toThrow(
      expect.objectContaining({
        code: 'sms/unencodable',
        path: 'text[4]',
        message: expect.stringContaining('U+00E7 at character 5'),
      }),
    );
    expect(() => encodeGsm7('hi 😀')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^U\+1F600/) }),
    );
    expect(() => decodeGsm7(fromHex('e8'), { septets: 2 })).toThrow(
      expect.objectContaining({ code: 'bytes/truncated' }),
    );
    expect(() => encodeGsm7('a', { fillBits: 7 })).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'fillBits' }),
    );
  });
});
