import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import {
  eventDurationMs,
  formatRtttl,
  fromMidi,
  midiKey,
  parseRtttl,
  type Tune,
  toMidi,
  tuneDurationMs,
} from '../../src/ringtone/index.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random, runs, SEED } from '../support/property.ts';
import { RTX_SHAPE, tuneOf } from './tunes.ts';

const anyTune = tuneOf({
  ...RTX_SHAPE,
  modifiers: ['none', 'dotted', 'double-dotted', 'two-thirds'],
  styles: [undefined],
});
const noteCount = (tune: Tune) => tune.events.filter(event => event.note !== 'p').length;

interface PlayedNote {
  readonly key: number;
  readonly startMs: number;
  endMs: number;
}

/** Plays a file of one track, by the Standard MIDI File specification and not by our reader. */
function play(bytes: Uint8Array): { notes: PlayedNote[]; totalMs: number; title: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length: number) => Buffer.from(bytes.subarray(at, at + length)).toString('utf8');
  expect([text(0, 4), view.getUint32(4), view.getUint16(8), view.getUint16(10)]).toEqual(['MThd', 6, 0, 1]);
  expect([text(14, 4), view.getUint32(18)]).toEqual(['MTrk', bytes.length - 22]);
  const division = view.getUint16(12);
  let at = 22;
  let microseconds = 500_000;
  let timeMs = 0;
  let title = '';
  const notes: PlayedNote[] = [];
  const quantity = (): number => {
    let value = 0;
    for (;;) {
      const octet = view.getUint8(at++);
      value = value * 128 + (octet & 0x7f);
      if (octet < 0x80) return value;
    }
  };
  for (;;) {
    timeMs += (quantity() * microseconds) / division / 1000;
    const status = view.getUint8(at++);
    if (status === 0xff) {
      const type = view.getUint8(at++);
      const length = quantity();
      if (type === 0x03) title = text(at, length);
      if (type === 0x51) microseconds = view.getUint32(at - 1) & 0xffffff;
      at += length;
      if (type === 0x2f) break;
    } else if (status === 0x90) {
      notes.push({ key: view.getUint8(at), startMs: timeMs, endMs: Number.NaN });
      at += 2;
    } else {
      expect(status).toBe(0x80);
      const last = notes.at(-1);
      expect(last?.key).toBe(view.getUint8(at));
      if (last !== undefined) last.endMs = timeMs;
      at += 2;
    }
  }
  expect(at).toBe(bytes.length);
  return { notes, totalMs: timeMs, title };
}

describe('toMidi', () => {
  it('plays every note at its time and pitch, to a millisecond', () => {
    fc.assert(
      fc.property(anyTune, tune => {
        const { notes, totalMs, title } = play(toMidi(tune));
        expect(title).toBe(tune.title);
        let startMs = 0;
        let i = 0;
        for (const event of tune.events) {
          const lengthMs = eventDurationMs(event);
          if (event.note !== 'p') {
            const note = notes[i++];
            expect(note?.key).toBe(midiKey(event));
            expect(Math.abs((note?.startMs ?? 0) - startMs)).toBeLessThan(1);
            expect(Math.abs((note?.endMs ?? 0) - startMs - lengthMs)).toBeLessThan(1);
          }
          startMs += lengthMs;
        }
        expect(notes.length).toBe(i);
        expect(Math.abs(totalMs - tuneDurationMs(tune))).toBeLessThan(1);
      }),
      { numRuns: runs(500) },
    );
  });

  it('writes the true pitch, an octave lower on request, and a program', () => {
    const tune = parseRtttl('A::a5');
    expect(play(toMidi(tune)).notes[0]?.key).toBe(81);
    expect(play(toMidi(tune, { octaveShift: -1 })).notes[0]?.key).toBe(69);
    expect(Buffer.from(toMidi(tune, { program: 10 })).toString('hex')).toContain('00c00a');
    for (const [key, value] of [
      ['octaveShift', 0.5],
      ['program', 128],
    ] as const) {
      expect(() => toMidi(tune, { [key]: value })).toThrow(
        expect.objectContaining({ code: 'ringtone/option', path: `options.${key}` }),
      );
    }
  });

  it('sounds a staccato note for half of its length and a muted one not at all', () => {
    const tone = { note: 'a', octave: 5, duration: 4, modifier: 'none', bpm: 60 } as const;
    const events = [{ ...tone, style: 'staccato' }, { ...tone, volume: 0 }, tone] as const;
    const { notes, totalMs } = play(toMidi({ title: '', loop: 0, events }));
    expect(notes.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 500],
      [2000, 3000],
    ]);
    expect(totalMs).toBe(3000);
  });
});

