import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { indexOfControl, printable } from '../text/index.ts';
import { DURATIONS, INFINITE_LOOP, MAX_VOLUME, MODIFIERS, NOTES, SCALES, STYLES } from './tables.ts';
import type { Tone, Tune, TuneEvent } from './tune.ts';

/** Range of a tempo in the tune model; RTTTL files carry any number, the binary form 25 to 900. */
export const BPM_RANGE = { min: 5, max: 1000 } as const;

/** Longest title of the tune model, in UTF-16 units. */
export const MAX_TITLE = 100;

/** The names that a key of an event can have. */
class Names<Name> {
  readonly names: readonly Name[];
  readonly #known: ReadonlySet<unknown>;

  constructor(rows: readonly { readonly name: Name }[]) {
    this.names = rows.map(row => row.name);
    this.#known = new Set(this.names);
  }

  has(value: unknown): value is Name {
    return this.#known.has(value);
  }
}

const TONES = new Names(NOTES.filter(row => row.name !== 'p'));
const EVENT_DURATIONS = new Names(DURATIONS);
const EVENT_MODIFIERS = new Names(MODIFIERS);
const OCTAVES = new Names(SCALES);
const EVENT_STYLES = new Names(STYLES);

/**
 * The tune in a value of unknown origin, such as parsed JSON, or a tune that a caller built: `title`, `loop` and
 * `modifier` have the defaults `''`, 0 and `none`, unknown keys are left out.
 * @throws MmsError `ringtone/tune-value` with the path of the bad value, `ringtone/title`, `ringtone/empty`,
 *   `ringtone/too-long`
 */
export function checkTune(value: unknown): Tune {
  const tune = record(value, '$');
  const events = tune['events'];
  if (!Array.isArray(events)) throw bad('events', 'a list', events);
  if (events.length === 0)
    throw new MmsError('ringtone/empty', 'expected at least one event', { path: 'events' });
  if (events.length > LIMITS.maxTuneEvents) throw tooLong(events.length);
  return {
    title: checkTitle(tune['title'] ?? ''),
    loop: integer(tune['loop'] ?? 0, 0, INFINITE_LOOP, 'loop'),
    events: events.map((event, index) => checkEvent(event, index)),
  };
}

/** The error of a tune with too many events. */
export function tooLong(events: number): MmsError {
  return new MmsError(
    'ringtone/too-long',
    `expected at most ${LIMITS.maxTuneEvents} events, found ${events}`,
  );
}

function checkTitle(title: unknown): string {
  if (typeof title !== 'string') throw bad('title', 'a text', title);
  const control = indexOfControl(title);
  if (control >= 0) {
    throw new MmsError('ringtone/title', `a control character at character ${control + 1} of the title`, {
      path: 'title',
    });
  }
  if (title.length > MAX_TITLE) {
    throw new MmsError('ringtone/title', `expected at most ${MAX_TITLE} characters, found ${title.length}`, {
      path: 'title',
    });
  }
  return title;
}

/**
 * One event in a value of unknown origin, as {@link checkTune} reads it.
 * @throws MmsError `ringtone/tune-value`
 */
export function checkEvent(value: unknown, place: Place): TuneEvent {
  const event = record(value, place);
  const duration = oneOf(EVENT_DURATIONS, event['duration'], place, 'duration');
  const modifier = oneOf(EVENT_MODIFIERS, event['modifier'] ?? 'none', place, 'modifier');
  const bpm = integer(event['bpm'], BPM_RANGE.min, BPM_RANGE.max, place, 'bpm');
  if (event['note'] === 'p') return { note: 'p', duration, modifier, bpm };
  const { note, octave } = checkPitch(event, place);
  const tone: { -readonly [Key in keyof Tone]: Tone[Key] } = { note, octave, duration, modifier, bpm };
  const style = Object.hasOwn(event, 'style') ? event['style'] : undefined;
  const volume = Object.hasOwn(event, 'volume') ? event['volume'] : undefined;
  if (style !== undefined) tone.style = oneOf(EVENT_STYLES, style, place, 'style');
  if (volume !== undefined) tone.volume = integer(volume, 0, MAX_VOLUME, place, 'volume');
  return tone;
}

/**
 * Note and octave of a tone in a value of unknown origin.
 * @throws MmsError `ringtone/tune-value`
 */
export function checkPitch(value: unknown, place: Place): Pick<Tone, 'note' | 'octave'> {
  const tone = record(value, place);
  return {
    note: oneOf(TONES, tone['note'], place, 'note'),
    octave: oneOf(OCTAVES, tone['octave'], place, 'octave'),
  };
}

/** A path, or the index of an event: its path is made for an error alone. */
type Place = string | number;

type Unchecked = Readonly<Record<string, unknown>>;

function record(value: unknown, place: Place): Unchecked {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Unchecked;
  throw bad(pathOf(place), 'an object', value);
}

function oneOf<Name>(names: Names<Name>, value: unknown, place: Place, key: string): Name {
  if (names.has(value)) return value;
  throw bad(pathOf(place, key), `one of ${names.names.join(', ')}`, value);
}

function integer(value: unknown, min: number, max: number, place: Place, key?: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw bad(pathOf(place, key), `an integer from ${min} to ${max}`, value);
}

function pathOf(place: Place, key?: string): string {
  const path = typeof place === 'number' ? `events[${place}]` : place;
  return key === undefined ? path : `${path}.${key}`;
}

function bad(path: string, expected: string, found: unknown): MmsError {
  const shown = typeof found === 'string' ? `'${printable(found.slice(0, 40))}'` : kindOf(found);
  return new MmsError('ringtone/tune-value', `expected ${expected}, found ${shown}`, { path });
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value;
}
