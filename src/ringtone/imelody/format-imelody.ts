import { MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { Warnings } from '../../warnings.ts';
import { checkTune } from '../check-tune.ts';
import { ISSUE_ROWS } from '../issue-rows.ts';
import { checkWriteOptions } from '../options.ts';
import { DEFAULT_VOLUME, DURATIONS, INFINITE_LOOP, STYLES } from '../tables.ts';
import type { NoteStyle, Tone, Tune, TuneEvent } from '../tune.ts';
import {
  BEAT_RANGE,
  DEFAULT_BEAT,
  DEFAULT_PREFIX,
  type IMelodyObject,
  type MelodyEvent,
  OCTAVE_OF_PREFIX_0,
} from './grammar.ts';
import { writeObject } from './write-object.ts';

/** How iMelody text is written. */
export interface FormatIMelodyOptions {
  /** `1.2` (default) has all fields, `1.0` only what is needed, `melody` no header: these save octets. */
  readonly form?: '1.2' | '1.0' | 'melody' | undefined;
  /**
   * The prefix holds for one note, but one player lets it hold on. `every` (default): where a tune leaves the middle
   * octave, every note has one; `needed`: only those outside it.
   */
  readonly octaves?: 'every' | 'needed' | undefined;
  /** A finite loop as notes (default), which all players play alike, or as `(…@n)`. */
  readonly loops?: 'written-out' | 'counted' | undefined;
  /** Receives a finding for everything that the text does not say as the tune does. */
  readonly warnings?: Issue[] | undefined;
}

/** What {@link formatIMelody} does unless told otherwise. */
export const IMELODY_DEFAULTS = { form: '1.2', octaves: 'every', loops: 'written-out' } as const;

/**
 * An iMelody object (EMS iMelody 1.2), its lines ending with CR LF, the melody in one line. The tempo is brought into 25
 * to 900; of several styles the first is taken.
 * @throws MmsError `ringtone/not-expressible` when the tempo changes, and as {@link checkTune}
 * @example
 * formatIMelody(parseRtttl('x:d=4,o=5,b=160:c,d,e'))
 */
export function formatIMelody(tune: Tune, options: FormatIMelodyOptions = {}): string {
  checkWriteOptions(options);
  return writeObject(objectOf(checkTune(tune), options, new Warnings(ISSUE_ROWS, false, options.warnings)));
}

function objectOf(tune: Tune, options: FormatIMelodyOptions, warnings: Warnings): IMelodyObject {
  const { form = IMELODY_DEFAULTS.form } = options;
  const beat = beatOf(tune.events, warnings);
  const style = styleOf(tune.events, warnings);
  const code = STYLES.find(row => row.name === style)?.code;
  const melody = melodyOf(tune, options, warnings);
  const name = tune.title.trim();
  if (form === '1.2') {
    return { version: form, name: name === '' ? undefined : name, beat, style: code, melody };
  }
  if (name !== '') warnings.warn('ringtone/left-out', 'this form has no name');
  const needed = {
    beat: beat === DEFAULT_BEAT ? undefined : beat,
    style: style === 'natural' ? undefined : code,
    melody,
  };
  if (form === '1.0') return { version: form, ...needed };
  if (needed.beat !== undefined) warnings.warn('ringtone/left-out', 'a melody without header has no tempo');
  if (needed.style !== undefined) warnings.warn('ringtone/left-out', 'a melody without header has no style');
  return { melody };
}

function beatOf(events: readonly TuneEvent[], warnings: Warnings): number {
  const bpm = events[0]?.bpm ?? DEFAULT_BEAT;
  const change = events.findIndex(event => event.bpm !== bpm);
  if (change >= 0) {
    throw new MmsError('ringtone/not-expressible', 'iMelody has one tempo for the whole tune', {
      path: `events[${change}].bpm`,
    });
  }
  const beat = Math.min(BEAT_RANGE.max, Math.max(BEAT_RANGE.min, bpm));
  if (beat !== bpm) warnings.warn('ringtone/tempo-rounded', `${bpm} beats a minute became ${beat}`);
  return beat;
}

function styleOf(events: readonly TuneEvent[], warnings: Warnings): NoteStyle {
  const styles = events.flatMap(event => (event.note === 'p' ? [] : [event.style ?? 'natural']));
  const [first = 'natural'] = styles;
  if (styles.some(style => style !== first)) {
    warnings.warn('ringtone/left-out', `iMelody has one style for the whole tune: ${first}`);
  }
  return first;
}

function melodyOf(
  { events, loop }: Tune,
  { octaves = IMELODY_DEFAULTS.octaves, loops = IMELODY_DEFAULTS.loops }: FormatIMelodyOptions,
  warnings: Warnings,
): readonly MelodyEvent[] {
  const needsPrefix = (tone: Tone): boolean => prefixOf(tone) !== DEFAULT_PREFIX;
  const hasPrefixes = events.some(event => event.note !== 'p' && needsPrefix(event));
  const isPrefixed = (tone: Tone): boolean => (octaves === 'every' ? hasPrefixes : needsPrefix(tone));
  const melody = eventsOf(events, isPrefixed);
  if (loop === 0) return melody;
  if (loop === INFINITE_LOOP) return [{ repeat: 0, events: melody }];
  if (loops === 'counted' || events.length * (loop + 1) > LIMITS.maxTuneEvents) {
    return [{ repeat: loop, events: melody }];
  }
  warnings.warn('ringtone/loop-written-out', `the tune is played ${loop + 1} times`);
  return Array.from({ length: loop + 1 }, () => melody).flat();
}

/** A volume stands before the note from which on it holds; the first one also where it is the default. */
function eventsOf(events: readonly TuneEvent[], isPrefixed: (tone: Tone) => boolean): MelodyEvent[] {
  const hasVolume = events.some(event => event.note !== 'p' && event.volume !== undefined);
  let volume: number | undefined;
  return events.flatMap(event => {
    const { modifier } = event;
    const duration = DURATIONS.find(row => row.name === event.duration)?.code ?? 0;
    if (event.note === 'p') return [{ letter: 'r', duration, modifier }];
    const note = {
      letter: event.note.charAt(0),
      ...(event.note.length > 1 ? { accidental: '#' as const } : {}),
      ...(isPrefixed(event) ? { prefix: prefixOf(event) } : {}),
      duration,
      modifier,
    };
    const wanted = event.volume ?? DEFAULT_VOLUME;
    if (!hasVolume || wanted === volume) return [note];
    volume = wanted;
    return [{ volume: wanted }, note];
  });
}

function prefixOf(tone: Tone): number {
  return tone.octave - OCTAVE_OF_PREFIX_0;
}
