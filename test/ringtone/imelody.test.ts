import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import type { Issue } from '../../src/issues/index.ts';
import { RINGTONE_ISSUES } from '../../src/issues/index.ts';
import type { MelodyEvent } from '../../src/ringtone/imelody/grammar.ts';
import { readObject } from '../../src/ringtone/imelody/read-object.ts';
import { writeObject } from '../../src/ringtone/imelody/write-object.ts';
import {
  eventDurationMs,
  type FormatIMelodyOptions,
  formatIMelody,
  parseIMelody,
  parseRtx,
  parseTune,
  TUNE_FORMATS,
  type Tune,
  type TuneEvent,
  toWav,
} from '../../src/ringtone/index.ts';
import { decodeLatin1 } from '../../src/text/index.ts';
import { Warnings } from '../../src/warnings.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { BINARY_SHAPE, rtttlName, tuneOf } from './tunes.ts';

interface VectorEvent {
  readonly note?: string;
  readonly rest?: true;
  readonly octave?: number;
  readonly duration?: number;
  readonly specifier?: string;
  readonly volume?: string;
  readonly control?: string;
  readonly repeat?: number;
  readonly volumeStep?: string;
  readonly events?: readonly VectorEvent[];
}

interface IMelodyVector {
  readonly name: string;
  readonly input: { readonly rtttl?: string; readonly version?: '10' | '12' | 'SE'; readonly limit?: number };
  readonly imelody: string;
  readonly octets?: number;
  readonly header?: Readonly<Record<string, string>>;
  readonly events?: readonly VectorEvent[];
  readonly melodyWithEveryOctave?: string;
}

const { vectors }: { readonly vectors: readonly IMelodyVector[] } = JSON.parse(
  readFileSync(new URL('../vectors/ringtone/imelody.json', import.meta.url), 'utf8'),
);

const codesOf = ({ warnings }: { readonly warnings: readonly Issue[] }) => warnings.map(({ code }) => code);

const FLATS: Readonly<Record<string, string>> = { d: 'c#', e: 'd#', g: 'f#', a: 'g#', b: 'a#' };
const SPECIFIERS = {
  none: 'none',
  dotted: 'dotted',
  'double-dotted': 'doubleDotted',
  'two-thirds': 'twoThirds',
};

/** An event in the words of the vectors. */
function inWords(event: MelodyEvent): VectorEvent {
  if ('volume' in event) return { volume: String(event.volume) };
  if ('switch' in event) return { control: event.switch };
  if ('repeat' in event) {
    const step = event.volumeStep === undefined ? {} : { volumeStep: `V${event.volumeStep}` };
    return { repeat: event.repeat, ...step, events: event.events.map(inWords) };
  }
  const length = { duration: 2 ** event.duration, specifier: SPECIFIERS[event.modifier] };
  if (event.letter === 'r') return { rest: true, ...length };
  const { letter, accidental, prefix = 4 } = event;
  const note = accidental === '&' ? (FLATS[letter] ?? '?') : letter + (accidental ?? '');
  return { note, octave: prefix + 1, ...length };
}

const FORMS = { '10': '1.0', '12': '1.2', SE: 'melody' } as const;

/** The tune with as many events from its first as gammu could write within 128 octets, at the tempo it leaves out. */
function asGammuCuts(tune: Tune, { input, imelody }: IMelodyVector): Tune {
  const count = parseIMelody(imelody).events.length;
  const bpm = input.version === '12' ? undefined : 120;
  return { ...tune, events: tune.events.slice(0, count).map(event => ({ ...event, bpm: bpm ?? event.bpm })) };
}

/** Leading rests that gammu drops. */
function withoutLeadingRests(tune: Tune): Tune {
  return { ...tune, events: tune.events.slice(tune.events.findIndex(event => event.note !== 'p')) };
}

