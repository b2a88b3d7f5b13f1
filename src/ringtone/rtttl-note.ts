import { printable } from '../text/index.ts';
import { type Controls, octaveOf, parseDuration, parseOctave } from './rtttl-controls.ts';
import { dialect, type Position, syntaxError } from './rtttl-syntax.ts';
import { NOTES } from './tables.ts';
import { semitone } from './timing.ts';
import type { Octave, Tone, TuneEvent } from './tune.ts';

/** Duration, dot, accidental, pitch, and what is behind it: every part but the pitch may be missing. */
const NOTE =
  /^(?<duration>\d{0,2})(?<earlyDot>\.?)(?<early>[#_]?)(?<pitch>[a-hp])(?<late>[#_b]?)(?<behind>[#_.\d]*)$/;

/** Accidental, dot and octave in the orders in use; other orders are told. */
const USUAL_ORDER = /^(?:\.?\d?|\d\.)$/;

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
  const groups = NOTE.exec(command)?.groups ?? {};
  const { duration = '', earlyDot = '', early = '', pitch = '', late = '', behind = '' } = groups;
  const dots = earlyDot + behind.replace(/[^.]/g, '');
  const octave = behind.replace(/\D/g, '');
  const accidental = early + late + behind.replace(/[^#_]/g, '');
  const isTwice = [dots, octave, accidental].some(part => part.length > 1);
  if (pitch === '' || isTwice || (pitch === 'p' && accidental !== '')) {
    throw syntaxError(`expected a note, found '${printable(command)}'`, position.offset);
  }
  if (early !== '') dialect('an accidental before the note', position);
  if (earlyDot !== '') dialect('a dot right after the duration', position);
  if (!USUAL_ORDER.test(behind)) dialect(`the order of '${printable(command)}'`, position);
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
