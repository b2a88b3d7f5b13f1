import type { Issue } from '../issues/index.ts';
import type { DURATIONS, MODIFIERS, NOTES, SCALES, STYLES } from './tables.ts';

/** `c` to `b` with `#`, and `p` for a rest. */
export type NoteName = (typeof NOTES)[number]['name'];

/** Denominator of a whole note: 4 is a quarter. */
export type NoteDuration = (typeof DURATIONS)[number]['name'];

/** What lengthens or shortens a duration: x1.5, x1.75, x2/3. */
export type DurationModifier = (typeof MODIFIERS)[number]['name'];

/** RTTTL octaves: the A of octave 4 has 440 Hz. */
export type Octave = (typeof SCALES)[number]['name'];

/** How notes follow each other: natural leaves a short rest, staccato a long one, continuous none. */
export type NoteStyle = (typeof STYLES)[number]['name'];

export interface EventLength {
  readonly duration: NoteDuration;
  readonly modifier: DurationModifier;
  /** Beats a minute, a quarter note being one beat: an integer from 5 to 1000. */
  readonly bpm: number;
}

/** A note that sounds. */
export interface Tone extends EventLength {
  readonly note: Exclude<NoteName, 'p'>;
  readonly octave: Octave;
  /** Absent: not said, which players take as natural. */
  readonly style?: NoteStyle | undefined;
  /** 0 (off) to 15; absent: not said, which players take as 7. */
  readonly volume?: number | undefined;
}

/** Silence. */
export interface Rest extends EventLength {
  readonly note: 'p';
  readonly octave?: undefined;
}

/** One step of a tune. Every event says all about itself, so events can be moved and cut freely. */
export type TuneEvent = Tone | Rest;

/** A melody of one voice: what all formats of this room are read into and written from. */
export interface Tune {
  /** At most 100 characters, no control characters; may be empty. */
  readonly title: string;
  /** 0 plays once, 1 to 14 repeat so many times more, 15 plays without end. */
  readonly loop: number;
  readonly events: readonly TuneEvent[];
}

/** A tune that was read, with what was odd about its source. */
export interface ParsedTune extends Tune {
  readonly warnings: readonly Issue[];
}
