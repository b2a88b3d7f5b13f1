import { DURATIONS, MODIFIERS } from './tables.ts';
import { lengthOfWhole } from './timing.ts';
import type { DurationModifier, TuneEvent } from './tune.ts';

/** A whole note has so many units: the smallest number in which every length of a tune is whole. */
export const UNITS_PER_WHOLE = 384;

type Length = Pick<TuneEvent, 'duration' | 'modifier'>;

/** A length and what it comes to. */
export interface QuantisedLength {
  readonly units: number;
  readonly length: Length;
}

/** The lengths that a format can say. */
class Lengths {
  /** The plain ones first, so that of two equally near ones the plainer is taken. */
  readonly rows: readonly QuantisedLength[];
  readonly shortest: QuantisedLength;
  readonly longest: QuantisedLength;
  #lasts: readonly (QuantisedLength | undefined)[] | undefined;

  constructor(modifiers: readonly DurationModifier[]) {
    this.rows = modifiers.flatMap(modifier =>
      DURATIONS.map(({ name: duration }) => ({
        units: lengthOfWhole({ duration, modifier }) * UNITS_PER_WHOLE,
        length: { duration, modifier },
      })),
    );
    this.shortest = this.rows.reduce((a, b) => (b.units < a.units ? b : a));
    this.longest = this.rows.reduce((a, b) => (b.units > a.units ? b : a));
  }

  /** The length nearest to so many units that does not exceed `max` units, or the shortest. */
  nearest(units: number, max: number): QuantisedLength {
    let best = this.shortest;
    for (const row of this.rows) {
      if (row.units <= max && Math.abs(row.units - units) < Math.abs(best.units - units)) best = row;
    }
    return best;
  }

  /**
   * Lengths that add up to so many units, the fewest possible; where none do, to as many units below as can be.
   * A generator, since a silence of hostile length has a great many.
   */
  *fill(units: number): Generator<QuantisedLength> {
    this.#lasts ??= this.#lastLengths();
    let left = Math.floor(units);
    while (left >= this.shortest.units) {
      const row = left < this.#lasts.length ? this.#lasts[left] : this.longest;
      if (row === undefined) left--;
      else {
        yield row;
        left -= row.units;
      }
    }
  }

  /** For every number of units the last length of a shortest row of lengths that adds up to it, where there is one. */
  #lastLengths(): (QuantisedLength | undefined)[] {
    const last: (QuantisedLength | undefined)[] = [];
    const count = [0];
    for (let units = 1; units <= 2 * this.longest.units; units++) {
      let fewest = Number.POSITIVE_INFINITY;
      for (const row of this.rows) {
        const before = count[units - row.units] ?? Number.POSITIVE_INFINITY;
        if (before + 1 >= fewest) continue;
        fewest = before + 1;
        last[units] = row;
      }
      count[units] = fewest;
    }
    return last;
  }
}

/** Every length of a tune. */
export const ALL_LENGTHS = new Lengths(MODIFIERS.map(row => row.name));

/** The lengths of RTTTL and RTX. */
export const PLAIN_LENGTHS = new Lengths(['none', 'dotted']);

/** Units of an event. */
export function unitsOf(event: Length): number {
  return lengthOfWhole(event) * UNITS_PER_WHOLE;
}

/** Milliseconds of one unit. */
export function unitMs(bpm: number): number {
  return 240_000 / bpm / UNITS_PER_WHOLE;
}
