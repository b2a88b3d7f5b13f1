import fc from 'fast-check';
import type { EmsItem, EmsText, EmsTextFormat } from '../../src/ems/index.ts';

const rowsOf = (width: number, height: number): fc.Arbitrary<string[]> =>
  fc
    .array(fc.uint8Array({ minLength: width / 8, maxLength: width / 8 }), {
      minLength: height,
      maxLength: height,
    })
    .map(rows => rows.map(row => [...row].map(octet => octet.toString(2).padStart(8, '0')).join('')))
    .map(rows => rows.map(row => row.replaceAll('0', '.').replaceAll('1', '#')));

/** Sizes of variable pictures, among them some of exactly 128 octets. */
const SIZES = [
  [8, 8],
  [24, 10],
  [64, 16],
  [32, 32],
  [8, 128],
  [16, 5],
] as const;

export const picture: fc.Arbitrary<EmsItem> = fc.oneof(
  fc.constantFrom(16, 32).chain(side => rowsOf(side, side).map(rows => ({ type: 'picture', rows }) as const)),
  fc
    .constantFrom(...SIZES)
    .chain(([width, height]) =>
      rowsOf(width, height).map(rows => ({ type: 'picture', rows, form: 'variable' }) as const),
    ),
);

export const userAnimation: fc.Arbitrary<EmsItem> = fc
  .constantFrom(8, 16)
  .chain(side => fc.array(rowsOf(side, side), { minLength: 4, maxLength: 4 }))
  .map(frames => ({ type: 'userAnimation', frames }) as const);

const melody: fc.Arbitrary<EmsItem> = fc
  .array(fc.constantFrom('c2', '#d3', '*5e1.', 'r2', '*4&b4'), { minLength: 1, maxLength: 20 })
  .map(notes => ({ type: 'melody', imelody: `MELODY:${notes.join('')}\r\nEND:IMELODY\r\n` }) as const);

const object: fc.Arbitrary<EmsItem> = fc.oneof(
  fc.nat(9).map(number => ({ type: 'sound', number }) as const),
  fc.nat(14).map(number => ({ type: 'animation', number }) as const),
  melody,
  picture,
  userAnimation,
);

const prompted: fc.Arbitrary<EmsItem[]> = fc
  .oneof(fc.array(melody, { minLength: 2, maxLength: 3 }), fc.array(picture, { minLength: 2, maxLength: 3 }))
  .map(objects => [{ type: 'userPrompt', objects: objects.length }, ...objects]);

const format: fc.Arbitrary<EmsTextFormat> = fc
  .record({
    alignment: fc.constantFrom('left', 'center', 'right', undefined),
    size: fc.constantFrom('large', 'small', undefined),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    strikethrough: fc.boolean(),
    colours: fc.option(
      fc.tuple(fc.constantFrom('darkRed', 'white'), fc.constantFrom('brightYellow', 'black')),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ colours, ...rest }) => {
    const [foreground, background] = colours ?? [];
    const set = Object.entries({ ...rest, foreground, background }).filter(
      ([, value]) => value !== undefined && value !== false,
    );
    return Object.fromEntries(set);
  });

const CHARACTERS = {
  gsm7: ['a', 'b', 'Z', ' ', '7', 'ä', 'Δ', '@'],
  // two septets each; positions behind them are counted differently, so they come last
  ucs2: ['a', 'ж', '音', '€', '🎵'],
} as const;

const textOf = (alphabet: 'gsm7' | 'ucs2'): fc.Arbitrary<EmsText> =>
  fc
    .record({
      text: fc.oneof(
        fc.string({ unit: fc.constantFrom(...CHARACTERS[alphabet]), minLength: 1, maxLength: 30 }),
        fc.string({ unit: fc.constantFrom(...CHARACTERS[alphabet]), minLength: 100, maxLength: 170 }),
      ),
      format: fc.option(format, { nil: undefined }),
    })
    .map(
      ({ text, format: look }) =>
        ({ type: 'text', text, ...(look === undefined ? {} : { format: look }) }) as const,
    );

/** Items of any message, in one alphabet. */
export const messages: fc.Arbitrary<readonly EmsItem[]> = fc.constantFrom('gsm7', 'ucs2').chain(alphabet =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: textOf(alphabet as 'gsm7').map(text => [text]) },
        { weight: 4, arbitrary: object.map(item => [item]) },
        { weight: 1, arbitrary: prompted },
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map(groups => groups.flat())
    // Two runs of one format would be one.
    .map(items => items.filter((item, index) => item.type !== 'text' || items[index - 1]?.type !== 'text')),
);
