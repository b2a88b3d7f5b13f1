import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeSms,
  decodeSubmit,
  encodeSms,
  measureSms,
  type SmsContent,
  type SmsMessage,
  segmentSms,
} from '../../src/sms/index.ts';
import { indexOfLoneSurrogate } from '../../src/text/index.ts';
import { runs } from '../support/property.ts';
import { contentOptions, texts, textsAtTheSplit } from './messages.ts';
import { fewestParts, headerOctets } from './model.ts';
import { LANGUAGES } from './vectors.ts';

const to = '+447700900123';

/** Septets of each character by the vectors' tables; `undefined` when one is missing. */
function septetCosts(text: string, singleShift = 0, lockingShift = 0): number[] | undefined {
  const main = new Set(LANGUAGES[lockingShift]?.locking?.values());
  const shifted = new Set(LANGUAGES[singleShift]?.singleShift.values());
  const costs = [...text].map(character => (main.has(character) ? 1 : shifted.has(character) ? 2 : 0));
  return costs.includes(0) ? undefined : costs;
}

const unitCosts = (text: string): number[] => [...text].map(character => character.length);

/** Fewest parts in GSM 7-bit under language tables, infinitely many where a character is missing. */
function gsm7Parts(text: string, options: SmsContent, single?: number, locking?: number): number {
  const costs = septetCosts(text, single, locking);
  if (costs === undefined) return Number.POSITIVE_INFINITY;
  const languages = (single === undefined ? 0 : 1) + (locking === undefined ? 0 : 1);
  return fewestParts(costs, 7, headerOctets(options, languages), options.referenceBits ?? 8);
}

function ucs2Parts(text: string, options: SmsContent): number {
  return fewestParts(unitCosts(text), 16, headerOctets(options, 0), options.referenceBits ?? 8);
}

/** What holds for every message: octets, sequence, text. */
function checkSegments(text: string, options: SmsContent): number {
  const segments = encodeSms({ to, text, ...options });
  const read = decodeSms(segments.map(({ tpdu }) => tpdu));
  expect(read.text).toBe(text);
  expect(read.warnings).toEqual([]);
  expect(segments.map(({ text: part }) => part).join('')).toBe(text);
  segments.forEach((segment, index) => {
    expect(segment.userData.length).toBeLessThanOrEqual(140);
    expect(segment.tpdu.length).toBe(segment.length);
    expect([segment.sequence, segment.total]).toEqual([index + 1, segments.length]);
    expect(read.parts[index]?.text).toBe(segment.text);
    expect(indexOfLoneSurrogate(segment.text ?? '')).toBe(-1);
  });
  return segments.length;
}

describe('the reference of a long message', () => {
  const referenceOf = (message: SmsMessage): number | undefined => {
    const [first] = encodeSms(message);
    return first === undefined ? undefined : decodeSubmit(first.tpdu).concatenation?.reference;
  };
  it('is made of number and content, so that two messages seldom share one', () => {
    const texts = ['A'.repeat(200), 'B'.repeat(200), `${'A'.repeat(199)}B`, 'Ж'.repeat(100)];
    const references = texts.map(text => referenceOf({ to, text }));
    expect(new Set(references).size).toBe(texts.length);
    expect(texts.map(text => referenceOf({ to, text }))).toEqual(references);
    expect(referenceOf({ to: '+447700900124', text: 'A'.repeat(200) })).not.toBe(references[0]);
  });

  it('spreads over its bits', () => {
    const runs = Array.from({ length: 400 }, (_, i) => ({
      to: String(100000 + i),
      data: new Uint8Array(200),
    }));
    expect(new Set(runs.map(run => referenceOf(run))).size).toBeGreaterThan(170);
    expect(new Set(runs.map(run => referenceOf({ ...run, referenceBits: 16 }))).size).toBeGreaterThan(390);
  });

  it('is the one given', () => {
    expect(referenceOf({ to, text: 'A'.repeat(200), reference: 0 })).toBe(0);
  });
});

it('the septets of each part stand beside its packed user data', () => {
  const parts = segmentSms({ text: `${'a'.repeat(152)}€${'b'.repeat(10)}` });
  expect(parts.map(({ septets }) => septets?.length)).toEqual([152, 12]);
  expect(parts[1]?.septets?.slice(0, 3)).toEqual(Uint8Array.of(0x1b, 0x65, 0x62));
  expect(segmentSms({ text: 'Ж' })[0]?.septets).toBeUndefined();
});

