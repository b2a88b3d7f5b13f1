import { DURATIONS, MODIFIERS } from './tables.ts';
import { lengthOfWhole } from './timing.ts';
import type { TuneEvent } from './tune.ts';

/** A whole note has so many units: the smallest number in which every length of a tune is whole. */
export const UNITS_PER_WHOLE = 384;

type Length = Pick<TuneEvent, 'duration' | 'modifier'>;

/** A length and what it comes to. */
export interface QuantisedLength {
  readonly units: number;
  readonly length: Length;
}

/** All lengths, the plain ones first, so that of two equally near ones the plainer is taken. */
const LENGTHS: readonly QuantisedLength[] = MODIFIERS.flatMap(({ name: modifier }) =>
  DURATIONS.map(({ name: duration }) => {
    const length = { duration, modifier };
    return { units: lengthOfWhole(length) * UNITS_PER_WHOLE, length };
  }),
);

/** Units of the shortest length. */
export const SHORTEST_UNITS = Math.min(...LENGTHS.map(row => row.units));
const LONGEST_UNITS = Math.max(...LENGTHS.map(row => row.units));

/** The length nearest to so many units that does not exceed `max` units, or the shortest. */
export function nearestLength(units: number, max: number): QuantisedLength {
  let best: QuantisedLength | undefined;
  for (const row of LENGTHS) {
    if (row.units > Math.max(max, SHORTEST_UNITS)) continue;
    if (best === undefined || Math.abs(row.units - units) < Math.abs(best.units - units)) best = row;
  }
  return best ?? { units: SHORTEST_UNITS, length: { duration: 32, modifier: 'two-thirds' } };
}

/** For every number of units the last length of a shortest row of lengths that adds up to it, where there is one. */
const LAST: readonly (QuantisedLength | undefined)[] = lastLengths(2 * LONGEST_UNITS);

function lastLengths(upTo: number): (QuantisedLength | undefined)[] {
  const last: (QuantisedLength | undefined)[] = [];
  const count = [0];
  for (let units = 1; units <= upTo; units++) {
    let fewest = Number.POSITIVE_INFINITY;
    for (const row of LENGTHS) {
      const before = count[units - row.units] ?? Number.POSITIVE_INFINITY;
      if (before + 1 >= fewest) continue;
      fewest = before + 1;
      last[units] = row;
    }
    count[units] = fewest;
  }
  return last;
}

/**
 * Lengths that add up to so many units, the fewest possible; where none do, to as many units below as can be.
 * A generator, since a silence of hostile length has a great many.
 */
export function* lengthsOf(units: number): Generator<QuantisedLength> {
  let left = units;
  while (left >= SHORTEST_UNITS) {
    const row = left > LAST.length - 1 ? nearestLength(LONGEST_UNITS, left) : LAST[left];
    if (row === undefined) left--;
    else {
      yield row;
      left -= row.units;
    }
  }
}