describe('iMelody objects', () => {
  it.each(vectors)('reads $name and writes the same octets', ({ imelody, events, header }) => {
    const warnings = new Warnings(RINGTONE_ISSUES, true);
    const object = readObject(imelody, warnings);
    if (events !== undefined) expect(object.melody.map(inWords)).toEqual(events);
    expect(writeObject(object)).toBe(imelody);
    if (header !== undefined) {
      const { NAME, BEAT, STYLE, VERSION } = header;
      expect([object.name, `${object.beat}`, `S${object.style}`, object.version]).toEqual([
        NAME,
        BEAT,
        STYLE,
        VERSION,
      ]);
    }
  });

  it.each(vectors.filter(({ input }) => input.rtttl !== undefined))('writes $name as gammu does', vector => {
    const tune = withoutLeadingRests(parseRtx(vector.input.rtttl ?? ''));
    const form = FORMS[vector.input.version ?? '12'];
    const written = formatIMelody(vector.input.limit === undefined ? tune : asGammuCuts(tune, vector), {
      form,
      octaves: 'needed',
    });
    expect(written).toBe(vector.imelody);
    expect(written.length).toBe(vector.octets);
    if (vector.melodyWithEveryOctave !== undefined) {
      expect(formatIMelody(tune)).toContain(`MELODY:${vector.melodyWithEveryOctave}\r\n`);
    }
  });

  it('keeps every note, tempo and rest of any tune that has one tempo', () => {
    const shape = {
      ...BINARY_SHAPE,
      title: rtttlName,
      tempo: 'any',
      isTempoFixed: true,
      styles: ['natural'],
      loops: fc.constantFrom(0, 15),
    } as const;
    const inRange = tuneOf(shape).filter(({ events }) => events.every(({ bpm }) => bpm >= 25 && bpm <= 900));
    const forms = fc.record({ octaves: fc.constantFrom('every', 'needed') });
    fc.assert(
      fc.property(inRange, forms, (tune, options) => {
        expect(parseIMelody(formatIMelody(tune, options), { strict: true })).toEqual({
          ...tune,
          warnings: [],
        });
      }),
      { numRuns: runs(1000) },
    );
  });

  it('plays a finite loop as long as the tune does, written out or counted', () => {
    const tune = parseRtx('x:d=4,o=5,b=120,l=3:c,p,d.');
    const written = formatIMelody(tune);
    expect(written).toContain('MELODY:c2r2d2.c2r2d2.c2r2d2.c2r2d2.\r\n');
    expect(parseIMelody(written).events.length).toBe(4 * tune.events.length);
    const counted = formatIMelody(tune, { loops: 'counted' });
    expect(counted).toContain('MELODY:(c2r2d2.@3)\r\n');
    expect(parseIMelody(counted).loop).toBe(3);
  });

  it('says what a form cannot hold', () => {
    const tune = parseRtx('x:d=4,o=5,b=100,s=S:c,s=C,d');
    const found = (options: FormatIMelodyOptions) => {
      const warnings: Issue[] = [];
      formatIMelody(tune, { ...options, warnings });
      return warnings.map(({ message }) => message);
    };
    expect(found({})).toEqual(['iMelody has one style for the whole tune: staccato']);
    expect(found({ form: 'melody' })).toHaveLength(4);
  });

  it('refuses a change of tempo, with its place', () => {
    const tune = parseRtx('x:d=4,o=5,b=100:c,b=125,d');
    expect(() => formatIMelody(tune)).toThrow(
      expect.objectContaining({ code: 'ringtone/not-expressible', path: 'events[1].bpm' }),
    );
  });

  it('brings a tempo into the range of BEAT with a warning', () => {
    const tune = parseRtx('x:d=4,o=5,b=20:c');
    const warnings: Issue[] = [];
    expect(formatIMelody(tune, { warnings })).toContain('BEAT:25\r\n');
    expect(warnings.map(({ code }) => code)).toEqual(['ringtone/tempo-rounded']);
  });
});

const quarter = (note: 'c' | 'd' | 'e', volume?: number): TuneEvent => ({
  note,
  octave: 5,
  duration: 4,
  modifier: 'none',
  bpm: 120,
  ...(volume === undefined ? {} : { volume }),
});

