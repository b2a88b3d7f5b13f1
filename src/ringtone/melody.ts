import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';
import type { MidiFile, MidiNote, MidiTrack } from './midi-file.ts';
import { PERCUSSION_CHANNEL } from './midi-tables.ts';
import { SCALES } from './tables.ts';

/** One voice: no two of its notes sound together. */
export interface Melody {
  readonly title: string;
  readonly notes: readonly MidiNote[];
  /** Tick at which its track ends. */
  readonly end: number;
}

const LOWEST_KEY = 12 * (SCALES[0].name + 1);
const HIGHEST_KEY = 12 * (SCALES[3].name + 1) + 11;

/**
 * The first voice of a file, one channel of the first track that has notes other than percussion, without chords.
 * @throws MmsError `midi/no-notes`
 */
export function melodyOf(file: MidiFile, warnings: Warnings): Melody {
  const melodic = (note: MidiNote): boolean => note.channel !== PERCUSSION_CHANNEL;
  const track = file.tracks.find(({ notes }) => notes.some(melodic));
  const first = track?.notes.find(melodic);
  if (track === undefined || first === undefined) throw new MmsError('midi/no-notes', 'no note in any track');
  const voice = track.notes.filter(note => note.channel === first.channel);
  const all = file.tracks.reduce((sum, { notes }) => sum + notes.length, 0);
  if (voice.length < all) {
    warnings.warn(
      'midi/other-voices',
      `${all - voice.length} notes of other tracks or channels were left out`,
    );
  }
  return {
    title: titleOf(file, track),
    notes: inRange(withoutChords(voice, warnings), warnings),
    end: track.end,
  };
}

function titleOf(file: MidiFile, track: MidiTrack): string {
  return track.name ?? file.tracks[0]?.name ?? '';
}

/** Of notes that begin together the highest stays; a note that begins ends the one before. */
function withoutChords(notes: readonly MidiNote[], warnings: Warnings): MidiNote[] {
  const melody: MidiNote[] = [];
  let cut = 0;
  for (const note of notes.toSorted((a, b) => a.start - b.start || b.key - a.key)) {
    const last = melody.at(-1);
    if (last !== undefined && last.end > note.start) cut++;
    if (last?.start === note.start) continue;
    if (last !== undefined) last.end = Math.min(last.end, note.start);
    melody.push({ ...note });
  }
  if (cut > 0) warnings.warn('midi/polyphony', `${cut} notes began while another sounded`);
  return melody;
}

/** The whole melody is moved to the octaves that hold most of its notes; notes still outside are moved alone. */
function inRange(notes: readonly MidiNote[], warnings: Warnings): readonly MidiNote[] {
  const keysInside = (shift: number): number =>
    notes.filter(({ key }) => key + shift >= LOWEST_KEY && key + shift <= HIGHEST_KEY).length;
  const shifts = [0, 12, -12, 24, -24, 36, -36, 48, 60];
  const best = shifts.reduce((a, b) => (keysInside(b) > keysInside(a) ? b : a));
  const moved = notes.map(note => ({ ...note, key: intoRange(note.key + best) }));
  const count = moved.filter(({ key }, i) => key !== notes[i]?.key).length;
  if (count > 0) warnings.warn('midi/transposed', `${count} of ${notes.length} notes were moved by octaves`);
  return moved;
}

function intoRange(key: number): number {
  if (key < LOWEST_KEY) return LOWEST_KEY + (key % 12);
  return key > HIGHEST_KEY ? HIGHEST_KEY - 11 + (key % 12) : key;
}