describe('fromMidi', () => {
  it('gives back what toMidi wrote; rests in a row may be divided otherwise', () => {
    fc.assert(
      fc.property(anyTune, tune => {
        fc.pre(noteCount(tune) > 0);
        const sameTempo = { ...tune, events: tune.events.map(event => ({ ...event, bpm: 125 })) };
        const read = fromMidi(toMidi(sameTempo), { strict: true });
        expect(read.title).toBe(tune.title);
        expect(tuneDurationMs(read)).toBeCloseTo(tuneDurationMs(sameTempo), 6);
        expect(read.events.filter(event => event.note !== 'p')).toEqual(
          sameTempo.events.filter(event => event.note !== 'p'),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  it('follows changes of tempo', () => {
    const tune = parseRtttl('T:d=4,b=140:c,b=63,d,e,b=900,g');
    expect(fromMidi(toMidi(tune)).events).toEqual(tune.events);
  });

  it('takes the highest of a chord, the first voice, octaves 4 to 7 and lengths that exist', () => {
    const file = fromHex(`
      4d546864 00000006 0001 0002 0060
      4d54726b 0000000b 00ff510307a120 00ff2f00
      4d54726b 00000028 00903c40 00904040 30803c00 00804000 00992340 00902440 4d802400 13904840 60804800 00ff2f00`);
    const tune = fromMidi(file);
    expect(formatRtttl(tune)).toBe(':d=8,o=6,b=120:e,c.4,16p,4c7');
    expect(tune.warnings.map(warning => warning.code)).toEqual([
      'midi/other-voices',
      'midi/polyphony',
      'midi/transposed',
      'midi/length-rounded',
    ]);
    expect(() => fromMidi(file, { strict: true })).toThrow(
      expect.objectContaining({ code: 'midi/other-voices' }),
    );
    expect(fromMidi(file.subarray(0, -12)).warnings[0]?.code).toBe('midi/cut-short');
  });

  it.each([
    ['', 'midi/not-a-midi-file'],
    ['4d546864000000060002000100604d54726b00000000', 'midi/unsupported'],
    ['4d54686400000006000000019828', 'midi/unsupported'],
    ['4d546864000000060000000100604d54726b0000000400ff2f00', 'midi/no-notes'],
    // a silence of 2^28 ticks of a 1/4
    ['4d546864000000060000000100014d54726b0000000e ffffff7f 904040 01 804000 00 ff2f00', 'ringtone/too-long'],
  ])('refuses %s with %s', (hex, code) => {
    expect(() => fromMidi(fromHex(hex))).toThrow(expect.objectContaining({ code }));
  });

  it('gives a tune or an MmsError for any octets, truncated or changed', () => {
    const file = toMidi(parseRtttl('T:d=4,b=140:c,b=63,d,p,e.,b=900,g'));
    const other = toMidi(parseRtttl('Other:d=8,b=100:c7,8d4,p,e.'));
    const next = random();
    const read = (bytes: Uint8Array) => {
      try {
        expect(fromMidi(bytes).events.length).toBeGreaterThan(0);
      } catch (error) {
        if (!isMmsError(error)) throw error;
      }
    };
    for (let length = 0; length < file.length; length++) read(file.subarray(0, length));
    for (let i = 0; i < runs(3000); i++) read(mutate(file, other, next));
    const hostile = new Uint8Array(1_000_022).map((_, i) =>
      i % 4 === 2 ? 0 : i % 4 === 3 ? 0x90 : i & 0x7f,
    );
    hostile.set(fromHex('4d546864000000060000000100604d54726b000f4240'));
    expectLinear(octets => read(hostile.subarray(0, octets)), hostile.length);
  });
});

describeWithOracle(['midicsv'], 'toMidi and midicsv', () => {
  it('is read as well-formed, with the same notes', () => {
    for (const tune of fc.sample(anyTune, { numRuns: runs(20), seed: SEED })) {
      const csv = execFileSync('midicsv', ['-v', '-'], {
        input: toMidi(tune),
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const lines = csv
        .toString('latin1')
        .split('\n')
        .map(line => line.split(', '));
      const keys = lines.filter(line => line[2] === 'Note_on_c').map(line => Number(line[4]));
      expect(keys).toEqual(tune.events.flatMap(event => (event.note === 'p' ? [] : [midiKey(event)])));
      expect(lines.some(line => line[2] === 'End_of_file')).toBe(true);
    }
  });
});
