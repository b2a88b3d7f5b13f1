export { checkTune } from './check-tune.ts';
export { decodeRingingTone, type RingingToneDecodeOptions } from './decode-ringing-tone.ts';
export { encodeRingingTone, RINGING_TONE_DEFAULTS, type RingingToneOptions } from './encode-ringing-tone.ts';
export { type FormatRtttlOptions, formatRtttl, formatRtx } from './format-rtttl.ts';
export {
  parseTune,
  sniffTune,
  TUNE_FORMATS,
} from './formats.ts';
export { type FromMidiOptions, fromMidi } from './from-midi.ts';
export {
  type FormatIMelodyOptions,
  formatIMelody,
  IMELODY_DEFAULTS,
  type IMelodyOptions,
  parseIMelody,
} from './imelody/index.ts';
export { parseRtttl, parseRtx, type RtttlOptions } from './parse-rtttl.ts';
export type { NoteOptions } from './rtttl-syntax.ts';
export type { TempoRounding } from './tempo.ts';
export { eventDurationMs, eventFrequencyHz, midiKey, tuneDurationMs } from './timing.ts';
export { MIDI_DEFAULTS, type MidiOptions, toMidi } from './to-midi.ts';
export { toWav, WAV_DEFAULTS, type WavOptions } from './to-wav.ts';
export type {
  DurationModifier,
  EventLength,
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
export type { FormatTuneOptions, ParseTuneOptions, TuneFormat } from './tune-format.ts';
export { TUNE_TYPES, type TuneType } from './tune-types.ts';
