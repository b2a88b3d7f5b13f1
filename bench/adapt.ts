import { performance } from 'node:perf_hooks';
import sharp from 'sharp';
import { type PreparedImage, prepareImage } from '../src/media/index.ts';
import { photo } from '../test/media/pictures.ts';

/** One measured line: our time for all pictures of a message against plain sharp's. */
export interface AdaptBenchRow {
  readonly name: string;
  readonly ourMs: number;
  readonly plainMs: number;
  /** Our time by plain sharp's; the goal is at most 2.5. */
  readonly ratio: number;
  /** Share of the octets that was used. */
  readonly fill: number;
}

const PHOTOS = [
  [2048, 1536],
  [2240, 1680],
  [2592, 1944],
  [1536, 2048],
  [2400, 1600],
  [2560, 1920],
] as const;

const KIB = 1024;
const CASES = [
  { kib: 30, maxWidth: 640, maxHeight: 480 },
  { kib: 100, maxWidth: 640, maxHeight: 480 },
  { kib: 300, maxWidth: 640, maxHeight: 480 },
  { kib: 600, maxWidth: 1600, maxHeight: 1200 },
] as const;

type Case = (typeof CASES)[number];

/** Equal shares; who needs less gives the rest to the others. */
function shares(needs: readonly number[], total: number): number[] {
  const result = new Map<number, number>();
  let left = total;
  const order = needs.map((need, i) => ({ need, i })).sort((a, b) => a.need - b.need);
  order.forEach(({ need, i }, position) => {
    const share = Math.min(need, Math.floor(left / (order.length - position)));
    result.set(i, share);
    left -= share;
  });
  return needs.map((_, i) => result.get(i) ?? 0);
}

async function ours(photos: readonly Uint8Array[], { kib, ...box }: Case): Promise<number> {
  const maxBytes = kib * KIB;
  const prepared: PreparedImage[] = [];
  const needs: number[] = [];
  for (const data of photos) {
    const image = await prepareImage(data, { ...box, maxBytes, formats: ['jpeg', 'gif'] });
    prepared.push(image);
    needs.push(await image.bestBytes());
  }
  let used = 0;
  const each = shares(needs, maxBytes);
  for (const [i, image] of prepared.entries()) used += (await image.within(each[i] ?? 0)).data.length;
  return used / maxBytes;
}

async function plain(photos: readonly Uint8Array[], { maxWidth, maxHeight }: Case): Promise<void> {
  for (const data of photos) {
    await sharp(data).resize(maxWidth, maxHeight, { fit: 'inside' }).jpeg({ quality: 75 }).toBuffer();
  }
}

async function bestOf<T>(times: number, job: () => Promise<T>): Promise<{ ms: number; result: T }> {
  let best: { ms: number; result: T } | undefined;
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    const result = await job();
    const ms = performance.now() - started;
    if (best === undefined || ms < best.ms) best = { ms, result };
  }
  if (best === undefined) throw new TypeError('at least once');
  return best;
}

/** Measures and prints {@link measureAdapt}; returns its rows. */
export async function benchAdapt(): Promise<AdaptBenchRow[]> {
  const rows = await measureAdapt();
  console.log(
    '\nsix photos of 3 to 5 million pixels, adapted in sequence (goal: 2.5 times plain sharp, 85 % used)',
  );
  for (const { name, ourMs, plainMs, ratio, fill } of rows) {
    const times = `${ourMs.toFixed(0).padStart(5)} ms, plain sharp ${plainMs.toFixed(0).padStart(5)} ms`;
    console.log(
      `  ${name.padEnd(24)} ${times}: ${ratio.toFixed(2)} times, ${(fill * 100).toFixed(0)} % of the octets`,
    );
  }
  return rows;
}

/**
 * A message of six photos of 3 to 5 million pixels, adapted in sequence to several sizes, against one plain
 * resize-and-encode by sharp of each at the same box and quality 75, in the same run with the same concurrency.
 */
export async function measureAdapt(): Promise<AdaptBenchRow[]> {
  sharp.cache(false);
  const photos = await Promise.all(
    PHOTOS.map(([width, height], i) =>
      photo(width, height, i + 1)
        .jpeg({ quality: 92 })
        .toBuffer(),
    ),
  );
  const rows: AdaptBenchRow[] = [];
  for (const row of CASES) {
    const { ms: plainMs } = await bestOf(3, () => plain(photos, row));
    const { ms: ourMs, result: fill } = await bestOf(3, () => ours(photos, row));
    const name = `${row.kib} kB inside ${row.maxWidth}x${row.maxHeight}`;
    rows.push({ name, ourMs, plainMs, ratio: ourMs / plainMs, fill });
  }
  return rows;
}