describe('encodeSms of any text', () => {
  it('gives the fewest parts, and decodeSms the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, textsAtTheSplit), contentOptions, (text, options) => {
        const expected =
          septetCosts(text) === undefined ? ucs2Parts(text, options) : gsm7Parts(text, options);
        expect(checkSegments(text, options)).toBe(expected);
      }),
      { numRuns: runs(5000) },
    );
  });

  it('does so with given language tables', () => {
    const turkish = fc.array(fc.constantFrom(...'ışŞğĞİçabc €[É'), { maxLength: 400, size: 'max' });
    const language = fc.record({
      singleShift: fc.constantFrom(undefined, 1, 3, 6),
      lockingShift: fc.constantFrom(undefined, 1, 3, 6),
    });
    fc.assert(
      fc.property(turkish, language, contentOptions, (list, nationalLanguage, options) => {
        const text = list.join('');
        const { singleShift, lockingShift } = nationalLanguage;
        const inSeptets = gsm7Parts(text, options, singleShift, lockingShift);
        const expected = Math.min(inSeptets, ucs2Parts(text, options));
        expect(checkSegments(text, { ...options, nationalLanguage })).toBe(expected);
      }),
      { numRuns: runs(500) },
    );
  });

  it('finds the language tables that need the fewest parts', () => {
    const lists = LANGUAGES.slice(1).flatMap(({ locking, singleShift }) => [
      [...singleShift.values()],
      ...(locking === undefined ? [] : [[...locking.values()]]),
    ]);
    const list = fc
      .constantFrom(...lists)
      .chain(characters => fc.array(fc.constantFrom(...characters), { maxLength: 300, size: 'max' }));
    fc.assert(
      fc.property(list, characters => {
        const text = characters.join('');
        const parts = checkSegments(text, { nationalLanguage: 'auto' });
        const plain = gsm7Parts(text, {});
        const ids = LANGUAGES.map(({ id }) => (id === 0 ? undefined : id));
        const pairs = ids.flatMap(single =>
          ids
            .filter(locking => locking === undefined || LANGUAGES[locking]?.locking !== undefined)
            .map(locking => gsm7Parts(text, {}, single, locking)),
        );
        expect(parts).toBe(Number.isFinite(plain) ? plain : Math.min(...pairs, ucs2Parts(text, {})));
      }),
      { numRuns: runs(200) },
    );
  });

  it('never splits a pair, wherever the part ends', () => {
    for (let before = 130; before < 170; before++) {
      for (const text of [
        `${'a'.repeat(before)}€${'b'.repeat(200)}`,
        `${'ж'.repeat(before - 70)}😀${'ж'.repeat(99)}`,
      ]) {
        checkSegments(text, {});
        checkSegments(text, { ports: { destination: 1 }, referenceBits: 16 });
      }
    }
    expect(segmentSms({ text: `${'a'.repeat(152)}[${'b'.repeat(152)}` }).length).toBe(3);
  });
});

describe('measureSms', () => {
  it('tells encoding, parts and room', () => {
    expect(measureSms({ text: 'hello' })).toEqual({
      encoding: 'gsm7',
      dataCodingScheme: 0,
      parts: 1,
      units: 5,
      unitsPerPart: 160,
      unitsLeft: 155,
      forcedBy: [],
      replacements: [],
    });
    expect(measureSms({ text: 'a'.repeat(161) })).toMatchObject({
      parts: 2,
      unitsPerPart: 153,
      unitsLeft: 145,
    });
    expect(measureSms({ data: new Uint8Array(100), ports: { destination: 2948 } })).toMatchObject({
      encoding: '8bit',
      unitsPerPart: 133,
      unitsLeft: 33,
    });
  });

  it('names what forced UCS-2, each character once', () => {
    expect(measureSms({ text: 'aç€ç😀' }).forcedBy).toEqual([
      { character: 'ç', codePoint: 'U+00E7', position: 1 },
      { character: '😀', codePoint: 'U+1F600', position: 4 },
    ]);
    const twice = 'пп😁п😀😁';
    expect(measureSms({ text: twice }).forcedBy.map(({ character }) => character)).toEqual(['п', '😁', '😀']);
    expect(measureSms({ text: twice }).forcedBy.map(({ position }) => position)).toEqual([0, 2, 5]);
    expect(measureSms({ text: 'ç', encoding: 'ucs2' }).forcedBy).toEqual([]);
    expect(measureSms({ text: 'ç', nationalLanguage: { singleShift: 1 } }).forcedBy).toEqual([]);
    expect(measureSms({ text: 'ç', nationalLanguage: 'auto' }).nationalLanguage).toEqual({ singleShift: 1 });
  });

  it('agrees with encodeSms', () => {
    fc.assert(
      fc.property(texts, contentOptions, (text, options) => {
        const { parts, unitsLeft, unitsPerPart, units } = measureSms({ text, ...options });
        expect(parts).toBe(segmentSms({ text, ...options }).length);
        expect(unitsLeft).toBeGreaterThanOrEqual(0);
        if (parts === 1) expect(units).toBe(unitsPerPart - unitsLeft);
      }),
      { numRuns: runs(300) },
    );
  });
});
