import { MmsError } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import { printable } from '../../text/index.ts';
import type { Warnings } from '../../warnings.ts';
import { tooLong } from '../check-tune.ts';
import { withinRange } from '../rtttl-syntax.ts';
import { MAX_VOLUME } from '../tables.ts';
import { type MelodyEvent, SPECIFIERS, SWITCHES, type VolumeChange } from './grammar.ts';
import type { FieldValue } from './read-fields.ts';
import { writeEvent } from './write-object.ts';

/** The grammar has no block in a block, but some texts do. */
const MAX_REPEAT_DEPTH = 4;

/** The words come before the notes: `backon` begins like the note b. */
const EVENT = new RegExp(
  [
    `(?<word>${SWITCHES.join('|')})`,
    'V(?<volume>\\d{1,2}|[+-])',
    '(?:\\*(?<prefix>[0-8]))?(?<accidental>[#&])?(?<letter>[a-gr])(?<duration>[0-5])(?<specifier>[.:;])?',
  ].join('|'),
  'iy',
);
const BLOCK_START = /\(/y;
const BLOCK_END = /@(?<times>\d{1,4})(?:V(?<step>[+-]))?\)/iy;
/** What can stand at the end of a text that was cut. */
const CUT_EVENT = /^(?:\*?\d?[#&]?[a-gr]?|[a-z]{1,7}|@\d*(?:V[+-]?)?)$/i;
const MAX_CUT_EVENT = 8;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The events of a melody, whose lines may be folded anywhere. One that breaks off gives the events before.
 * @throws MmsError `imelody/syntax`, `ringtone/too-long`
 */
export function readMelody(value: FieldValue, warnings: Warnings): readonly MelodyEvent[] {
  return new MelodyReader(value, warnings).events(0);
}

/** The volume that `V7`, `V+` or `V-` gives after its letter. */
export function volumeChange(text: string, place: { warnings: Warnings; offset: number }): VolumeChange {
  return text === '+' || text === '-' ? text : withinRange(Number(text), 0, MAX_VOLUME, 'volume', place);
}

class MelodyReader {
  readonly #text: string;
  /** Place in the whole text of every character. */
  readonly #offsets: readonly number[];
  readonly #warnings: Warnings;
  #position = 0;
  #count = 0;

  constructor(pieces: FieldValue, warnings: Warnings) {
    const characters = pieces.flatMap(({ text, offset }) =>
      Array.from(text.matchAll(/\S/g), match => ({ text: match[0], offset: offset + match.index })),
    );
    this.#text = characters.map(character => character.text).join('');
    this.#offsets = characters.map(character => character.offset);
    this.#warnings = warnings;
  }

  /** Up to the end of the melody or, within a block, to its count. */
  events(depth: number): MelodyEvent[] {
    const events: MelodyEvent[] = [];
    while (this.#position < this.#text.length) {
      const offset = this.#offset;
      if (depth > 0 && this.#text[this.#position] === '@') break;
      const event = this.#event(offset);
      if (event !== undefined) events.push(event);
      else if (this.#match(BLOCK_START) !== undefined) events.push(...this.#block(depth, offset));
      else if (this.#skipCutEvent(offset)) break;
      else throw this.#syntaxError('expected a note or a control', offset);
    }
    return events;
  }

  #event(offset: number): MelodyEvent | undefined {
    const match = this.#match(EVENT);
    if (match === undefined) return undefined;
    if (++this.#count > LIMITS.maxTuneEvents) throw tooLong(this.#count);
    const event = eventOf(match.groups ?? {}, { warnings: this.#warnings, offset });
    const grammatical = writeEvent(event);
    if (grammatical !== match[0]) {
      this.#warnings.warn('imelody/dialect', `${match[0]} for ${grammatical}`, { offset });
    }
    return event;
  }

  /** A block, or the events of one that breaks off, for which no count is known. */
  #block(depth: number, offset: number): readonly MelodyEvent[] {
    if (depth === MAX_REPEAT_DEPTH) {
      throw this.#syntaxError(`expected at most ${MAX_REPEAT_DEPTH} blocks in each other`, offset);
    }
    if (depth > 0) this.#warnings.warn('imelody/dialect', 'a repeated block in a block', { offset });
    const events = this.events(depth + 1);
    const end = this.#match(BLOCK_END)?.groups;
    if (end === undefined) {
      if (this.#skipCutEvent(this.#offset)) return events;
      throw this.#syntaxError('expected a count and )', this.#offset);
    }
    const { times, step } = end;
    const volumeStep = step === '+' || step === '-' ? step : undefined;
    return [{ repeat: Number(times), volumeStep, events }];
  }

  /** True when what is left is the beginning of an event. */
  #skipCutEvent(offset: number): boolean {
    const left = this.#text.length - this.#position;
    if (left > MAX_CUT_EVENT || !CUT_EVENT.test(this.#text.slice(this.#position))) return false;
    this.#warnings.warn('imelody/cut-short', 'the melody breaks off', { offset });
    this.#position = this.#text.length;
    return true;
  }

  #match(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#position;
    const match = form.exec(this.#text);
    if (match === null) return undefined;
    this.#position = form.lastIndex;
    return match;
  }

  get #offset(): number {
    return this.#offsets[this.#position] ?? (this.#offsets.at(-1) ?? -1) + 1;
  }

  #syntaxError(expected: string, offset: number): MmsError {
    const found = printable(this.#text.slice(this.#position, this.#position + MAX_CUT_EVENT));
    return new MmsError('imelody/syntax', `${expected} at character ${offset + 1}, found '${found}'`, {
      offset,
    });
  }
}

function eventOf(groups: Groups, place: { warnings: Warnings; offset: number }): MelodyEvent {
  const { word, volume, prefix, accidental, letter = '', duration, specifier } = groups;
  if (volume !== undefined) return { volume: volumeChange(volume, place) };
  const name = word?.toLowerCase();
  const known = SWITCHES.find(other => other === name);
  if (known !== undefined) return { switch: known };
  const length = {
    duration: Number(duration),
    modifier: SPECIFIERS.find(({ character }) => character === specifier)?.name ?? 'none',
  } as const;
  if (letter.toLowerCase() === 'r') return { letter: 'r', ...length };
  return {
    letter: letter.toLowerCase(),
    ...(prefix === undefined ? {} : { prefix: Number(prefix) }),
    ...(accidental === '#' || accidental === '&' ? { accidental } : {}),
    ...length,
  };
}
