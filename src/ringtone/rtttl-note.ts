import { printable } from '../text/index.ts';
import { type Controls, octaveOf, parseDuration, parseOctave } from './rtttl-controls.ts';
import { dialect, type Position, syntaxError } from './rtttl-syntax.ts';
import { NOTES } from './tables.ts';
import { semitone } from './timing.ts';
import type { Octave, Tone, TuneEvent } from './tune.ts';

/** Duration, dot, pitch, accidental, dot, octave, dot: every part but the pitch may be missing. */
const NOTE = /^(\d{0,2})(\.?)([a-hp])([#_b]?)(\.?)(\d?)(\.?)$/;

const TONES = NOTES.flatMap(row => (row.name === 'p' ? [] : [row.name]));

/**
 * An event of a command such as `8c#.6`, in lower case.
 * @throws MmsError `ringtone/syntax`
 */
export function parseNote(command: string, controls: Controls, position: Position): TuneEvent {
  const [, duration = '', earlyDot, pitch = '', accidental = '', dot, octave = '', lateDot] =
    NOTE.exec(command) ?? [];
  const dots = [earlyDot, dot, lateDot].filter(Boolean).length;
  if (pitch === '' || dots > 1 || (pitch === 'p' && accidental !== '')) {
    throw syntaxError(`expected a note, found '${printable(command)}'`, position.offset);
  }
  if (earlyDot) dialect('a dot right after the duration', position);
  const length = {
    duration: duration === '' ? controls.duration : parseDuration(duration, position),
    modifier: dots === 0 ? ('none' as const) : ('dotted' as const),
    bpm: controls.bpm,
  };
  if (pitch === 'p') return { note: 'p', ...length };
  const natural = { pitch, octave: octave === '' ? controls.octave : parseOctave(octave, position) };
  return {
    ...withAccidental(natural, accidental, position),
    ...length,
    ...(controls.style === undefined ? {} : { style: controls.style }),
    ...(controls.volume === undefined ? {} : { volume: controls.volume }),
  };
}

interface NaturalNote {
  readonly pitch: string;
  readonly octave: Octave;
}

function withAccidental(
  { pitch, octave }: NaturalNote,
  accidental: string,
  position: Position,
): Pick<Tone, 'note' | 'octave'> {
  const note = TONES.find(tone => tone === (pitch === 'h' ? 'b' : pitch));
  if (note === undefined) throw syntaxError(`expected a note, found '${pitch}'`, position.offset);
  if (accidental === '') return { note, octave };
  if (accidental === 'b' && position.options.flats === 'refuse') {
    throw syntaxError(`expected a sharp or none, found the flat ${pitch}b`, position.offset);
  }
  const sharp = TONES.find(tone => tone === `${note}#`);
  if (accidental === '#' && sharp !== undefined) return { note: sharp, octave };
  dialect(`the notation ${pitch}${accidental}`, position);
  return fromSemitones(semitone(note) + (accidental === 'b' ? -1 : 1), octave, position);
}

/** The note so many semitones above the C of an octave, -1 to 12. */
function fromSemitones(semitones: number, octave: Octave, position: Position): Pick<Tone, 'note' | 'octave'> {
  return {
    note: TONES[(semitones + 12) % 12] ?? 'c',
    octave: octaveOf(octave + Math.floor(semitones / 12), position),
  };
}
