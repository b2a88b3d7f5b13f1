import type { RingingToneOptions } from './encode-ringing-tone.ts';
import type { FormatIMelodyOptions } from './imelody/index.ts';
import type { RtttlOptions } from './parse-rtttl.ts';
import type { MidiOptions } from './to-midi.ts';
import type { WavOptions } from './to-wav.ts';
import type { ParsedTune, Tune } from './tune.ts';

/** How tunes of all formats are read; each takes what concerns it. */
export type ParseTuneOptions = RtttlOptions;

/** How tunes of all formats are written; each takes what concerns it. */
export interface FormatTuneOptions
  extends RingingToneOptions,
    MidiOptions,
    WavOptions,
    Omit<FormatIMelodyOptions, 'octaves'> {}

/** A format of tunes: a row of `TUNE_FORMATS`. */
export interface TuneFormat {
  /** As options name it, such as `midi`. */
  readonly name: string;
  /** In lower case, the usual one first. */
  readonly extensions: readonly string[];
  /** The usual one first; none for what is not a medium. */
  readonly mediaTypes: readonly string[];
  /** Octets, or lines of text. */
  readonly isText: boolean;
  /** True for what begins as the format does; rows are asked in their order. */
  readonly sniff?: (head: string) => boolean;
  readonly parse?: (octets: Uint8Array, options: ParseTuneOptions) => ParsedTune;
  readonly format: (tune: Tune, options: FormatTuneOptions) => Uint8Array;
}
