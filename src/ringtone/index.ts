export { BitReader, type BitTrace, BitWriter } from './bits.ts';
export { BPM_RANGE, checkTune, MAX_TITLE } from './check-tune.ts';
export { decodeRingingTone, type RingingToneDecodeOptions } from './decode-ringing-tone.ts';
export { encodeRingingTone, RINGING_TONE_DEFAULTS, type RingingToneOptions } from './encode-ringing-tone.ts';
export type { TempoRounding } from './tempo.ts';
export { eventDurationMs, eventFrequencyHz, midiKey, tuneDurationMs } from './timing.ts';
export type {
  DurationModifier,
  NoteDuration,
  NoteName,
  NoteStyle,
  Octave,
  ParsedTune,
  Rest,
  Tone,
  Tune,
  TuneEvent,
} from './tune.ts';
