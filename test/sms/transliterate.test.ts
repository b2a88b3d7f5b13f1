import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSeptets,
  measureSms,
  segmentSms,
  TRANSLITERATIONS,
  transliterate,
} from '../../src/sms/index.ts';
import { runs } from '../support/property.ts';

describe('transliterate', () => {
  it('replaces typographic marks and drops accents, and says so', () => {
    expect(transliterate('“Şarkı”… 5 – 6')).toEqual({
      text: '"Sarki"... 5 - 6',
      replacements: [
        { position: 0, from: '“', to: '"' },
        { position: 1, from: 'Ş', to: 'S' },
        { position: 5, from: 'ı', to: 'i' },
        { position: 6, from: '”', to: '"' },
        { position: 7, from: '…', to: '...' },
        { position: 11, from: '–', to: '-' },
      ],
    });
  });

  it('composes what GSM 7-bit has composed, keeps what it has', () => {
    expect(transliterate('e\u0301 é ñ')).toEqual({
      text: 'é é ñ',
      replacements: [{ position: 0, from: 'e\u0301', to: 'é' }],
    });
    expect(transliterate('ＡＢＣ！')).toMatchObject({ text: 'ABC!' });
    expect(transliterate('a\u200bb\ufeff').text).toBe('ab');
  });

  it('leaves a text alone that would still not fit', () => {
    expect(transliterate('“Привет”')).toEqual({ text: '“Привет”', replacements: [] });
    expect(transliterate('“😀”').replacements).toEqual([]);
    expect(transliterate('\u0301')).toEqual({ text: '\u0301', replacements: [] });
  });

  it('gives GSM 7-bit or the text itself, and its replacements rebuild the text', () => {
    const odd = TRANSLITERATIONS.flatMap(({ from }) => [...from]);
    const list = fc.array(fc.oneof(fc.constantFrom(...odd, 'a', '€', 'Я', '\u0301'), fc.string()));
    fc.assert(
      fc.property(list, pieces => {
        const text = pieces.join('');
        const result = transliterate(text);
        let rebuilt = '';
        let at = 0;
        for (const { position, from, to } of result.replacements) {
          expect(text.slice(position, position + from.length)).toBe(from);
          rebuilt += text.slice(at, position) + to;
          at = position + from.length;
        }
        expect(rebuilt + text.slice(at)).toBe(result.text);
        if (result.replacements.length > 0) expect(countSeptets(result.text)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('has one stand-in for each character, itself in GSM 7-bit', () => {
    const all = TRANSLITERATIONS.flatMap(({ from }) => [...from]);
    expect(new Set(all).size).toBe(all.length);
    for (const { to } of TRANSLITERATIONS) countSeptets(to);
    for (const from of all) expect(() => countSeptets(from), from).toThrow();
  });

  it('is used only on request, and reported', () => {
    const text = 'It’s 5 o’clock';
    expect(measureSms({ text }).encoding).toBe('ucs2');
    const measure = measureSms({ text, transliterate: true });
    expect(measure).toMatchObject({ encoding: 'gsm7', forcedBy: [] });
    expect(measure.replacements.map(({ from, to }) => from + to)).toEqual(["’'", "’'"]);
    expect(segmentSms({ text, transliterate: true })[0]?.text).toBe("It's 5 o'clock");
    expect(measureSms({ text: `${text} Ж`, transliterate: true })).toMatchObject({
      encoding: 'ucs2',
      replacements: [],
    });
  });
});
