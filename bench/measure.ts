/** Times of one call, in microseconds, over rounds that take turns, so that a slow moment hits all alike. */
export interface Measured {
  readonly name: string;
  readonly medianUs: number;
  readonly bestUs: number;
  /** One for each round. */
  readonly timesUs: readonly number[];
}

/** Measures functions against one another: in each round each of them runs `calls` times. */
export function measure(
  subjects: Readonly<Record<string, () => unknown>>,
  calls: number,
  rounds = 31,
): Measured[] {
  const times = new Map(Object.keys(subjects).map(name => [name, [] as number[]]));
  for (const run of Object.values(subjects)) for (let i = 0; i < calls; i++) run();
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(subjects)) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < calls; i++) run();
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / calls / 1000);
    }
  }
  return summarise(times);
}

/** The same for functions that end later. */
export async function measureAsync(
  subjects: Readonly<Record<string, () => unknown>>,
  calls: number,
  rounds = 31,
): Promise<Measured[]> {
  const times = new Map(Object.keys(subjects).map(name => [name, [] as number[]]));
  for (const run of Object.values(subjects)) await run();
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(subjects)) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < calls; i++) await run();
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / calls / 1000);
    }
  }
  return summarise(times);
}

function summarise(times: ReadonlyMap<string, readonly number[]>): Measured[] {
  return [...times].map(([name, timesUs]) => ({
    name,
    medianUs: median(timesUs),
    bestUs: Math.min(...timesUs),
    timesUs,
  }));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Prints a table of medians and bests with their ratios to `reference`; that of the medians is the median over the
 * rounds. On a machine that others share, the bests are nearer to what the work itself costs.
 */
export function printMeasured(title: string, measured: readonly Measured[], reference: string): void {
  const base = measured.find(({ name }) => name === reference);
  const width = Math.max(...measured.map(({ name }) => name.length));
  console.log(`\n${title}`);
  console.log(`  ${''.padEnd(width)}  median, µs  best, µs   times ${reference} (median, best)`);
  for (const { name, medianUs, bestUs, timesUs } of measured) {
    const ratio = median(timesUs.map((us, round) => us / (base?.timesUs[round] ?? Number.NaN)));
    const bestRatio = bestUs / (base?.bestUs ?? Number.NaN);
    const figures = [medianUs.toFixed(2).padStart(11), bestUs.toFixed(2).padStart(9)];
    const ratios = [ratio, bestRatio].map(value => value.toFixed(3).padStart(9));
    console.log(`  ${name.padEnd(width)} ${figures.join(' ')} ${ratios.join(' ')}`);
  }
}
