import fc from 'fast-check';
import type { SmsContent } from '../../src/sms/index.ts';
import { LANGUAGES } from './vectors.ts';

const characters = (text: string): readonly string[] => [...text];

const DEFAULT = characters(LANGUAGES[0]?.default ?? '');
const EXTENSION = characters('€[]{}~\\|^\f');

const ALPHABETS: readonly (readonly string[])[] = [
  DEFAULT,
  EXTENSION,
  characters('hello WORLD 0123456789 @£$_'),
  characters('ışŞğĞİçÇáÁíÍóÓúÚâãêôõ∞'),
  characters('Привет мир Ωλψ שלום 中文字'),
  characters('😀👍🏽👨‍👩‍👧e\u0301\u200d\ufe0f'),
];

/** Texts of one or several alphabets, up to about three parts. */
export const texts: fc.Arbitrary<string> = fc
  .subarray([...ALPHABETS], { minLength: 1, maxLength: 3 })
  .chain(alphabets =>
    fc
      .array(fc.constantFrom(...alphabets.flat()), { maxLength: 480, size: 'max' })
      .map(list => list.join('')),
  );

/** Texts with something that takes two units just where a part is full. */
export const textsAtTheSplit: fc.Arbitrary<string> = fc
  .record({
    filler: fc.constantFrom('a', 'ж', '€'),
    before: fc.oneof(
      ...[60, 126, 145, 150, 286, 300].map(least => fc.integer({ min: least, max: least + 12 })),
    ),
    pair: fc.constantFrom('€', '[', '😀', 'b'),
    after: fc.integer({ min: 0, max: 170 }),
  })
  .map(({ filler, before, pair, after }) => filler.repeat(before) + pair + filler.repeat(after));

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Everything about a message that changes how much fits a part, language tables apart. */
export const contentOptions: fc.Arbitrary<Omit<SmsContent, 'text' | 'data'>> = fc
  .record({
    referenceBits: fc.constantFrom<8 | 16>(8, 16),
    reference: fc.nat(255),
    portBits: fc.constantFrom<8 | 16>(8, 16),
    ports: optional(fc.record({ destination: fc.nat(255), source: fc.nat(255) })),
    messageClass: optional(fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3)),
    informationElements: optional(
      fc.array(fc.record({ id: fc.constantFrom(0x70, 0x80, 0xc0), data: fc.uint8Array({ maxLength: 12 }) }), {
        maxLength: 2,
      }),
    ),
  })
  .map(({ ports, ...rest }) => (ports === undefined ? rest : { ...rest, ports }));
