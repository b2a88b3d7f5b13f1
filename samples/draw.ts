/** As many different entries as asked for, the same for the same seed. */
export function draw<T>(all: readonly T[], count: number, seed = 1): T[] {
  const left = [...all];
  let state = seed;
  return Array.from({ length: Math.min(count, left.length) }, () => {
    // the generator of Park and Miller, the same on every machine
    state = (state * 48_271) % 2_147_483_647;
    return left.splice(state % left.length, 1);
  }).flat();
}
