import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { encodeRingingTone, parseRtttl, type Tune, type TuneEvent } from '../../src/ringtone/index.ts';
import { RTTTL_SHAPE, tuneOf } from '../ringtone/tunes.ts';
import { convertWithGammu } from '../support/gammu.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

/** How a tune is spelt. */
interface Dialect {
  readonly isUpperCase: boolean;
  /** Durations and octaves with every note, not only where they differ. */
  readonly isExplicit: boolean;
  readonly dot: 'before the octave' | 'after the octave' | 'after the duration';
  readonly bNatural: 'b' | 'h';
  readonly sharp: 'after' | 'before' | 'underscore' | 'behind the octave';
  /** Behind the last separator, where the text breaks off; absent: it does not. */
  readonly cut: string | undefined;
  /** Around the whole text. */
  readonly quotes: readonly [string, string];
  readonly separator: string;
  readonly equals: string;
  readonly order: readonly number[];
  readonly end: string;
}

/** What gammu 1.42 reads too. */
const common = fc.record({
  isUpperCase: fc.boolean(),
  isExplicit: fc.boolean(),
  dot: fc.constantFrom('before the octave', 'after the duration'),
  bNatural: fc.constantFrom('b', 'h'),
  sharp: fc.constant('after'),
  cut: fc.constant(undefined),
  quotes: fc.constant(['', '']),
  separator: fc.constant(','),
  equals: fc.constant('='),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
  end: fc.constantFrom('\n', '\r\n'),
}) satisfies fc.Arbitrary<Dialect>;

/** What it misreads: blanks, no equals sign, a dot after the octave, other sharps and separators, what is around the text. */
const wild = fc.record({
  isUpperCase: fc.boolean(),
  isExplicit: fc.boolean(),
  dot: fc.constantFrom('before the octave', 'after the octave', 'after the duration'),
  bNatural: fc.constantFrom('b', 'h'),
  sharp: fc.constantFrom('after', 'before', 'underscore', 'behind the octave'),
  cut: fc.constantFrom(undefined, '', '8'),
  quotes: fc.constantFrom(['', ''], ['"', '"'], ["'", "'"], ['\u201c', '\u201d']),
  separator: fc.constantFrom(',', ', ', ' ,', ',\r\n', ',\t', ';', ' | '),
  equals: fc.constantFrom('=', '', ' = '),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
  end: fc.constantFrom('', '\n', '\0\0', '\x1a'),
}) satisfies fc.Arbitrary<Dialect>;

function spell({ title, events }: Tune, dialect: Dialect): string {
  const [first] = events;
  const defaults = { duration: first?.duration ?? 4, octave: 5 };
  const controls = [
    `d${dialect.equals}${defaults.duration}`,
    `o${dialect.equals}5`,
    `b${dialect.equals}${first?.bpm}`,
  ];
  const ordered = dialect.order.map(index => controls[index]);
  const notes = [
    ...events.map(event => spellNote(event, defaults, dialect)),
    ...(dialect.cut === undefined ? [] : [dialect.cut]),
  ];
  const body = `${ordered.join(dialect.separator)}:${notes.join(dialect.separator)}`;
  const [open, close] = dialect.quotes;
  return `${open}${title}:${dialect.isUpperCase ? body.toUpperCase() : body}${close}${dialect.end}`;
}

function spellNote(
  event: TuneEvent,
  defaults: { duration: number; octave: number },
  dialect: Dialect,
): string {
  const duration = dialect.isExplicit || event.duration !== defaults.duration ? event.duration : '';
  const dot = event.modifier === 'dotted' ? '.' : '';
  const letter = event.note === 'b' ? dialect.bNatural : event.note.charAt(0);
  const isSharp = event.note.length > 1;
  const octave =
    event.note === 'p' || (!dialect.isExplicit && event.octave === defaults.octave) ? '' : event.octave;
  return [
    duration,
    dialect.dot === 'after the duration' ? dot : '',
    isSharp && dialect.sharp === 'before' ? '#' : '',
    letter,
    isSharp && dialect.sharp === 'after' ? '#' : '',
    isSharp && dialect.sharp === 'underscore' ? '_' : '',
    dialect.dot === 'before the octave' ? dot : '',
    octave,
    isSharp && dialect.sharp === 'behind the octave' ? '#' : '',
    dialect.dot === 'after the octave' ? dot : '',
  ].join('');
}

// without a name or a note gammu makes one up or writes nothing; it takes ~ for a code of its own
const shape = { ...RTTTL_SHAPE, title: RTTTL_SHAPE.title.filter(name => name !== '' && !name.includes('~')) };
const tune = tuneOf(shape).filter(({ events }) => events.some(event => event.note !== 'p'));

/** As it writes: loop 5 by accident, no leading rests, natural style in so many words, the next higher tempo. */
const AS_GAMMU = { loop: 5, dropLeadingRests: true, style: 'natural', tempoRounding: 'ceil' } as const;

const octetsOf = (text: string): string => toHex(encodeRingingTone(parseRtttl(text), AS_GAMMU));

/** The plain spelling, which gammu and everybody read alike. */
const PLAIN: Dialect = {
  isUpperCase: false,
  isExplicit: false,
  dot: 'before the octave',
  bNatural: 'b',
  sharp: 'after',
  cut: undefined,
  quotes: ['', ''],
  separator: ',',
  equals: '=',
  order: [0, 1, 2],
  end: '\n',
};

describeWithOracle(['gammu'], 'dialects of RTTTL and gammu', () => {
  it('are read as gammu reads them, PROPERTY_FACTOR=20 for 2000 tunes', context => {
    const cases = fc.sample(fc.tuple(tune, common, wild), { numRuns: runs(100), seed: SEED });
    const spelt = cases.map(([model, dialect]) => spell(model, dialect));
    const octets = convertWithGammu('copyringtone', spelt, 'rttl', 'ott').map(made =>
      toHex(made ?? new Uint8Array()),
    );
    cases.forEach(([model, , dialect], i) => {
      expect(octetsOf(spelt[i] ?? ''), spelt[i]).toBe(octets[i]);
      // in a spelling that gammu misreads the tune is the one that it read in the plain one
      const text = spell(model, dialect);
      expect(octetsOf(text), JSON.stringify(text)).toBe(octetsOf(spell(model, PLAIN)));
      expect(octetsOf(text), JSON.stringify(text)).toBe(octets[i]);
    });
    tally(context, {
      subject: 'dialects of RTTTL',
      oracle: 'gammu',
      cases: cases.length,
      fault: 'misreads some spellings: there the plain one counts',
    });
  }, 300_000);
});
