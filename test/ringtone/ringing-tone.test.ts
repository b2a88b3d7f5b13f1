import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import type { Issue } from '../../src/issues/index.ts';
import {
  decodeRingingTone,
  encodeRingingTone,
  parseRtttl,
  parseRtx,
  type Tune,
  type TuneEvent,
} from '../../src/ringtone/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { unwatched } from '../support/trace.ts';
import { BINARY_SHAPE, tuneOf } from './tunes.ts';

interface RingtoneVector {
  readonly name: string;
  readonly input: { readonly rtttl: string; readonly rtx: string; readonly dropLeadingRests: boolean };
  readonly hex: string;
  readonly hexNearest?: string;
  readonly gnokiiHex?: string;
  readonly title: string;
  readonly loop: number;
  readonly events: Tune['events'];
}

const vectors: readonly RingtoneVector[] = JSON.parse(
  readFileSync(new URL('../vectors/ringtone/ringtone.json', import.meta.url), 'utf8'),
);

const withoutStyle = (events: Tune['events']) =>
  events.map(event => {
    const { style: _, ...rest } = { style: undefined, ...event };
    return rest;
  });

const quarter = (note: 'a' | 'g' = 'a'): TuneEvent => ({
  note,
  octave: 5,
  duration: 4,
  modifier: 'none',
  bpm: 125,
});

const tuneOfNotes = (count: number): Tune => ({
  title: '',
  loop: 0,
  events: Array.from({ length: count }, (_, i) => quarter(i % 2 === 0 ? 'a' : 'g')),
});

const codesOf = (warnings: readonly Issue[]) => warnings.map(warning => warning.code);

