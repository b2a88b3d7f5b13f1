import type { Warnings } from '../text/index.ts';
import { BPM_RANGE } from './check-tune.ts';
import type { MidiTempo } from './midi-file.ts';
import { DEFAULT_BPM } from './tables.ts';

interface TempoChange {
  /** In the units of the quantisation. */
  readonly start: number;
  readonly bpm: number;
}

/** The tempo at every place of a file. Places are asked for in order. */
export class TempoMap {
  readonly #changes: readonly TempoChange[];
  #current = 0;

  constructor(tempos: readonly MidiTempo[], units: (tick: number) => number, warnings: Warnings) {
    this.#changes = tempos.map(({ start, microsecondsPerQuarter }) => ({
      start: units(start),
      bpm: wholeBpm(60_000_000 / microsecondsPerQuarter, warnings),
    }));
  }

  bpmAt(place: number): number {
    while ((this.#changes[this.#current + 1]?.start ?? Number.POSITIVE_INFINITY) <= place) this.#current++;
    return this.#changes[this.#current]?.bpm ?? DEFAULT_BPM;
  }
}

/** Files say microseconds, so that 140 comes as 140.0001, which is no rounding to speak of. */
function wholeBpm(exact: number, warnings: Warnings): number {
  const bpm = Math.min(BPM_RANGE.max, Math.max(BPM_RANGE.min, Math.round(exact)));
  if (Math.abs(bpm - exact) > 0.1) {
    warnings.warn('midi/tempo-rounded', `${exact.toFixed(1)} beats a minute became ${bpm}`);
  }
  return bpm;
}
