import { TEMPOS } from './tables.ts';

/** Which table tempo stands for one that is not in the table: the nearest (ties go up), or the next higher. */
export type TempoRounding = 'nearest' | 'ceil';

/** Index `<5>` of the table tempo for `bpm`, which is first brought into 25 to 900. */
export function tempoIndex(bpm: number, rounding: TempoRounding): number {
  const higher = TEMPOS.findIndex(tempo => tempo >= bpm);
  if (higher < 0) return TEMPOS.length - 1;
  const above = TEMPOS[higher] ?? 0;
  const below = TEMPOS[higher - 1] ?? 0;
  return rounding === 'nearest' && higher > 0 && bpm - below < above - bpm ? higher - 1 : higher;
}

/** Beats a minute of a tempo index. */
export function tempoBpm(index: number): number {
  return TEMPOS[index] ?? TEMPOS[TEMPOS.length - 1] ?? 0;
}
