import type { Warnings } from '../warnings.ts';
import { BPM_RANGE } from './check-tune.ts';
import type { MidiTempo } from './midi-file.ts';
import { unitMs } from './quantise.ts';

interface TempoChange {
  /** In the units of the quantisation. */
  readonly start: number;
  readonly bpm: number;
  /** As the file says it. */
  readonly exactBpm: number;
}

/** A part of a file without a change of tempo. */
export interface TempoStretch {
  readonly units: number;
  readonly bpm: number;
  readonly ms: number;
}

/** The tempo at every place of a file. Places are asked for in order. */
export class TempoMap {
  readonly #changes: readonly TempoChange[];
  #current = 0;

  /** @param tempos the first of them begins at 0 */
  constructor(tempos: readonly MidiTempo[], units: (tick: number) => number, warnings: Warnings) {
    this.#changes = tempos.map(({ start, microsecondsPerQuarter }) => {
      const exactBpm = 60_000_000 / microsecondsPerQuarter;
      return { start: units(start), bpm: wholeBpm(exactBpm, warnings), exactBpm };
    });
  }

  /** What lies between two places, by tempo; at least one stretch. */
  *stretches(from: number, to: number): Generator<TempoStretch> {
    let place = from;
    for (;;) {
      const nextStart = this.#changes[this.#current + 1]?.start ?? Number.POSITIVE_INFINITY;
      if (nextStart <= place) {
        this.#current++;
        continue;
      }
      const end = Math.min(nextStart, to);
      const { bpm, exactBpm } = this.#changes[this.#current] ?? { bpm: 0, exactBpm: 0 };
      yield { units: end - place, bpm, ms: (end - place) * unitMs(exactBpm) };
      place = end;
      if (place >= to) return;
    }
  }
}

/** Files say microseconds, so that 140 comes as 140.0001, which is hardly rounding. */
function wholeBpm(exact: number, warnings: Warnings): number {
  const bpm = Math.min(BPM_RANGE.max, Math.max(BPM_RANGE.min, Math.round(exact)));
  if (Math.abs(bpm - exact) > 0.1) {
    warnings.warn('midi/tempo-rounded', `${exact.toFixed(1)} beats a minute became ${bpm}`);
  }
  return bpm;
}
