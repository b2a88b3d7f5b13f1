import { byCodeUnits, groupBy } from './group.ts';

/** Distinct values, and where each stands. */
export interface Dictionary {
  readonly values: readonly string[];
  at(value: string): number;
}

/** The distinct values, the empty one first, then the most frequent. */
export function dictionary(values: readonly string[]): Dictionary {
  const counts = [...groupBy(values, value => value)].filter(([value]) => value !== '');
  counts.sort(([a, { length: many }], [b, { length: few }]) => few - many || byCodeUnits(a, b));
  const distinct = ['', ...counts.map(([value]) => value)];
  const positions = new Map(distinct.map((value, position) => [value, position]));
  return { values: distinct, at: value => positions.get(value) ?? 0 };
}
