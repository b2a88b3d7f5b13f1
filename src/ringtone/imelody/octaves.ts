import { countOf } from '../../text/index.ts';
import type { Warnings } from '../../warnings.ts';
import { NOTES, SCALES } from '../tables.ts';
import { semitone } from '../timing.ts';
import type { Octave, Tone } from '../tune.ts';
import { DEFAULT_PREFIX, type MelodyEvent, OCTAVE_OF_PREFIX_0, type WrittenNote } from './grammar.ts';

const TONES = NOTES.flatMap(row => (row.name === 'p' ? [] : [row.name]));
const OCTAVES: readonly Octave[] = SCALES.map(row => row.name);
const [LOWEST, , , HIGHEST] = SCALES;

/** A tone in an octave from 0 to 10, of which the tune model has 4 to 7. */
interface Pitch {
  readonly tone: Tone['note'];
  readonly octave: number;
}

function pitchOf({ letter, accidental, prefix = DEFAULT_PREFIX }: WrittenNote): Pitch {
  const natural = semitone(TONES.find(tone => tone === letter) ?? 'c');
  const semitones = natural + (accidental === '#' ? 1 : accidental === '&' ? -1 : 0);
  return {
    tone: TONES[(semitones + 12) % 12] ?? 'c',
    octave: prefix + OCTAVE_OF_PREFIX_0 + Math.floor(semitones / 12),
  };
}

/** The note and octave of a written note that is not a rest. */
export type ToPitch = (note: WrittenNote) => Pick<Tone, 'note' | 'octave'>;

/**
 * Brings a melody into the octaves of the tune model: all of it is moved to where most of its notes are inside; notes
 * still outside are moved alone.
 */
export function fitOctaves(melody: readonly MelodyEvent[], warnings: Warnings): ToPitch {
  const octaves = notesOf(melody).map(note => pitchOf(note).octave);
  const isInside = (octave: number): boolean => octave >= LOWEST.name && octave <= HIGHEST.name;
  const insideWith = (shift: number): number => octaves.filter(octave => isInside(octave + shift)).length;
  const shift = [0, 1, -1, 2, -2, 3, -3, 4].reduce((a, b) => (insideWith(b) > insideWith(a) ? b : a));
  const moved = shift === 0 ? octaves.length - insideWith(0) : octaves.length;
  if (moved > 0) {
    warnings.warn('imelody/transposed', `moved by octaves: ${moved} of ${countOf(octaves.length, 'note')}`);
  }
  return note => {
    const { tone, octave } = pitchOf(note);
    const fitting = Math.min(HIGHEST.name, Math.max(LOWEST.name, octave + shift));
    return { note: tone, octave: OCTAVES[fitting - LOWEST.name] ?? LOWEST.name };
  };
}

function notesOf(melody: readonly MelodyEvent[]): WrittenNote[] {
  return melody.flatMap(event => {
    if ('repeat' in event) return notesOf(event.events);
    return 'letter' in event && event.letter !== 'r' ? [event] : [];
  });
}
