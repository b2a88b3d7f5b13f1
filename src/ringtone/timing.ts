import { requireArray, requireObject } from '../bytes/index.ts';
import { checkEvent, checkPitch } from './check-tune.ts';
import { MODIFIERS, NOTES } from './tables.ts';
import type { DurationModifier, NoteName, NoteStyle, Tone, Tune, TuneEvent } from './tune.ts';

const FACTORS: ReadonlyMap<DurationModifier, number> = new Map(MODIFIERS.map(row => [row.name, row.factor]));
const SEMITONES: ReadonlyMap<NoteName, number> = new Map(NOTES.map(row => [row.name, row.code - 1]));

/** Length of an event as a share of a whole note: 3/8 for a dotted quarter. */
export function lengthOfWhole(event: Pick<TuneEvent, 'duration' | 'modifier'>): number {
  return (FACTORS.get(event.modifier) ?? 1) / event.duration;
}

/**
 * Milliseconds from the start of an event to the start of the next: 60000/bpm for a quarter.
 * @throws MmsError `ringtone/tune-value`
 */
export function eventDurationMs(event: TuneEvent): number {
  return lengthMs(checkEvent(event, 'event'));
}

/** As {@link eventDurationMs}, of an event that is known to be sound. */
function lengthMs(event: TuneEvent): number {
  return (lengthOfWhole(event) * 4 * 60_000) / event.bpm;
}

/**
 * Milliseconds of a whole tune played once.
 * @throws MmsError `ringtone/tune-value`
 */
export function tuneDurationMs(tune: Pick<Tune, 'events'>): number {
  const { events } = requireObject(tune, 'a tune', 'tune');
  let total = 0;
  for (const [index, event] of requireArray(events, 'a list of events', 'tune.events').entries())
    total += lengthMs(checkEvent(event, `tune.events[${index}]`));
  return total;
}

/** Semitones above the C of the same octave, 0 to 11. */
export function semitone(note: Tone['note']): number {
  return SEMITONES.get(note) ?? 0;
}

/**
 * Key number of Standard MIDI Files at the true pitch: 69 for the A of octave 4, 440 Hz.
 * @throws MmsError `ringtone/tune-value`
 */
export function midiKey(tone: Pick<Tone, 'note' | 'octave'>): number {
  const { note, octave } = checkPitch(tone, 'tone');
  return 12 * (octave + 1) + semitone(note);
}

/**
 * Frequency of an event in hertz, equal temperament on A4 = 440 Hz; 0 for a rest.
 * @throws MmsError `ringtone/tune-value`
 */
export function eventFrequencyHz(event: TuneEvent): number {
  const sound = checkEvent(event, 'event');
  return sound.note === 'p' ? 0 : 440 * 2 ** ((midiKey(sound) - 69) / 12);
}

/** Share of its length for which a note sounds; a note without style is written full, as MIDI players expect. */
export function soundingShare(style: NoteStyle | undefined): number {
  return style === 'staccato' ? 1 / 2 : 1;
}
