import type { DurationModifier } from '../tune.ts';

/** Octave prefix `*n` where a note has none; its A has 880 Hz (EMS iMelody 1.2, octave-prefix). */
export const DEFAULT_PREFIX = 4;

/** What an octave prefix and the octave of the tune model differ by: `*4` is octave 5. */
export const OCTAVE_OF_PREFIX_0 = 1;

/** Characters of the duration specifiers (EMS iMelody 1.2, duration-specifier). */
export const SPECIFIERS = [
  { character: '.', name: 'dotted' },
  { character: ':', name: 'double-dotted' },
  { character: ';', name: 'two-thirds' },
] as const satisfies readonly { character: string; name: DurationModifier }[];

/** Words that switch something of the phone; they stand between the notes (EMS iMelody 1.2, led, vibe, backlight). */
export const SWITCHES = ['ledon', 'ledoff', 'vibeon', 'vibeoff', 'backon', 'backoff'] as const;

/** Range of BEAT, and the tempo without one; the latter by a player, no text names it. */
export const BEAT_RANGE = { min: 25, max: 900 } as const;
export const DEFAULT_BEAT = 120;

/** One `V+` or `V-` more or less is a step of 1 in 0 to 15, from V7. */
export type VolumeChange = number | '+' | '-';

/** A note or a rest as the text writes it. */
export interface WrittenNote {
  /** `r` is a rest. */
  readonly letter: string;
  readonly accidental?: '#' | '&' | undefined;
  /** The octave prefix, 0 to 8; absent: {@link DEFAULT_PREFIX}. */
  readonly prefix?: number | undefined;
  /** 0 for a whole note to 5 for a thirty-second. */
  readonly duration: number;
  readonly modifier: DurationModifier;
}

/** A part of a melody that is played again: `(…@n)`, n times more, 0 for ever. */
export interface Repeat {
  readonly repeat: number;
  /** Every pass is a step louder or softer than the one before. */
  readonly volumeStep?: '+' | '-' | undefined;
  readonly events: readonly MelodyEvent[];
}

/** What a melody consists of. */
export type MelodyEvent =
  | WrittenNote
  | { readonly volume: VolumeChange }
  | { readonly switch: (typeof SWITCHES)[number] }
  | Repeat;

/** An iMelody object as written; without `version` it has no header, only MELODY and END. */
export interface IMelodyObject {
  readonly version?: string | undefined;
  readonly name?: string | undefined;
  readonly composer?: string | undefined;
  readonly beat?: number | undefined;
  /** The digit of S0, S1 or S2. */
  readonly style?: number | undefined;
  readonly volume?: VolumeChange | undefined;
  readonly copyright?: string | undefined;
  readonly melody: readonly MelodyEvent[];
}
