import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { eventDurationMs, fromMidi, midiKey, toMidi, tuneDurationMs } from '../../src/ringtone/index.ts';
import { RTX_SHAPE, tuneOf } from '../ringtone/tunes.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { runPython } from '../support/python.ts';
import { tally } from '../support/tally.ts';

/** The notes of files with their starts and ends in milliseconds, as mido plays them. */
const PLAY = `
import io, json, sys, mido
answer = []
for hex in json.load(sys.stdin):
    now, notes, on = 0.0, [], {}
    for message in mido.MidiFile(file=io.BytesIO(bytes.fromhex(hex))):
        now += message.time * 1000
        if message.type == 'note_on' and message.velocity > 0: on[message.note] = now
        elif message.type in ('note_on', 'note_off') and message.note in on: notes.append([message.note, on.pop(message.note), now])
    answer.append({'notes': notes, 'ms': now})
json.dump(answer, sys.stdout)
`;

/** Files of one voice whose tempo changes anywhere, made by mido, with their lengths. */
const MAKE = `
import io, json, random, sys, mido
seed, count = json.load(sys.stdin)
random.seed(seed)
answer = []
for _ in range(count):
    file = mido.MidiFile(ticks_per_beat=96)
    track = mido.MidiTrack()
    file.tracks.append(track)
    def wait():
        ticks = random.choice([24, 48, 72, 96, 144, 192])
        if random.random() < 0.4:
            part = random.choice([t for t in range(12, ticks, 12)])
            track.append(mido.MetaMessage('set_tempo', tempo=mido.bpm2tempo(random.choice([60, 75, 80, 100, 120, 125, 150, 160, 200])), time=part))
            ticks -= part
        return ticks
    track.append(mido.MetaMessage('set_tempo', tempo=500000, time=0))
    for key in [random.randint(60, 95) for _ in range(random.randint(1, 12))]:
        track.append(mido.Message('note_on', note=key, velocity=90, time=wait() if random.random() < 0.5 else 0))
        track.append(mido.Message('note_off', note=key, velocity=64, time=wait()))
    octets = io.BytesIO()
    file.save(file=octets)
    answer.append({'hex': octets.getvalue().hex(), 'ms': file.length * 1000})
json.dump(answer, sys.stdout)
`;

interface Played {
  readonly notes: readonly (readonly [key: number, startMs: number, endMs: number])[];
  readonly ms: number;
}

describeWithOracle(['mido'], 'MIDI files and mido', () => {
  it('plays what toMidi writes at the same times', context => {
    const shape = {
      ...RTX_SHAPE,
      modifiers: ['none', 'dotted', 'double-dotted', 'two-thirds'],
      styles: [undefined],
    } as const;
    const tunes = fc.sample(tuneOf(shape), { numRuns: runs(100), seed: SEED });
    const played = runPython(
      PLAY,
      tunes.map(tune => toHex(toMidi(tune))),
    ) as Played[];
    tunes.forEach((tune, i) => {
      let now = 0;
      const expected: [number, number, number][] = [];
      for (const event of tune.events) {
        const end = now + eventDurationMs(event);
        if (event.note !== 'p') expected.push([midiKey(event), now, end]);
        now = end;
      }
      const { notes = [], ms = Number.NaN } = played[i] ?? {};
      expect(Math.abs(ms - now)).toBeLessThan(1);
      expect(notes.map(([key]) => key)).toEqual(expected.map(([key]) => key));
      notes.forEach(([, start, stop], n) => {
        expect(Math.abs(start - (expected[n]?.[1] ?? Number.NaN))).toBeLessThan(1);
        expect(Math.abs(stop - (expected[n]?.[2] ?? Number.NaN))).toBeLessThan(1);
      });
    });
    tally(context, { subject: 'MIDI written', oracle: 'mido', cases: tunes.length });
  });

  it('has its files read at their length, wherever the tempo changes', context => {
    const files = runPython(MAKE, [SEED, runs(200)]) as { hex: string; ms: number }[];
    for (const { hex, ms } of files) {
      const tune = fromMidi(fromHex(hex));
      // a 96th of a whole note may be left over at the end, and tempos are whole numbers
      expect(Math.abs(tuneDurationMs(tune) - ms), hex).toBeLessThan(1 + ms * 0.004);
    }
    tally(context, { subject: 'MIDI read', oracle: 'mido', cases: files.length });
  });
});
