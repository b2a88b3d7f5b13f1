import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';

/** RTTTL, or RTX, which adds style, loop and controls between the notes. */
export type RtttlGrammar = 'rtttl' | 'rtx';

/** Choices where dialects contradict each other. */
export interface NoteOptions {
  /** `nokring`: octaves 5 to 8 with A5 = 440 Hz, which are one too high. Default `standard`: 4 to 7, A4 = 440 Hz. */
  readonly octaves?: 'standard' | 'nokring' | undefined;
  /** `eb`, `bb`: outside the grammar, by default read as the note below with a warning. */
  readonly flats?: 'map' | 'refuse' | undefined;
}

/** Where a command stands, and what applies there. */
export interface Position {
  readonly grammar: RtttlGrammar;
  /** Between the notes, not in the control section. */
  readonly isInline: boolean;
  readonly offset: number;
  readonly options: NoteOptions;
  readonly warnings: Warnings;
}

/** The text is not RTTTL at this character. */
export function syntaxError(message: string, offset: number, hint?: string): MmsError {
  return new MmsError('ringtone/syntax', `${message} at character ${offset + 1}`, { offset, hint });
}

/** Notes a notation that the grammar does not have. */
export function dialect(message: string, { warnings, offset }: Position): void {
  warnings.warn('ringtone/dialect', message, { offset });
}

/** A number brought into its range, with a warning if it was not. */
export function withinRange(
  value: number,
  min: number,
  max: number,
  what: string,
  position: Pick<Position, 'warnings' | 'offset'>,
): number {
  const fitting = Math.min(max, Math.max(min, value));
  if (fitting !== value) {
    position.warnings.warn('ringtone/out-of-range', `${what} ${value} became ${fitting}`, {
      offset: position.offset,
    });
  }
  return fitting;
}
