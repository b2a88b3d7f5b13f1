import { Warnings } from '../warnings.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { melodyOf } from './melody.ts';
import { readMidiFile } from './midi-file.ts';
import { checkOctets, checkReadOptions } from './options.ts';
import { UNITS_PER_WHOLE } from './quantise.ts';
import { readTitle } from './title.ts';
import { Transcript } from './transcript.ts';
import type { ParsedTune } from './tune.ts';

/** How a Standard MIDI File is read. */
export interface FromMidiOptions {
  /** Refuse everything that a tune cannot say as the file does, instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
}

/**
 * The melody of a Standard MIDI File of format 0 or 1: the first channel of the first track that has notes other than
 * percussion. Of notes that sound together the highest stays, lengths are rounded to what RTTTL can say, notes outside
 * octaves 4 to 7 are moved by octaves; `warnings` tells which of this was needed. A note in which the tempo changes gets
 * the length and tempo that last as long.
 * @throws MmsError `midi/not-a-midi-file`, `midi/unsupported`, `midi/no-notes`, `ringtone/too-long`
 */
export function fromMidi(bytes: Uint8Array, options: FromMidiOptions = {}): ParsedTune {
  checkOctets(bytes);
  checkReadOptions(options);
  const warnings = new Warnings(ISSUE_ROWS, options.strict);
  const file = readMidiFile(bytes, warnings);
  const melody = melodyOf(file, warnings);
  const units = (tick: number): number => Math.round((tick * UNITS_PER_WHOLE) / (4 * file.ticksPerQuarter));
  const transcript = new Transcript(file.tempos, units, warnings);
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
