import { LIMITS } from '../limits.ts';
import { Warnings } from '../text/index.ts';
import { tooLong } from './check-tune.ts';
import { melodyOf } from './melody.ts';
import { type MidiFile, readMidiFile } from './midi-file.ts';
import { lengthsOf, nearestLength, SHORTEST_UNITS, UNITS_PER_WHOLE } from './quantise.ts';
import { DEFAULT_OCTAVE, NOTES, SCALES } from './tables.ts';
import { TempoMap } from './tempo-map.ts';
import { readTitle } from './title.ts';
import type { ParsedTune, TuneEvent } from './tune.ts';

/** How a Standard MIDI File is read. */
export interface FromMidiOptions {
  /** Refuse everything that a tune cannot say as the file does, instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
}

const TONES = NOTES.flatMap(row => (row.name === 'p' ? [] : [row.name]));

/**
 * The melody of a Standard MIDI File of format 0 or 1: the first channel of the first track that has notes other than
 * percussion. Of notes that sound together the highest stays, lengths are rounded to what RTTTL can say, notes outside
 * octaves 4 to 7 are moved by octaves; `warnings` tells which of this was needed.
 * @throws MmsError `midi/not-a-midi-file`, `midi/unsupported`, `midi/no-notes`, `ringtone/too-long`
 */
export function fromMidi(bytes: Uint8Array, options: FromMidiOptions = {}): ParsedTune {
  const warnings = new Warnings(options.strict);
  const file = readMidiFile(bytes, warnings);
  const melody = melodyOf(file, warnings);
  const units = (tick: number): number => Math.round((tick * UNITS_PER_WHOLE) / (4 * file.ticksPerQuarter));
  const transcript = new Transcript(file, units, warnings);
  melody.notes.forEach((note, i) => {
    transcript.note(
      note.key,
      units(note.start),
      units(note.end),
      units(melody.notes[i + 1]?.start ?? melody.end),
    );
  });
  transcript.rest(units(melody.end));
  return {
    title: readTitle(melody.title, warnings),
    loop: 0,
    events: transcript.finish(),
    warnings: warnings.list,
  };
}

/** Writes down notes as events; it knows how far it has come, so that roundings do not add up. */
class Transcript {
  readonly #events: TuneEvent[] = [];
  readonly #tempos: TempoMap;
  readonly #warnings: Warnings;
  #written = 0;
  #rounded = 0;

  constructor(file: MidiFile, units: (tick: number) => number, warnings: Warnings) {
    this.#tempos = new TempoMap(file.tempos, units, warnings);
    this.#warnings = warnings;
  }

  /** A gap before the next note that is shorter than any rest belongs to the note. */
  note(key: number, start: number, end: number, next: number): void {
    this.rest(start);
    const room = next - this.#written;
    const wanted = next - end < SHORTEST_UNITS ? room : end - this.#written;
    const { units, length } = nearestLength(wanted, room);
    if (units !== wanted) this.#rounded++;
    this.#push({
      note: TONES[key % 12] ?? 'c',
      octave: SCALES.find(({ name }) => name === Math.floor(key / 12) - 1)?.name ?? DEFAULT_OCTAVE,
      ...length,
      bpm: this.#tempos.bpmAt(start),
    });
    this.#written += units;
  }

  /** Silence up to a place. */
  rest(until: number): void {
    for (const { units, length } of lengthsOf(until - this.#written)) {
      this.#push({ note: 'p', ...length, bpm: this.#tempos.bpmAt(this.#written) });
      this.#written += units;
    }
  }

  finish(): readonly TuneEvent[] {
    if (this.#rounded > 0)
      this.#warnings.warn('midi/length-rounded', `${this.#rounded} notes have another length`);
    return this.#events;
  }

  #push(event: TuneEvent): void {
    if (this.#events.length === LIMITS.maxTuneEvents) throw tooLong(this.#events.length + 1);
    this.#events.push(event);
  }
}
