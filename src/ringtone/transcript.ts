import { LIMITS } from '../limits.ts';
import { countOf } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { BPM_RANGE, tooLong } from './check-tune.ts';
import type { MidiTempo } from './midi-file.ts';
import { ALL_LENGTHS, type QuantisedLength, unitMs } from './quantise.ts';
import { DEFAULT_OCTAVE, NOTES, SCALES } from './tables.ts';
import { TempoMap, type TempoStretch } from './tempo-map.ts';
import type { TuneEvent } from './tune.ts';

const TONES = NOTES.flatMap(row => (row.name === 'p' ? [] : [row.name]));

type TimedLength = Pick<TuneEvent, 'duration' | 'modifier' | 'bpm'>;

/** Writes down notes as events; it knows how far it has come, so that roundings do not add up. */
export class Transcript {
  readonly #events: TuneEvent[] = [];
  readonly #tempos: TempoMap;
  readonly #warnings: Warnings;
  #written = 0;
  #rounded = 0;

  /** @param units turns ticks into the units of the quantisation, in which all places are */
  constructor(tempos: readonly MidiTempo[], units: (tick: number) => number, warnings: Warnings) {
    this.#tempos = new TempoMap(tempos, units, warnings);
    this.#warnings = warnings;
  }

  /** A gap before the next note that is shorter than any rest belongs to the note. */
  note(key: number, start: number, end: number, next: number): void {
    this.rest(start);
    const room = next - this.#written;
    const wanted = next - end < ALL_LENGTHS.shortest.units ? room : end - this.#written;
    const { units, length } = this.#lengthOf(wanted, room);
    this.#push({
      note: TONES[key % 12] ?? 'c',
      octave: SCALES.find(({ name }) => name === Math.floor(key / 12) - 1)?.name ?? DEFAULT_OCTAVE,
      ...length,
    });
    this.#written += units;
  }

  /** Silence up to a place, divided where the tempo changes. */
  rest(until: number): void {
    if (until - this.#written < ALL_LENGTHS.shortest.units) return;
    let left = 0;
    for (const stretch of this.#tempos.stretches(this.#written, until)) {
      left += stretch.units;
      for (const { units, length } of ALL_LENGTHS.fill(left)) {
        this.#push({ note: 'p', ...length, bpm: stretch.bpm });
        left -= units;
      }
    }
    this.#written = until - left;
  }

  finish(): readonly TuneEvent[] {
    if (this.#rounded > 0)
      this.#warnings.warn('midi/length-rounded', `${countOf(this.#rounded, 'note')} got another length`);
    return this.#events;
  }

  /** The length of a note, and how far it reaches; over a change of tempo it is the one that lasts as long. */
  #lengthOf(wanted: number, room: number): { readonly units: number; readonly length: TimedLength } {
    const stretches = [...this.#tempos.stretches(this.#written, this.#written + wanted)];
    const [first, ...others] = stretches;
    if (first === undefined || others.length > 0) return { units: wanted, length: timedLength(stretches) };
    const { units, length } = ALL_LENGTHS.nearest(wanted, room);
    if (units !== wanted) this.#rounded++;
    return { units, length: { ...length, bpm: first.bpm } };
  }

  #push(event: TuneEvent): void {
    if (this.#events.length === LIMITS.maxTuneEvents) throw tooLong(this.#events.length + 1);
    this.#events.push(event);
  }
}

/** The length and tempo that come nearest to the time of several stretches, in one of their tempos if it can be. */
function timedLength(stretches: readonly TempoStretch[]): TimedLength {
  const ms = stretches.reduce((sum, stretch) => sum + stretch.ms, 0);
  const ends = [stretches[0], stretches.at(-1)].flatMap(stretch => stretch?.bpm ?? []);
  const inTempo = ends.map(bpm => ({
    ...ALL_LENGTHS.nearest(ms / unitMs(bpm), Number.POSITIVE_INFINITY),
    bpm,
  }));
  const inOther = ALL_LENGTHS.rows.map(row => ({ ...row, bpm: bpmFor(row, ms) }));
  const off = ({ units, bpm }: { units: number; bpm: number }): number => Math.abs(units * unitMs(bpm) - ms);
  const { length, bpm } = [...inTempo, ...inOther].reduce((a, b) => (off(b) < off(a) ? b : a));
  return { ...length, bpm };
}

/** The tempo in which a length lasts so long, as far as a tune can have it. */
function bpmFor({ units }: QuantisedLength, ms: number): number {
  return Math.min(BPM_RANGE.max, Math.max(BPM_RANGE.min, Math.round((units * unitMs(1)) / ms)));
}
