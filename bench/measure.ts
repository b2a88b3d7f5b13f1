/** Median and best time of one call, in microseconds, over rounds that take turns, so that a slow moment hits all alike. */
export interface Measured {
  readonly name: string;
  readonly medianUs: number;
  readonly bestUs: number;
}

const ROUNDS = 31;

/** Measures functions against one another; each round runs each of them `calls` times. */
export function measure(subjects: Readonly<Record<string, () => unknown>>, calls: number): Measured[] {
  const times = new Map(Object.keys(subjects).map(name => [name, [] as number[]]));
  for (const run of Object.values(subjects)) for (let i = 0; i < calls; i++) run();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(subjects)) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < calls; i++) run();
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / calls / 1000);
    }
  }
  return [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return { name, medianUs: sorted[ROUNDS >> 1] ?? Number.NaN, bestUs: sorted[0] ?? Number.NaN };
  });
}

/** Prints a table of medians, bests and the ratio of each median to that of `reference`. */
export function printMeasured(title: string, measured: readonly Measured[], reference: string): void {
  const base = measured.find(({ name }) => name === reference)?.medianUs ?? Number.NaN;
  const width = Math.max(...measured.map(({ name }) => name.length));
  console.log(`\n${title}`);
  for (const { name, medianUs, bestUs } of measured) {
    const figures = [medianUs.toFixed(2), bestUs.toFixed(2)].map(text => text.padStart(9)).join(' ');
    const ratio = (medianUs / base).toFixed(3).padStart(8);
    console.log(`  ${name.padEnd(width)} ${figures} µs (median, best)  ${ratio} × ${reference}`);
  }
}
