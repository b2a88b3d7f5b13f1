/**
 * A row of the alphabets. A character is two hexadecimal digits: below 80 US-ASCII, from 80 on the character at that
 * place of the block, counted from 80; four digits are the code point itself, and `61-7a` is a run of characters.
 */
export interface LanguageRow {
  /** National language identifier of information elements 24 and 25; 0 is the default alphabet. */
  readonly id: number;
  readonly name: string;
  /** First code point of the 128 that the language has to itself; absent: Latin-1. */
  readonly block?: number;
  /** Characters of septets 00 to 7F, `--` where there is none; Spanish has no locking shift table. */
  readonly locking?: string;
  /** `septet:character` for what follows an escape (1B); a run goes on at the septets behind. */
  readonly singleShift: string;
  readonly clause: string;
}
