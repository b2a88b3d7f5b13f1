/**
 * Number of generated cases: the quick default, times PROPERTY_FACTOR for a long run.
 * @example PROPERTY_FACTOR=20 PROPERTY_SEED=random npx vitest run
 */
export function runs(quick: number): number {
  return Math.max(1, Math.round(quick * Number(process.env['PROPERTY_FACTOR'] ?? 1)));
}

const requested = process.env['PROPERTY_SEED'] ?? '20040523';

/** Seed of all generated cases of this run: fixed, unless PROPERTY_SEED gives a number or `random`. */
export const SEED = requested === 'random' ? Date.now() % 2 ** 31 : Number(requested);

/** A small seeded generator (mulberry32) for cases that are not made by fast-check: numbers in [0, 1). */
export function random(seed: number = SEED): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