describe('ringing tone', () => {
  it.each(vectors)('writes and reads $name as gammu does', vector => {
    const { rtx, dropLeadingRests } = vector.input;
    expect(toHex(encodeRingingTone(parseRtx(rtx), { dropLeadingRests }))).toBe(vector.hex);
    const tune = decodeRingingTone(fromHex(vector.hex), { strict: true });
    expect({ ...tune, events: withoutStyle(tune.events) }).toEqual({
      title: vector.title,
      loop: vector.loop,
      events: vector.events,
      warnings: [],
    });
    expect(toHex(encodeRingingTone(tune))).toBe(vector.hex);
  });

  it.each(vectors.filter(vector => vector.gnokiiHex !== undefined))(
    'reads $name as gnokii writes it',
    vector => {
      const tune = decodeRingingTone(fromHex(vector.gnokiiHex ?? ''), { strict: true });
      expect(withoutStyle(tune.events)).toEqual(vector.events);
    },
  );

  it('takes the nearest table tempo, or the next higher on request', () => {
    const seed = vectors.find(vector => vector.hexNearest !== undefined);
    const warnings: Issue[] = [];
    const tune = parseRtttl(seed?.input.rtttl ?? '');
    expect(toHex(encodeRingingTone(tune, { style: 'natural', loop: 5, warnings }))).toBe(seed?.hexNearest);
    expect(codesOf(warnings)).toEqual(['ringtone/tempo-rounded']);
    const ceil = encodeRingingTone(tune, { style: 'natural', loop: 5, tempoRounding: 'ceil' });
    expect(toHex(ceil)).toBe(seed?.hex);
  });

  it.each([
    [5, 25],
    [26, 25],
    [59, 56],
    [60, 63],
    [106, 112],
    [899, 900],
    [1000, 900],
  ])('%i beats a minute become %i', (bpm, expected) => {
    const tune: Tune = { title: '', loop: 0, events: [{ ...quarter(), bpm }] };
    expect(decodeRingingTone(encodeRingingTone(tune)).events[0]?.bpm).toBe(expected);
  });

  it('round-trips random tunes', () => {
    fc.assert(
      fc.property(tuneOf(BINARY_SHAPE), tune => {
        const warnings: Issue[] = [];
        const bytes = encodeRingingTone(tune, { warnings });
        expect(warnings).toEqual([]);
        expect(decodeRingingTone(bytes, { strict: true })).toEqual({ ...tune, warnings: [] });
      }),
      { numRuns: runs(5000) },
    );
  });

  it('spreads more than 255 instructions over patterns, each with its own state', () => {
    for (const count of [253, 254, 506, 507, 1012]) {
      const tune = tuneOfNotes(count);
      const bytes = encodeRingingTone(tune);
      const read = decodeRingingTone(bytes, { strict: true });
      expect(read.events).toEqual(tune.events);
      const patterns: number[] = [];
      decodeRingingTone(bytes, {
        trace: { ...unwatched, enter: name => typeof name === 'number' && patterns.push(name) },
      });
      // two instructions of each pattern are scale and tempo
      expect(patterns.length).toBe(Math.ceil(count / 253));
    }
  });

  it('refuses what four patterns cannot hold, and one pattern if asked', () => {
    expect(() => encodeRingingTone(tuneOfNotes(1013))).toThrow(
      expect.objectContaining({ code: 'ringtone/too-many-instructions' }),
    );
    expect(() => encodeRingingTone(tuneOfNotes(254), { longTune: 'refuse' })).toThrow(
      expect.objectContaining({ code: 'ringtone/too-many-instructions' }),
    );
    expect(encodeRingingTone(tuneOfNotes(253), { longTune: 'refuse' }).length).toBeGreaterThan(300);
  });

  it('plays several patterns once and says so', () => {
    const warnings: Issue[] = [];
    const bytes = encodeRingingTone({ ...tuneOfNotes(300), loop: 3 }, { warnings });
    expect(codesOf(warnings)).toEqual(['ringtone/loop-left-out']);
    expect(decodeRingingTone(bytes).loop).toBe(0);
  });

  it('cuts a title to 15 characters, never in half a surrogate pair, or refuses it', () => {
    const title = 'A title of more than fifteen';
    const warnings: Issue[] = [];
    const tune = { ...tuneOfNotes(1), title };
    expect(decodeRingingTone(encodeRingingTone(tune, { warnings })).title).toBe(title.slice(0, 15));
    expect(codesOf(warnings)).toEqual(['ringtone/title-cut']);
    expect(() => encodeRingingTone(tune, { longTitle: 'refuse' })).toThrow(
      expect.objectContaining({ code: 'ringtone/title', path: 'title' }),
    );
    const notes = { ...tuneOfNotes(1), title: '12345678901234🎵' };
    expect(decodeRingingTone(encodeRingingTone(notes)).title).toBe('12345678901234');
  });

  it('writes a title beyond ISO-8859-1 with the unicode command', () => {
    const bytes = encodeRingingTone({ ...tuneOfNotes(1), title: 'жук' });
    expect(toHex(bytes)).toMatch(/^034a443a/);
    expect(decodeRingingTone(bytes, { strict: true }).title).toBe('жук');
  });

  it('says natural style where a note without style follows another style', () => {
    const events = [{ ...quarter(), style: 'staccato' as const }, quarter()];
    const read = decodeRingingTone(encodeRingingTone({ title: '', loop: 0, events }));
    expect(read.events.map(event => (event.note === 'p' ? undefined : event.style))).toEqual([
      'staccato',
      'natural',
    ]);
  });

  it('refuses a tune without sound where leading rests are dropped', () => {
    const events = [{ note: 'p', duration: 4, modifier: 'none', bpm: 63 }] as const;
    expect(decodeRingingTone(encodeRingingTone({ title: '', loop: 0, events })).events).toEqual(events);
    expect(() => encodeRingingTone({ title: '', loop: 0, events }, { dropLeadingRests: true })).toThrow(
      expect.objectContaining({ code: 'ringtone/empty' }),
    );
  });
});