describe('tunes of iMelody text', () => {
  const CDE = [quarter('c'), quarter('d'), quarter('e')];
  it.each([
    ['no header', 'MELODY:c2d2e2\r\nEND:IMELODY\r\n', []],
    ['no END', 'MELODY:c2d2e2', ['imelody/cut-short']],
    ['a cut note', 'MELODY:c2d2e2*5', ['imelody/cut-short', 'imelody/cut-short']],
    [
      'line feeds, lower case and blanks',
      'begin:imelody\nmelody: c2 d2\te2\nend:imelody\n',
      Array(3).fill('imelody/dialect'),
    ],
    ['folded lines', 'MELODY:c2d\r\n 2e2\r\nEND:IMELODY', []],
    ['an unknown field', 'MELODY:c2d2e2\r\nCOLOUR:red\r\nEND:IMELODY', ['imelody/dialect']],
    ['text after the end', 'MELODY:c2d2e2\r\nEND:IMELODY\r\nEND:VCARD\r\n', ['imelody/dialect']],
    ['trailing NULs', 'MELODY:c2d2e2\r\nEND:IMELODY\r\n\0\0', ['text/padding']],
    ['upper-case notes', 'MELODY:C2d2e2\r\nEND:IMELODY', ['imelody/dialect']],
    ['switches', 'MELODY:ledonc2backond2vibeoffe2\r\nEND:IMELODY', ['ringtone/left-out']],
    ['a bad tempo', 'BEAT:fast\r\nMELODY:c2d2e2\r\nEND:IMELODY', ['imelody/dialect']],
  ])('reads %s', (_, text, codes) => {
    const tune = parseIMelody(text);
    expect(tune.events).toEqual(CDE);
    expect(codesOf(tune)).toEqual(codes);
  });

  it.each([
    ['a block without end', '(c2d2@0)', { loop: 15, events: [quarter('c'), quarter('d')] }],
    ['a counted block', '(c2d2@2)', { loop: 2, events: [quarter('c'), quarter('d')] }],
    ['a block among notes', 'c2(d2@1)', { loop: 0, events: [quarter('c'), quarter('d'), quarter('d')] }],
    [
      'louder passes',
      '(c2@2V+)',
      { loop: 0, events: [quarter('c', undefined), quarter('c', 8), quarter('c', 9)] },
    ],
    [
      'volume up to 15',
      'V15c2V+d2V-e2',
      { loop: 0, events: [quarter('c', 15), quarter('d', 15), quarter('e', 14)] },
    ],
    ['a block that gets louder within', '(V+c2@1)', { loop: 0, events: [quarter('c', 8), quarter('c', 9)] }],
    ['a block in a block', '((c2@1)d2@1)', { loop: 1, events: [quarter('c'), quarter('c'), quarter('d')] }],
  ] as const)('plays %s', (_, melody, expected) => {
    const { loop, events } = parseIMelody(`MELODY:${melody}\r\nEND:IMELODY`);
    expect({ loop, events }).toEqual(expected);
  });

  it('moves a whole tune by octaves, and notes alone where they do not all fit', () => {
    const low = parseIMelody('MELODY:*1c2*2d2\r\nEND:IMELODY');
    expect(low.events.map(event => event.octave)).toEqual([4, 5]);
    expect(codesOf(low)).toEqual(['imelody/transposed']);
    const wide = parseIMelody('MELODY:*0a2*1a2*2a2*3a2a2*4a2*5a2*6a2*7a2*8a2\r\nEND:IMELODY');
    expect(wide.events.map(event => event.octave)).toEqual([4, 4, 4, 4, 5, 5, 6, 7, 7, 7]);
  });

  it('reads sharps and flats beyond the grammar', () => {
    const { events } = parseIMelody('MELODY:&c2#b2#e2&f2\r\nEND:IMELODY');
    expect(events.map(({ note, octave }) => [note, octave])).toEqual([
      ['b', 4],
      ['c', 6],
      ['f', 5],
      ['e', 5],
    ]);
  });

  it.each([
    ['no melody', 'BEGIN:IMELODY\r\nEND:IMELODY\r\n', 'imelody/syntax', 0],
    ['a note that is none', 'MELODY:c2x2d2\r\nEND:IMELODY', 'imelody/syntax', 9],
    ['a duration that is none', 'MELODY:c2\r\nd9e2\r\nEND:IMELODY', 'imelody/syntax', 11],
    ['an end without block', 'MELODY:c2@3)d2\r\nEND:IMELODY', 'imelody/syntax', 9],
    ['blocks without bound', `MELODY:${'('.repeat(9)}c2`, 'imelody/syntax', 11],
    ['a second tune', 'MELODY:c2\r\nEND:IMELODY\r\nBEGIN:IMELODY\r\nMELODY:d2', 'imelody/syntax', 24],
    ['a second tune without its head', 'MELODY:c2\r\nMELODY:d2\r\nEND:IMELODY', 'imelody/syntax', 11],
    ['no notes', 'MELODY:V7\r\nEND:IMELODY', 'ringtone/empty', undefined],
    ['too much', 'MELODY:((((c2@9999)@9999)@9999)@9999)\r\nEND:IMELODY', 'ringtone/too-long', undefined],
    [
      'too many changes of volume',
      `MELODY:(${'V+'.repeat(9000)}c2@9999)\r\nEND:IMELODY`,
      'ringtone/too-long',
      undefined,
    ],
  ])('refuses %s', (_, text, code, offset) => {
    expect(() => parseIMelody(text)).toThrow(
      expect.objectContaining({ code, ...(offset === undefined ? {} : { offset }) }),
    );
  });

  it('gives a tune or a typed error for every truncation and mutation', () => {
    const bytes = vectors.map(({ imelody }) => new TextEncoder().encode(imelody));
    const next = random();
    const outcome = (text: string): number => {
      try {
        return parseIMelody(text).events.reduce((sum, event) => sum + eventDurationMs(event), 0);
      } catch (error) {
        if (isMmsError(error)) return 1;
        throw error;
      }
    };
    for (const { imelody } of vectors) {
      for (let length = 0; length < imelody.length; length++) outcome(imelody.slice(0, length));
    }
    let judged = 0;
    for (let run = 0; run < runs(50_000); run++) {
      const seed = bytes[run % bytes.length] ?? new Uint8Array();
      const other = bytes[(run * 7) % bytes.length] ?? new Uint8Array();
      if (outcome(decodeLatin1(mutate(seed, other, next))) > 0) judged++;
    }
    expect(judged).toBe(runs(50_000));
  });
});

