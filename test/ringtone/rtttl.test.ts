import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import type { Issue } from '../../src/issues/index.ts';
import {
  eventDurationMs,
  eventFrequencyHz,
  formatRtttl,
  formatRtx,
  parseRtttl,
  parseRtx,
  type RtttlOptions,
  type Tune,
} from '../../src/ringtone/index.ts';
import { expectLinear } from '../support/growth.ts';
import { runs } from '../support/property.ts';
import { RTTTL_SHAPE, RTX_SHAPE, tuneOf } from './tunes.ts';

interface RtttlVector {
  readonly name: string;
  readonly input: string;
  readonly title: string;
  readonly events: readonly (Tune['events'][number] & { readonly hz: number; readonly ms: number })[];
}

const vectors: readonly RtttlVector[] = JSON.parse(
  readFileSync(new URL('../vectors/ringtone/rtttl-parse.json', import.meta.url), 'utf8'),
);

const codesOf = (tune: { readonly warnings: readonly Issue[] }) => tune.warnings.map(warning => warning.code);

describe('RTTTL and RTX', () => {
  it.each(vectors)('$name', vector => {
    const tune = parseRtttl(vector.input);
    expect(tune.title).toBe(vector.title);
    expect(tune.events.length).toBe(vector.events.length);
    tune.events.forEach((event, i) => {
      const { hz, ms, ...expected } = vector.events[i] ?? { hz: Number.NaN, ms: Number.NaN };
      expect(event).toMatchObject(expected);
      expect(Math.abs(eventFrequencyHz(event) - hz)).toBeLessThanOrEqual(0.01);
      expect(Math.abs(eventDurationMs(event) - ms)).toBeLessThanOrEqual(0.001);
    });
  });

  it('round-trips random tunes', () => {
    fc.assert(
      fc.property(tuneOf(RTX_SHAPE), tune => {
        expect(parseRtx(formatRtx(tune), { strict: true })).toEqual({ ...tune, warnings: [] });
      }),
      { numRuns: runs(2000) },
    );
    fc.assert(
      fc.property(tuneOf(RTTTL_SHAPE), tune => {
        expect(parseRtttl(formatRtttl(tune), { strict: true })).toEqual({ ...tune, warnings: [] });
      }),
      { numRuns: runs(1000) },
    );
  });

  it('is written in lower case, the dot before the octave, the most frequent values as defaults', () => {
    const text = formatRtttl(parseRtttl('Demo: D=4, O=5, B=120: 8C#6., 8C, 8H, 2P., c5'));
    expect(text).toBe('Demo:d=8,o=5,b=120:c#.6,c,b,2p.,4c');
  });
});

