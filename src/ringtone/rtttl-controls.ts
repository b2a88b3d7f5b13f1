import { printable } from '../text/index.ts';
import { BPM_RANGE } from './check-tune.ts';
import { dialect, type Position, type RtttlGrammar, syntaxError, withinRange } from './rtttl-syntax.ts';
import {
  DEFAULT_BPM,
  DEFAULT_DURATION,
  DEFAULT_OCTAVE,
  DURATIONS,
  INFINITE_LOOP,
  MAX_VOLUME,
  SCALES,
  STYLES,
} from './tables.ts';
import type { NoteDuration, NoteStyle, Octave } from './tune.ts';

/** What controls have said so far. */
export interface Controls {
  duration: NoteDuration;
  octave: Octave;
  bpm: number;
  loop: number;
  style: NoteStyle | undefined;
  volume: number | undefined;
}

/** What applies before the first control. */
export function defaultControls(): Controls {
  return {
    duration: DEFAULT_DURATION,
    octave: DEFAULT_OCTAVE,
    bpm: DEFAULT_BPM,
    loop: 0,
    style: undefined,
    volume: undefined,
  };
}

/** The smallest grammar that has a control: in the control section, and between the notes. */
const CONTROLS: ReadonlyMap<string, { readonly section?: RtttlGrammar; readonly inline?: RtttlGrammar }> =
  new Map([
    ['d', { section: 'rtttl' }],
    ['o', { section: 'rtttl', inline: 'rtx' }],
    ['b', { section: 'rtttl', inline: 'rtx' }],
    ['s', { section: 'rtx', inline: 'rtx' }],
    ['l', { section: 'rtx' }],
    ['v', {}], // SMS::Ringtone::RTTTL::Parser only
  ]);

const DURATION_BY_TEXT: ReadonlyMap<string, NoteDuration> = new Map(
  DURATIONS.map(({ name }) => [String(name), name]),
);
const OCTAVE_BY_NUMBER: ReadonlyMap<number, Octave> = new Map(SCALES.map(({ name }) => [name, name]));

/** True for a command between the notes that cannot be a note: one with `=`, or of a letter that no note has. */
export function isControl(command: string): boolean {
  const letter = command.charAt(0);
  return (letter >= 'i' && letter <= 'z' && letter !== 'p') || command.includes('=');
}

/** Carries out a control such as `d=8` or `b715`; an unknown letter is ignored with a warning. */
export function applyControl(command: string, controls: Controls, position: Position): void {
  const letter = command.charAt(0);
  if (!/^[a-z]/.test(letter)) {
    throw syntaxError(`expected a control, found '${printable(command)}'`, position.offset);
  }
  const row = CONTROLS.get(letter);
  if (row === undefined) {
    position.warnings.warn('ringtone/unknown-control', `unknown control '${printable(command)}'`, {
      offset: position.offset,
    });
    return;
  }
  const since = position.isInline ? row.inline : row.section;
  if (since !== 'rtttl' && since !== position.grammar) {
    dialect(
      `control ${letter}= ${position.isInline ? 'between the notes' : 'in the control section'}`,
      position,
    );
  }
  setControl(letter, command.slice(command.charAt(1) === '=' ? 2 : 1), controls, position);
}

function setControl(letter: string, value: string, controls: Controls, position: Position): void {
  if (letter === 'd') controls.duration = parseDuration(value, position);
  else if (letter === 'o') controls.octave = parseOctave(value, position);
  else if (letter === 'b') controls.bpm = parseNumber(value, BPM_RANGE.min, BPM_RANGE.max, 'tempo', position);
  else if (letter === 's') controls.style = parseStyle(value, position);
  else if (letter === 'l') controls.loop = parseNumber(value, 0, INFINITE_LOOP, 'loop', position);
  else controls.volume = parseNumber(value, 0, MAX_VOLUME, 'volume', position);
}

/** @throws MmsError `ringtone/syntax` unless it is 1, 2, 4, 8, 16 or 32 */
export function parseDuration(text: string, { offset }: Position): NoteDuration {
  const duration = DURATION_BY_TEXT.get(text);
  if (duration !== undefined) return duration;
  throw syntaxError(`expected a duration of 1, 2, 4, 8, 16 or 32, found '${printable(text)}'`, offset);
}

/** An octave of the tune model; one above or below becomes the nearest, with a warning. */
export function parseOctave(text: string, position: Position): Octave {
  if (!/^\d$/.test(text))
    throw syntaxError(`expected an octave, found '${printable(text)}'`, position.offset);
  return octaveOf(Number(text) - (position.options.octaves === 'nokring' ? 1 : 0), position);
}

const [LOWEST, , , HIGHEST] = SCALES;

/** The octave of a number, or the nearest one with a warning. */
export function octaveOf(value: number, position: Position): Octave {
  return (
    OCTAVE_BY_NUMBER.get(value) ??
    OCTAVE_BY_NUMBER.get(withinRange(value, LOWEST.name, HIGHEST.name, 'octave', position)) ??
    DEFAULT_OCTAVE
  );
}

function parseStyle(text: string, { offset }: Position): NoteStyle {
  const row = STYLES.find(({ letter }) => letter.toLowerCase() === text);
  if (row !== undefined) return row.name;
  throw syntaxError(`expected style n, c or s, found '${printable(text)}'`, offset);
}

function parseNumber(text: string, min: number, max: number, what: string, position: Position): number {
  const [, digits, rest] = /^(\d{1,5}(?:\.\d{1,3})?)(bpm)?$/.exec(text) ?? [];
  if (digits === undefined)
    throw syntaxError(`expected a ${what}, found '${printable(text)}'`, position.offset);
  const value = Math.round(Number(digits));
  if (rest !== undefined || digits.includes('.'))
    dialect(`the ${what} '${text}', read as ${value}`, position);
  return withinRange(value, min, max, what, position);
}