describe('iMelody among the formats of tunes', () => {
  const tune = parseRtx('Scale:d=4,o=5,b=125:c,8d#.,p,e6,16f4,g');
  const plain = ({ events }: Tune) =>
    events.map(({ note, octave, duration, modifier, bpm }) => ({ note, octave, duration, modifier, bpm }));

  it.each(TUNE_FORMATS.filter(({ parse }) => parse !== undefined))(
    '$name becomes iMelody and back',
    ({ parse, format }) => {
      const read = parse?.(format(tune, {}), {});
      const melody = formatIMelody(read ?? tune);
      expect(plain(parseIMelody(melody))).toEqual(plain(tune));
      expect(plain(parse?.(format(parseIMelody(melody), {}), {}) ?? tune)).toEqual(plain(tune));
    },
  );

  it('becomes sound', () => {
    expect(toWav(parseIMelody(formatIMelody(tune))).length).toBe(toWav(tune).length);
  });

  it.each([
    ['a tempo with its unit', 'x:d=4,o=5,b=90bpm:c,d', 'BEAT:90', 'MELODY:c2d2'],
    ['a tune that breaks off', 'x:d=4,o=5,b=90:c,d,8', 'BEAT:90', 'MELODY:c2d2'],
    ['an accidental before the note', 'x:d=4,o=5,b=90:c,8#d4', 'BEAT:90', 'MELODY:*4c2*3#d3'],
    ['a NUL at the end', 'x:d=4,o=5,b=90:c,d\0', 'BEAT:90', 'MELODY:c2d2'],
  ])('takes %s', (_, rtttl, beat, melody) => {
    const text = formatIMelody(parseRtx(rtttl));
    expect(text).toContain(`${beat}\r\n`);
    expect(text).toContain(`${melody}\r\n`);
  });

  it('names a second tune in what is to become iMelody', () => {
    expect(() => parseTune('x:d=4,o=5,b=90:c,d\ny:d=8,o=5,b=90:e')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('a second tune begins'), offset: 19 }),
    );
  });
});
