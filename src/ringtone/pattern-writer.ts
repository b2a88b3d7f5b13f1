import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';
import type { BitWriter } from './bits.ts';
import {
  DEFAULT_VOLUME,
  DURATIONS,
  INSTRUCTIONS,
  MAX_INSTRUCTIONS,
  MAX_PATTERNS,
  MODIFIERS,
  NOTES,
  SCALES,
  STYLES,
} from './tables.ts';
import { type TempoRounding, tempoBpm, tempoIndex } from './tempo.ts';
import type { NoteStyle, TuneEvent } from './tune.ts';

/** The options that concern patterns. */
export interface PatternOptions {
  readonly style?: NoteStyle | undefined;
  readonly tempoRounding: TempoRounding;
  readonly longTune: 'patterns' | 'refuse';
}

function codes<Name>(
  rows: readonly { readonly code: number; readonly name: Name }[],
): (name: Name) => number {
  const byName = new Map(rows.map(row => [row.name, row.code]));
  return name => byName.get(name) ?? 0;
}

const noteCode = codes(NOTES);
const durationCode = codes(DURATIONS);
const modifierCode = codes(MODIFIERS);
const scaleCode = codes(SCALES);
const styleCode = codes(STYLES);

/** The instructions before a note, in the order of writing; the state of a player is one number for each. */
const STATE = [INSTRUCTIONS.scale, INSTRUCTIONS.style, INSTRUCTIONS.tempo, INSTRUCTIONS.volume] as const;
const SCALE = 0;
const STYLE = 1;
const TEMPO = 2;
const VOLUME = 3;
const UNKNOWN = -1;

type Instruction = (typeof INSTRUCTIONS)[keyof typeof INSTRUCTIONS];
const ID_BITS = 3;

/** Writes the events of a tune as patterns A to D of at most 255 instructions each. */
export class PatternWriter {
  readonly #bits: BitWriter;
  readonly #options: PatternOptions;
  readonly #warnings: Warnings;
  readonly #state = [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN];
  readonly #wanted = [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN];
  readonly #tempos = new Map<number, number>();
  #patterns = 0;
  #instructions = 0;
  #specifier = 0;
  #styleSaid = false;
  #volumeSaid = false;

  constructor(bits: BitWriter, options: PatternOptions, warnings: Warnings) {
    this.#bits = bits;
    this.#options = options;
    this.#warnings = warnings;
  }

  /** @throws MmsError `ringtone/too-many-instructions` */
  write(events: readonly TuneEvent[], loop: number): void {
    const sequenceLength = this.#bits.reserve(8);
    const firstLoop = this.#begin();
    for (const event of events) this.#write(event);
    this.#end();
    this.#bits.fill(sequenceLength, this.#patterns, 8);
    if (this.#patterns === 1) this.#bits.fill(firstLoop, loop, 4);
    else if (loop > 0) {
      this.#warnings.warn('ringtone/loop-left-out', `${this.#patterns} patterns, so the tune plays once`, {
        path: 'loop',
      });
    }
  }

  /** Begins a pattern, at whose start nothing is known of the player, and returns the place of its loop-value. */
  #begin(): number {
    if (this.#patterns === MAX_PATTERNS) {
      throw new MmsError(
        'ringtone/too-many-instructions',
        `expected at most ${MAX_PATTERNS} patterns of ${MAX_INSTRUCTIONS} instructions`,
        { path: 'events', hint: 'shorten the tune, or change octave, style and tempo less often' },
      );
    }
    this.#state.fill(UNKNOWN);
    this.#bits.bits(0b000, 3); // pattern-header-id
    this.#bits.bits(this.#patterns++, 2);
    const loop = this.#bits.reserve(4);
    this.#specifier = this.#bits.reserve(8);
    this.#instructions = 0;
    return loop;
  }

  #end(): void {
    this.#bits.fill(this.#specifier, this.#instructions, 8);
  }

  /** A note and what changes before it stay in one pattern. */
  #write(event: TuneEvent): void {
    this.#want(event);
    if (this.#instructions + this.#changes() + 1 > MAX_INSTRUCTIONS) {
      this.#end();
      if (this.#options.longTune === 'refuse') {
        throw new MmsError(
          'ringtone/too-many-instructions',
          `expected at most ${MAX_INSTRUCTIONS} instructions`,
          {
            path: 'events',
          },
        );
      }
      this.#begin();
    }
    this.#writeChanges();
    const note =
      (noteCode(event.note) << 5) | (durationCode(event.duration) << 2) | modifierCode(event.modifier);
    this.#instruct(INSTRUCTIONS.note, note);
  }

  /** The state that the event needs. A rest needs a tempo only. */
  #want(event: TuneEvent): void {
    const wanted = this.#wanted;
    wanted.fill(UNKNOWN);
    wanted[TEMPO] = this.#tempo(event.bpm);
    if (event.note === 'p') return;
    wanted[SCALE] = scaleCode(event.octave);
    const style = event.style ?? this.#options.style ?? (this.#styleSaid ? 'natural' : undefined);
    if (style !== undefined) wanted[STYLE] = styleCode(style);
    const volume = event.volume ?? (this.#volumeSaid ? DEFAULT_VOLUME : undefined);
    if (volume !== undefined) wanted[VOLUME] = volume;
    this.#styleSaid ||= style !== undefined;
    this.#volumeSaid ||= volume !== undefined;
  }

  #changes(): number {
    let changes = 0;
    for (let i = 0; i < STATE.length; i++) if (this.#isChange(i)) changes++;
    return changes;
  }

  #isChange(i: number): boolean {
    return this.#wanted[i] !== UNKNOWN && this.#wanted[i] !== this.#state[i];
  }

  #writeChanges(): void {
    for (let i = 0; i < STATE.length; i++) {
      const instruction = STATE[i];
      if (instruction === undefined || !this.#isChange(i)) continue;
      const value = this.#wanted[i] ?? 0;
      this.#instruct(instruction, value);
      this.#state[i] = value;
    }
  }

  #instruct({ id, payloadBits }: Instruction, payload: number): void {
    this.#bits.bits((id << payloadBits) | payload, ID_BITS + payloadBits);
    this.#instructions++;
  }

  /** Index of the tempo; one that the table does not have is reported once. */
  #tempo(bpm: number): number {
    let index = this.#tempos.get(bpm);
    if (index === undefined) {
      index = tempoIndex(bpm, this.#options.tempoRounding);
      this.#tempos.set(bpm, index);
      if (tempoBpm(index) !== bpm) {
        this.#warnings.warn('ringtone/tempo-rounded', `${bpm} beats a minute became ${tempoBpm(index)}`);
      }
    }
    return index;
  }
}
