import { printable } from '../text/index.ts';
import { type Controls, octaveOf, parseDuration, parseOctave } from './rtttl-controls.ts';
import { dialect, type Position, syntaxError } from './rtttl-syntax.ts';
import { NOTES } from './tables.ts';
import { semitone } from './timing.ts';
import type { Octave, Tone, TuneEvent } from './tune.ts';

/** Duration, dot, accidental, pitch, accidental, and what is behind it: every part but the pitch may be missing. */
const NOTE = /^(\d{0,2})(\.?)([#_]?)([a-hp])([#_b]?)([#_.\d]*)$/;

/** Of dot and octave, in the orders in use; other orders are told. */
const USUAL_ORDER = /^(?:\.\d|\d\.)$/;

const TONES = NOTES.flatMap(row => (row.name === 'p' ? [] : [row.name]));

/** The notes of the grammar, and the German name of B. */
const TONE_BY_NOTATION: ReadonlyMap<string, Tone['note']> = new Map([
  ...TONES.map(tone => [tone, tone] as const),
  ['h', 'b'],
]);

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * An event of a command such as `8c#.6`, in lower case.
 * @throws MmsError `ringtone/syntax`
 */
export function parseNote(command: string, controls: Controls, position: Position): TuneEvent {
  const [, duration = '', earlyDot = '', early = '', pitch = '', late = '', behind = ''] =
    NOTE.exec(command) ?? [];
  const marks = marksOf(behind);
  const dots = earlyDot + marks.dots;
  const accidental = early + late + marks.accidental;
  const { octave } = marks;
  const isTwice = dots.length > 1 || octave.length > 1 || accidental.length > 1;
  if (pitch === '' || isTwice || (pitch === 'p' && accidental !== '')) {
    throw syntaxError(`expected a note, found '${printable(command)}'`, position.offset);
  }
  if (early !== '') dialect('an accidental before the note', position);
  if (earlyDot !== '') dialect('a dot right after the duration', position);
  if (behind.length > 1 && !USUAL_ORDER.test(behind))
    dialect(`the order of '${printable(command)}'`, position);
  const modifier = dots === '' ? 'none' : 'dotted';
  const { bpm, style, volume } = controls;
  const length = duration === '' ? controls.duration : parseDuration(duration, position);
  if (pitch === 'p') return { note: 'p', duration: length, modifier, bpm };
  const at = octave === '' ? controls.octave : parseOctave(octave, position);
  const tone = withAccidental(pitch, accidental, at, position);
  const event: Mutable<Tone> = { note: tone.note, octave: tone.octave, duration: length, modifier, bpm };
  if (style !== undefined) event.style = style;
  if (volume !== undefined) event.volume = volume;
  return event;
}

/** What stands behind the pitch, in any order. */
interface Marks {
  readonly dots: string;
  readonly octave: string;
  readonly accidental: string;
}

const NO_MARKS: Marks = { dots: '', octave: '', accidental: '' };

function marksOf(behind: string): Marks {
  if (behind === '') return NO_MARKS;
  let [dots, octave, accidental] = ['', '', ''];
  for (const character of behind) {
    if (character === '.') dots += character;
    else if (character === '#' || character === '_') accidental += character;
    else octave += character;
  }
  return { dots, octave, accidental };
}

function withAccidental(
  pitch: string,
  accidental: string,
  octave: Octave,
  position: Position,
): Pick<Tone, 'note' | 'octave'> {
  const note = TONE_BY_NOTATION.get(pitch + accidental);
  if (note !== undefined) return { note, octave };
  if (accidental === 'b' && position.options.flats === 'refuse') {
    throw syntaxError(`expected a sharp or none, found the flat ${pitch}b`, position.offset);
  }
  dialect(`the notation ${pitch}${accidental}`, position);
  const natural = semitone(TONE_BY_NOTATION.get(pitch) ?? 'c');
  return fromSemitones(natural + (accidental === 'b' ? -1 : 1), octave, position);
}

/** The note so many semitones above the C of an octave, -1 to 12. */
function fromSemitones(semitones: number, octave: Octave, position: Position): Pick<Tone, 'note' | 'octave'> {
  return {
    note: TONES[(semitones + 12) % 12] ?? 'c',
    octave: octaveOf(octave + Math.floor(semitones / 12), position),
  };
}
