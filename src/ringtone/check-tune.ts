import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { indexOfControl, printable } from '../text/index.ts';
import { DURATIONS, INFINITE_LOOP, MAX_VOLUME, MODIFIERS, NOTES, SCALES, STYLES } from './tables.ts';
import type { Tune, TuneEvent } from './tune.ts';

/** Range of a tempo in the tune model; RTTTL files carry any number, the binary form 25 to 900. */
export const BPM_RANGE = { min: 5, max: 1000 } as const;

/** Longest title of the tune model, in UTF-16 units. */
export const MAX_TITLE = 100;

interface Named<Name> {
  readonly name: Name;
}

const TONES = NOTES.filter(row => row.name !== 'p');

/**
 * The tune in a value of unknown origin, such as parsed JSON, or a tune that a caller built: `title`, `loop` and
 * `modifier` have the defaults `''`, 0 and `none`, unknown keys are left out.
 * @throws MmsError `ringtone/tune-value` with the path of the bad value, `ringtone/title`, `ringtone/empty`,
 *   `ringtone/too-long`
 */
export function checkTune(value: unknown): Tune {
  const tune = record(value, undefined);
  const events = own(tune, 'events');
  if (!Array.isArray(events)) throw bad('events', 'a list', events);
  if (events.length === 0)
    throw new MmsError('ringtone/empty', 'expected at least one event', { path: 'events' });
  if (events.length > LIMITS.maxTuneEvents) throw tooLong(events.length);
  return {
    title: checkTitle(own(tune, 'title') ?? ''),
    loop: integer(own(tune, 'loop') ?? 0, 'loop', 0, INFINITE_LOOP),
    events: events.map(checkEvent),
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

function checkEvent(value: unknown, index: number): TuneEvent {
  const path = `events[${index}]`;
  const event = record(value, path);
  const length = {
    duration: oneOf(DURATIONS, own(event, 'duration'), path, 'duration'),
    modifier: oneOf(MODIFIERS, own(event, 'modifier') ?? 'none', path, 'modifier'),
    bpm: integer(own(event, 'bpm'), `${path}.bpm`, BPM_RANGE.min, BPM_RANGE.max),
  };
  if (own(event, 'note') === 'p') return { note: 'p', ...length };
  const style = own(event, 'style');
  const volume = own(event, 'volume');
  return {
    note: oneOf(TONES, own(event, 'note'), path, 'note'),
    octave: oneOf(SCALES, own(event, 'octave'), path, 'octave'),
    ...length,
    ...(style === undefined ? {} : { style: oneOf(STYLES, style, path, 'style') }),
    ...(volume === undefined ? {} : { volume: integer(volume, `${path}.volume`, 0, MAX_VOLUME) }),
  };
}

function record(value: unknown, path: string | undefined): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw bad(path, 'an object', value);
}

function own(from: object, key: string): unknown {
  return Object.hasOwn(from, key) ? (from as Readonly<Record<string, unknown>>)[key] : undefined;
}

function oneOf<Name>(rows: readonly Named<Name>[], value: unknown, path: string, key: string): Name {
  for (const row of rows) if (row.name === value) return row.name;
  throw bad(`${path}.${key}`, `one of ${rows.map(row => row.name).join(', ')}`, value);
}

function integer(value: unknown, path: string, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw bad(path, `an integer from ${min} to ${max}`, value);
}

function bad(path: string | undefined, expected: string, found: unknown): MmsError {
  const shown = typeof found === 'string' ? `'${printable(found.slice(0, 40))}'` : kindOf(found);
  return new MmsError('ringtone/tune-value', `expected ${expected}, found ${shown}`, { path });
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value;
}
