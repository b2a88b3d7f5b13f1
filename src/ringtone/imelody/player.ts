import { LIMITS } from '../../limits.ts';
import type { Warnings } from '../../warnings.ts';
import { tooLong } from '../check-tune.ts';
import type { Pattern } from '../pattern-reader.ts';
import { DEFAULT_VOLUME, DURATIONS, INFINITE_LOOP, MAX_VOLUME, STYLES } from '../tables.ts';
import type { NoteStyle, TuneEvent } from '../tune.ts';
import {
  DEFAULT_BEAT,
  type IMelodyObject,
  type MelodyEvent,
  type Repeat,
  type VolumeChange,
  type WrittenNote,
} from './grammar.ts';
import { fitOctaves, type ToPitch } from './octaves.ts';

/** Changes of volume take time too, and a block is played twice to see whether its passes differ. */
const MAX_STEPS = LIMITS.maxTuneEvents * 4;

/** Plays an object through: what is said once, as the volume, becomes a property of each event. */
export class Player {
  readonly #warnings: Warnings;
  readonly #bpm: number;
  readonly #style: NoteStyle | undefined;
  readonly #toPitch: ToPitch;
  #volume: number | undefined;
  #steps = 0;

  constructor({ beat = DEFAULT_BEAT, style, volume, melody }: IMelodyObject, warnings: Warnings) {
    this.#warnings = warnings;
    this.#bpm = beat;
    this.#style = STYLES.find(row => row.code === style)?.name;
    this.#toPitch = fitOctaves(melody, warnings);
    if (volume !== undefined) this.#change(volume);
  }

  /**
   * The melody in stretches that are played once, or so many times.
   * @throws MmsError `ringtone/too-long`
   */
  patterns(melody: readonly MelodyEvent[]): Pattern[] {
    const patterns: Pattern[] = [];
    let events: TuneEvent[] = [];
    for (const event of melody) {
      if (!('repeat' in event)) {
        events.push(...this.#play([event]));
        continue;
      }
      patterns.push({ loop: 0, events }, this.#pattern(event));
      events = [];
    }
    return [...patterns, { loop: 0, events }].filter(pattern => pattern.events.length > 0);
  }

  /** A block as a pattern with its loop, or written out where the passes differ or are too many. */
  #pattern(block: Repeat): Pattern {
    const { repeat, volumeStep, events } = block;
    const volume = this.#volume;
    const first = this.#play(events);
    const second = this.#play(events);
    const isSame = second.every((event, index) => volumeOf(event) === volumeOf(first[index]));
    if (repeat === 0) {
      if (!isSame || volumeStep !== undefined) {
        this.#warnings.warn(
          'ringtone/left-out',
          'a tune has no change of volume from pass to pass without end',
        );
      }
      return { loop: INFINITE_LOOP, events: first };
    }
    if (isSame && volumeStep === undefined && repeat < INFINITE_LOOP) return { loop: repeat, events: first };
    this.#volume = volume;
    this.#warnings.warn('ringtone/loop-written-out', `a block is played ${repeat + 1} times`);
    return { loop: 0, events: this.#play([block]) };
  }

  /** Everything written out; what repeats without end once. */
  #play(melody: readonly MelodyEvent[], events: TuneEvent[] = []): TuneEvent[] {
    for (const event of melody) {
      if ('volume' in event) this.#change(event.volume);
      else if ('repeat' in event) this.#repeat(event, events);
      else if ('letter' in event) events.push(this.#note(event));
      if (events.length > LIMITS.maxTuneEvents || ++this.#steps > MAX_STEPS) throw tooLong(events.length);
    }
    return events;
  }

  #repeat({ repeat, volumeStep, events: melody }: Repeat, events: TuneEvent[]): void {
    const { length } = events;
    for (let pass = 0; pass <= repeat; pass++) {
      this.#play(melody, events);
      if (events.length === length) return;
      if (volumeStep !== undefined) this.#change(volumeStep);
    }
  }

  #note(written: WrittenNote): TuneEvent {
    const { modifier } = written;
    const duration = DURATIONS.find(row => row.code === written.duration)?.name ?? 4;
    const bpm = this.#bpm;
    if (written.letter === 'r') return { note: 'p', duration, modifier, bpm };
    return {
      ...this.#toPitch(written),
      duration,
      modifier,
      bpm,
      ...(this.#style === undefined ? {} : { style: this.#style }),
      ...(this.#volume === undefined ? {} : { volume: this.#volume }),
    };
  }

  #change(change: VolumeChange): void {
    const { min, max } = Math;
    const volume = this.#volume ?? DEFAULT_VOLUME;
    if (change === '+') this.#volume = min(MAX_VOLUME, volume + 1);
    else if (change === '-') this.#volume = max(0, volume - 1);
    else this.#volume = change;
  }
}

function volumeOf(event: TuneEvent | undefined): number | undefined {
  return event === undefined || event.note === 'p' ? undefined : event.volume;
}