describe('a ringing tone from elsewhere', () => {
  const twinkle = fromHex(vectors.find(vector => vector.name === 'ringtone-twinkle')?.hex ?? '');

  it('that breaks off gives the notes before the break', () => {
    for (let length = 0; length < twinkle.length; length++) {
      const cut = twinkle.subarray(0, length);
      try {
        const tune = decodeRingingTone(cut);
        expect(tune.warnings.length).toBeGreaterThan(0);
        expect(() => decodeRingingTone(cut, { strict: true })).toThrow();
      } catch (error) {
        expect(isMmsError(error)).toBe(true);
      }
    }
    const half = decodeRingingTone(twinkle.subarray(0, 24));
    expect(half.events.length).toBe(5);
    expect(half.loop).toBe(5);
    expect(codesOf(half.warnings)).toEqual(['ringtone/cut-short']);
  });

  it('with octets after the end, or without an end, is read with a warning', () => {
    expect(codesOf(decodeRingingTone(Uint8Array.of(...twinkle, 0xff)).warnings)).toEqual([
      'ringtone/trailing-octets',
    ]);
    expect(codesOf(decodeRingingTone(twinkle.subarray(0, -1)).warnings)).toEqual(['ringtone/missing-end']);
  });

  it('with loops on several patterns has them written out', () => {
    // patterns: A twice (loop 1) with one note, then A again by id
    const bits =
      '00000010 01001010 0011101 001 0000 00000010' + // commands, basic song, no title, 2 patterns
      '000 00 0001 00000001 001 1010 010 00' + // A, loop 1, one note a/4
      '000 00 0000 00000000'; // A again
    const digits = bits.replaceAll(' ', '');
    const octets = (digits.padEnd(Math.ceil(digits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map(octet =>
      Number.parseInt(octet, 2),
    );
    const tune = decodeRingingTone(Uint8Array.of(...octets, 0));
    expect(tune.events.length).toBe(3);
    expect(tune.loop).toBe(0);
    expect(codesOf(tune.warnings)).toEqual(['ringtone/loop-written-out']);
  });

  it('cannot grow out of proportion through loops', () => {
    const full = encodeRingingTone(tuneOfNotes(253));
    const patterns = Array.from({ length: 254 }, () => '00000111000000000').join('');
    const head = [...full.subarray(0, -1)].map(octet => octet.toString(2).padStart(8, '0')).join('');
    // song-sequence-length stands after 2 octets, 7 + 3 + 4 bits
    const digits = `${head.slice(0, 30)}11111111${head.slice(38, 38 + 17 + 5 + 8 + 253 * 12)}${patterns}`;
    const octets = (digits.padEnd(Math.ceil(digits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map(octet =>
      Number.parseInt(octet, 2),
    );
    expect(() => decodeRingingTone(Uint8Array.from([...octets, 0]))).toThrow(
      expect.objectContaining({ code: 'ringtone/too-long' }),
    );
  });

  it.each([
    ['', 'bytes/truncated'],
    ['00', 'ringtone/not-a-ringing-tone'],
    ['024a00', 'ringtone/not-a-ringing-tone'],
    ['024a3ac0', 'ringtone/not-a-ringing-tone'],
    ['ffff', 'ringtone/not-a-ringing-tone'],
    ['024a3a40000000', 'ringtone/empty'],
  ])('%s is refused with %s', (hex, code) => {
    expect(() => decodeRingingTone(fromHex(hex))).toThrow(expect.objectContaining({ code }));
  });

  it('gives a tune or an MmsError, and every tune can be written again', () => {
    const next = random();
    const inputs = vectors.map(vector => fromHex(vector.hex));
    for (let i = 0; i < runs(3000); i++) {
      const [one, other] = [inputs[i % inputs.length], inputs[(i * 7 + 1) % inputs.length]];
      if (one === undefined || other === undefined) throw new Error('no vectors');
      try {
        const tune = decodeRingingTone(mutate(one, other, next));
        const again = decodeRingingTone(encodeRingingTone(tune));
        expect(again.events.length).toBe(tune.events.length);
      } catch (error) {
        if (!isMmsError(error)) throw error;
      }
    }
  });
});
