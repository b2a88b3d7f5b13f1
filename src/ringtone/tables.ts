/** Note values `<4>` and their RTTTL letters; B is the H of the Nokia texts (SM3 ringing tone, note-value). */
export const NOTES = [
  { code: 0x0, name: 'p' },
  { code: 0x1, name: 'c' },
  { code: 0x2, name: 'c#' },
  { code: 0x3, name: 'd' },
  { code: 0x4, name: 'd#' },
  { code: 0x5, name: 'e' },
  { code: 0x6, name: 'f' },
  { code: 0x7, name: 'f#' },
  { code: 0x8, name: 'g' },
  { code: 0x9, name: 'g#' },
  { code: 0xa, name: 'a' },
  { code: 0xb, name: 'a#' },
  { code: 0xc, name: 'b' },
] as const;

/** Note durations `<3>` as the denominator of a whole note (SM3 ringing tone, note-duration). */
export const DURATIONS = [
  { code: 0x0, name: 1 },
  { code: 0x1, name: 2 },
  { code: 0x2, name: 4 },
  { code: 0x3, name: 8 },
  { code: 0x4, name: 16 },
  { code: 0x5, name: 32 },
] as const;

/** Duration specifiers `<2>` and what they multiply a duration by (SM3 ringing tone, note-duration-specifier). */
export const MODIFIERS = [
  { code: 0x0, name: 'none', factor: 1 },
  { code: 0x1, name: 'dotted', factor: 3 / 2 },
  { code: 0x2, name: 'double-dotted', factor: 7 / 4 },
  { code: 0x3, name: 'two-thirds', factor: 2 / 3 },
] as const;

/** Scales `<2>` as RTTTL octaves: A has 440, 880, 1760 and 3520 Hz (SM3 ringing tone, note-scale). */
export const SCALES = [
  { code: 0x0, name: 4 },
  { code: 0x1, name: 5 },
  { code: 0x2, name: 6 },
  { code: 0x3, name: 7 },
] as const;

/** Styles `<2>` and their RTX letters: natural rests a little between notes (SM3 ringing tone, style-value). */
export const STYLES = [
  { code: 0x0, name: 'natural', letter: 'N' },
  { code: 0x1, name: 'continuous', letter: 'C' },
  { code: 0x2, name: 'staccato', letter: 'S' },
] as const;

/** Beats a minute by tempo index `<5>` (SM3 ringing tone, beats-per-minute). */
export const TEMPOS = [
  25, 28, 31, 35, 40, 45, 50, 56, 63, 70, 80, 90, 100, 112, 125, 140, 160, 180, 200, 225, 250, 285, 320, 355,
  400, 450, 500, 565, 635, 715, 800, 900,
] as const;

/** Ids `<3>` of the instructions and the width of what follows (SM3 ringing tone, pattern-instruction). */
export const INSTRUCTIONS = {
  note: { id: 0x1, payloadBits: 9 },
  scale: { id: 0x2, payloadBits: 2 },
  style: { id: 0x3, payloadBits: 2 },
  tempo: { id: 0x4, payloadBits: 5 },
  volume: { id: 0x5, payloadBits: 4 },
} as const;

/** Ids `<7>` of the command parts (SM3 ringing tone, command-part). */
export const COMMANDS = {
  cancel: 0x05,
  sound: 0x1d,
  unicode: 0x22,
  ringingToneProgramming: 0x25,
} as const;

/** Song types `<3>` (SM3 ringing tone, song-type); the others were never seen on the air. */
export const SONG_TYPES = {
  basicSong: 0x1,
  temporarySong: 0x2,
} as const;

/** Patterns have the ids A to D `<2>`, and the number of instructions of one is an octet. */
export const MAX_PATTERNS = 4;
export const MAX_INSTRUCTIONS = 255;

/** The title-length has 4 bits. */
export const MAX_BINARY_TITLE = 15;

/** A name of RTTTL has at most 10 characters. */
export const MAX_RTTTL_NAME = 10;

/** Values of loop and volume `<4>`; loop 0 plays once, 15 without end. */
export const INFINITE_LOOP = 15;
export const MAX_VOLUME = 15;
export const DEFAULT_VOLUME = 7;

/** Duration, octave and tempo where RTTTL text names none, the tempo also in the binary form. */
export const DEFAULT_DURATION = 4;
export const DEFAULT_OCTAVE = 6;
export const DEFAULT_BPM = 63;

/** Scale 1 applies until the first scale instruction. */
export const DEFAULT_BINARY_OCTAVE = 5;
