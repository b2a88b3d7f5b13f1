import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { countOf } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { tooLong } from './check-tune.ts';
import type { MidiFile, MidiNote, MidiTrack } from './midi-file.ts';
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
 * @throws MmsError `midi/no-notes`, `ringtone/too-long`
 */
export function melodyOf(file: MidiFile, warnings: Warnings): Melody {
  const track = file.tracks.find(({ voice }) => voice.length > 0);
  if (track === undefined) throw new MmsError('midi/no-notes', 'no note in any track');
  if (track.voice.length > LIMITS.maxTuneEvents) throw tooLong(track.voice.length);
  const others = file.tracks.reduce((sum, one) => sum + notesIn(one), 0) - notesOfVoice(track);
  if (others > 0) {
    warnings.warn('midi/other-voices', `${countOf(others, 'note')} of other tracks or channels left out`);
  }
  return { title: titleOf(file, track), notes: inRange(oneByOne(track, warnings), warnings), end: track.end };
}

const notesOfVoice = ({ voice, lower }: MidiTrack): number => voice.length + lower;
const notesIn = (track: MidiTrack): number => notesOfVoice(track) + track.others;

function titleOf(file: MidiFile, track: MidiTrack): string {
  return track.name ?? file.tracks[0]?.name ?? '';
}

/** A note that begins ends the one before. */
function oneByOne({ voice, lower }: MidiTrack, warnings: Warnings): MidiNote[] {
  let cut = lower;
  const notes = voice.map((note, i) => {
    const next = voice[i + 1]?.start ?? note.end;
    if (note.end > next) cut++;
    return { ...note, end: Math.min(note.end, next) };
  });
  if (cut > 0) warnings.warn('midi/polyphony', `${countOf(cut, 'note')} began while another sounded`);
  return notes;
}

/** The whole melody is moved to the octaves that hold most of its notes; notes still outside are moved alone. */
function inRange(notes: readonly MidiNote[], warnings: Warnings): readonly MidiNote[] {
  const keysInside = (shift: number): number =>
    notes.filter(({ key }) => key + shift >= LOWEST_KEY && key + shift <= HIGHEST_KEY).length;
  const shifts = [0, 12, -12, 24, -24, 36, -36, 48, 60];
  const best = shifts.reduce((a, b) => (keysInside(b) > keysInside(a) ? b : a));
  const moved = notes.map(note => ({ ...note, key: intoRange(note.key + best) }));
  const count = moved.filter(({ key }, i) => key !== notes[i]?.key).length;
  if (count > 0)
    warnings.warn('midi/transposed', `moved by octaves: ${count} of ${countOf(notes.length, 'note')}`);
  return moved;
}

function intoRange(key: number): number {
  if (key < LOWEST_KEY) return LOWEST_KEY + (key % 12);
  return key > HIGHEST_KEY ? HIGHEST_KEY - 11 + (key % 12) : key;
}