describe('dialects of RTTTL', () => {
  const plain = 'x:d=8,o=5,b=125:c.6,d,p';

  it.each([
    ['a dot after the octave', 'x:d=8,o=5,b=125:c6.,d,p', []],
    ['upper case and white space', ' x : D=8, O=5,\r\n B=125 : C.6, D,\tP\r\n', []],
    ['no equals sign', 'x:d8,o5,b125:c.6,d,p', []],
    ['a dot after the duration', 'x:d=8,o=5,b=125:8.c6,d,p', ['ringtone/dialect']],
    ['a trailing comma', 'x:d=8,o=5,b=125:c.6,d,p,', ['ringtone/dialect']],
    ['a comma too many', 'x:d=8,o=5,b=125:c.6,,d,p', ['ringtone/dialect']],
    ['an unknown control', 'x:d=8,o=5,b=125,z=3:c.6,d,p', ['ringtone/unknown-control']],
    ['a trailing comma among the controls', 'x:d=8,o=5,b=125,:c.6,d,p', ['ringtone/dialect']],
  ])('%s', (_, text, warnings) => {
    const tune = parseRtttl(text);
    expect(codesOf(tune)).toEqual(warnings);
    expect(tune.events).toEqual(parseRtttl(plain).events);
    if (warnings.length === 0) expect(parseRtttl(text, { strict: true }).events).toEqual(tune.events);
    else
      expect(() => parseRtttl(text, { strict: true })).toThrow(
        expect.objectContaining({ code: warnings[0] }),
      );
  });

  it.each([
    ['eb5', 'd#5'],
    ['bb5', 'a#5'],
    ['cb5', 'b4'],
    ['c_5', 'c#5'],
    ['e#5', 'f5'],
    ['b#5', 'c6'],
    ['h5', 'b5'],
  ])('reads %s as %s', (notation, note) => {
    expect(parseRtttl(`x::${notation}`).events).toEqual(parseRtttl(`x::${note}`).events);
  });

  it('refuses flats on request', () => {
    expect(() => parseRtttl('x::eb5', { flats: 'refuse' })).toThrow(
      expect.objectContaining({ code: 'ringtone/syntax', offset: 3 }),
    );
  });

  it('shifts the octaves of Nokring text on request only', () => {
    expect(parseRtttl('x:o=6:a5,a8,a', { octaves: 'nokring' }).events).toEqual(
      parseRtttl('x:o=5:a4,a7,a').events,
    );
    const tune = parseRtttl('x::a8,a3');
    expect(codesOf(tune)).toEqual(['ringtone/out-of-range', 'ringtone/out-of-range']);
    expect(tune.events.map(event => event.octave)).toEqual([7, 4]);
  });

  it('accepts a long name with a warning', () => {
    const tune = parseRtttl('A longer name:d=4:c');
    expect(tune.title).toBe('A longer name');
    expect(codesOf(tune)).toEqual(['ringtone/title-too-long']);
  });

  it('reads RTX controls in either text, quietly as RTX', () => {
    const text = 'x:d=4,o=5,b715,SS,l=15:c,b=200,b7,s=c,d,o=6,e,b';
    const rtx = parseRtx(text, { strict: true });
    expect(codesOf(parseRtttl(text))).toHaveLength(5);
    expect({ ...parseRtttl(text), warnings: [] }).toEqual(rtx);
    expect(rtx.loop).toBe(15);
    expect(rtx.events).toEqual([
      { note: 'c', octave: 5, duration: 4, modifier: 'none', bpm: 715, style: 'staccato' },
      { note: 'b', octave: 7, duration: 4, modifier: 'none', bpm: 200, style: 'staccato' },
      { note: 'd', octave: 5, duration: 4, modifier: 'none', bpm: 200, style: 'continuous' },
      { note: 'e', octave: 6, duration: 4, modifier: 'none', bpm: 200, style: 'continuous' },
      { note: 'b', octave: 6, duration: 4, modifier: 'none', bpm: 200, style: 'continuous' },
    ]);
  });

  it('reads a volume', () => {
    expect(parseRtx('x:v=3:c').events[0]).toMatchObject({ volume: 3 });
  });

  it.each<[string, string, RtttlOptions?]>([
    ['', 'ringtone/syntax'],
    ['x:c', 'ringtone/syntax'],
    ['x::', 'ringtone/empty'],
    ['x:: ,', 'ringtone/empty'],
    ['x::q4', 'ringtone/unknown-control', { strict: true }],
    ['x::4', 'ringtone/syntax'],
    ['x::3c', 'ringtone/syntax'],
    ['x::64c', 'ringtone/syntax'],
    ['x::c..', 'ringtone/syntax'],
    ['x::p#', 'ringtone/syntax'],
    ['x::c:d', 'ringtone/syntax'],
    ['x:d=5:c', 'ringtone/syntax'],
    ['x:b=:c', 'ringtone/syntax'],
    ['x:b=1e3:c', 'ringtone/syntax'],
    ['x:s=q:c', 'ringtone/syntax'],
    ['x:__proto__=1:c', 'ringtone/syntax'],
  ])('%j is refused with %s', (text, code, options) => {
    expect(() => parseRtx(text, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('writing RTTTL', () => {
  const tune: Tune = {
    title: 'Tune',
    loop: 3,
    events: [
      { note: 'c', octave: 5, duration: 4, modifier: 'none', bpm: 100, style: 'staccato', volume: 9 },
      { note: 'd', octave: 5, duration: 4, modifier: 'none', bpm: 100 },
    ],
  };

  it('says what is left out', () => {
    const warnings: Issue[] = [];
    expect(formatRtttl(tune, { warnings })).toBe('Tune:d=4,o=5,b=100:c,d');
    expect(warnings.map(warning => warning.message)).toEqual([
      'RTTTL has no volume',
      'RTTTL has no loop',
      'RTTTL has no style',
    ]);
    expect(formatRtx(tune)).toBe('Tune:d=4,o=5,b=100,s=S,l=3:c,s=N,d');
  });

  it('refuses a changing tempo in RTTTL', () => {
    const events = tune.events.map((event, i) => ({ ...event, bpm: 100 + i }));
    expect(() => formatRtttl({ ...tune, events })).toThrow(
      expect.objectContaining({ code: 'ringtone/not-expressible', path: 'events[1].bpm' }),
    );
    expect(formatRtx({ ...tune, events })).toContain(',b=101,');
  });

  it('refuses a colon or a control character in the name and cuts a long one', () => {
    for (const character of [':', '\r', '\n', '\r\n', '\0', '\u007f']) {
      expect(() => formatRtttl({ ...tune, title: `x${character}d=1` })).toThrow(
        expect.objectContaining({ code: 'ringtone/title' }),
      );
    }
    const warnings: Issue[] = [];
    expect(formatRtttl({ ...tune, title: 'Nine long words' }, { warnings })).toMatch(/^Nine long:d=/);
    expect(warnings[0]?.code).toBe('ringtone/title-cut');
  });
});

describe('hostile RTTTL', () => {
  const MEGABYTE = 1_000_000;
  const pieces = ['a', ',', '=', ' ', ':', 'a,', '8a#.5,', '\n', '1', 'b=1,', '\u0000', 'é'];

  it.each(pieces.flatMap(piece => ['', 'x::', 'x:'].map(start => [start, piece] as const)))(
    '%j and a megabyte of %j is parsed or refused in linear time',
    (start, piece) => {
      expectLinear(length => {
        try {
          parseRtx(start + piece.repeat(length / piece.length));
        } catch (error) {
          expect(isMmsError(error)).toBe(true);
        }
      }, MEGABYTE);
    },
  );

  it('gives a tune or an MmsError for any text', () => {
    const alphabet = fc.constantFrom(...'abcdefghp#._=:,0123456789 slvSLB\n\u00e9');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 60 }), text => {
        try {
          const tune = parseRtx(`x:${text}`);
          // RTX has no volume: a dialect that has it is read, and written without
          const audible = tune.events.map(event => ({ ...event, volume: undefined }));
          expect(parseRtx(formatRtx(tune)).events).toEqual(audible);
        } catch (error) {
          if (!isMmsError(error)) throw error;
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});
