import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';
import type { BitReader } from './bits.ts';
import {
  DEFAULT_BINARY_OCTAVE,
  DEFAULT_BPM,
  DURATIONS,
  INSTRUCTIONS,
  MODIFIERS,
  NOTES,
  SCALES,
  STYLES,
} from './tables.ts';
import { tempoBpm } from './tempo.ts';
import type { NoteStyle, Octave, TuneEvent } from './tune.ts';

/** A pattern of a song with its loop-value: how often it repeats, 15 without end. */
export interface Pattern {
  readonly loop: number;
  readonly events: readonly TuneEvent[];
}

const PATTERN = { name: 'pattern' } as const;

const INSTRUCTION_NAMES = new Map(
  Object.entries(INSTRUCTIONS).map(([name, row]) => [row.id as number, name]),
);

/** Reads the patterns of one song; scale, tempo, style and volume stay in force from pattern to pattern. */
export class PatternReader {
  readonly #reader: BitReader;
  readonly #warnings: Warnings;
  readonly #defined = new Map<number, readonly TuneEvent[]>();
  #octave: Octave = DEFAULT_BINARY_OCTAVE;
  #bpm = DEFAULT_BPM;
  #style: NoteStyle | undefined;
  #volume: number | undefined;
  #loop = 0;
  #events: TuneEvent[] = [];

  constructor(reader: BitReader, warnings: Warnings) {
    this.#reader = reader;
    this.#warnings = warnings;
  }

  /** @throws MmsError `bytes/truncated`, `ringtone/not-a-ringing-tone` at an instruction without known length */
  read(index: number): Pattern {
    const reader = this.#reader;
    this.#events = [];
    reader.enter(index, PATTERN);
    const at = reader.offset;
    if (reader.field('patternHeaderId', 3) !== 0) {
      throw new MmsError('ringtone/not-a-ringing-tone', 'expected a pattern header', { offset: at });
    }
    const id = reader.field('patternId', 2);
    this.#loop = reader.field('loopValue', 4);
    const instructions = reader.field('patternSpecifier', 8);
    if (instructions === 0) this.#reuse(id, at);
    else for (let i = 0; i < instructions; i++) this.#instruction();
    this.#defined.set(id, this.#events);
    reader.leave();
    return { loop: this.#loop, events: this.#events };
  }

  /** What could be read of the pattern at which reading failed: one pattern, or none. */
  unfinished(): Pattern[] {
    return this.#events.length === 0 ? [] : [{ loop: this.#loop, events: this.#events }];
  }

  #reuse(id: number, offset: number): void {
    const events = this.#defined.get(id);
    if (events === undefined) {
      this.#warnings.warn('ringtone/reserved-value', 'a pattern is reused before it is defined', { offset });
    }
    this.#events = [...(events ?? [])];
  }

  #instruction(): void {
    const reader = this.#reader;
    const at = reader.offset;
    const id = reader.peek(3);
    const name = INSTRUCTION_NAMES.get(id);
    if (name === undefined) {
      throw new MmsError('ringtone/not-a-ringing-tone', `unknown instruction ${id}`, { offset: at });
    }
    reader.enter(name);
    reader.piece('instructionId', 3);
    reader.leave(this.#execute(id, at));
  }

  /** Reads the payload of an instruction, does what it says and returns its value. */
  #execute(id: number, offset: number): unknown {
    const reader = this.#reader;
    switch (id) {
      case INSTRUCTIONS.note.id:
        return this.#note(offset);
      case INSTRUCTIONS.scale.id:
        this.#octave = SCALES[reader.piece('scale', 2)]?.name ?? this.#octave;
        return this.#octave;
      case INSTRUCTIONS.style.id:
        this.#style = this.#known(STYLES[reader.piece('style', 2)]?.name, this.#style, 'style', offset);
        return this.#style;
      case INSTRUCTIONS.tempo.id:
        this.#bpm = tempoBpm(reader.piece('tempo', 5));
        return this.#bpm;
      default:
        this.#volume = reader.piece('volume', 4);
        return this.#volume;
    }
  }

  #note(offset: number): TuneEvent {
    const reader = this.#reader;
    const note = this.#known(NOTES[reader.piece('noteValue', 4)]?.name, 'p', 'note', offset);
    const duration = this.#known(DURATIONS[reader.piece('noteDuration', 3)]?.name, 32, 'duration', offset);
    const modifier = MODIFIERS[reader.piece('durationSpecifier', 2)]?.name ?? 'none';
    const length = { duration, modifier, bpm: this.#bpm };
    const event: TuneEvent =
      note === 'p'
        ? { note, ...length }
        : {
            note,
            octave: this.#octave,
            ...length,
            ...(this.#style === undefined ? {} : { style: this.#style }),
            ...(this.#volume === undefined ? {} : { volume: this.#volume }),
          };
    this.#events.push(event);
    return event;
  }

  #known<T>(value: T | undefined, otherwise: T, what: string, offset: number): T {
    if (value !== undefined) return value;
    this.#warnings.warn('ringtone/reserved-value', `a reserved ${what}, read as ${String(otherwise)}`, {
      offset,
    });
    return otherwise;
  }
}
