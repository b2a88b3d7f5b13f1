import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Job } from './work.ts';

/** What a call costs, over rounds that take turns with those of another work, so that a slow moment hits both. */
export interface Cost {
  readonly bestUs: number;
  /** One for each round. */
  readonly timesUs: readonly number[];
  /** Memory that a call takes before any is freed; NaN for another process. */
  readonly allocatedBytes: number;
}

/** How long to measure. */
export interface Rounds {
  readonly rounds: number;
  readonly roundMs: number;
}

const MAX_CALLS = 2 ** 20;
/** A job warms up in slices of this length, until some of them in a row are hardly faster than those before. */
const SLICE_MS = 100;
const STEADY_SLICES = 4;
const FASTER = 0.97;
const MAX_SLICES = 40;

/** Measures jobs in turn: in each round each of them runs for some milliseconds. */
export async function inTurn(jobs: readonly Job[], { rounds, roundMs }: Rounds): Promise<Cost[]> {
  const runs: { job: Job; calls: number; timesUs: number[] }[] = [];
  for (const job of jobs) {
    await warm(job);
    runs.push({ job, calls: await callsOf(job, roundMs), timesUs: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { job, calls, timesUs } of runs) timesUs.push(((await timeMs(job, calls)) * 1000) / calls);
  }
  const costs: Cost[] = [];
  for (const { job, timesUs } of runs) costs.push(costOf(timesUs, await allocatedBy(job)));
  return costs;
}

/** The same for jobs that return their microseconds. */
export function toldInTurn(jobs: readonly Job[], rounds: number): Cost[] {
  const runs = jobs.map(job => ({ job, timesUs: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { job, timesUs } of runs) timesUs.push(Number(job()));
  }
  return runs.map(({ timesUs }) => costOf(timesUs, Number.NaN));
}

function costOf(timesUs: readonly number[], allocatedBytes: number): Cost {
  return { bestUs: Math.min(...timesUs), timesUs, allocatedBytes };
}

/** The median over the rounds of the ratio of two costs, and the ratio of their best rounds. */
export function ratios(a: Cost, b: Cost): { best: number; median: number } {
  const inRounds = a.timesUs.map((us, round) => us / (b.timesUs[round] ?? Number.NaN));
  return { best: a.bestUs / b.bestUs, median: median(inRounds) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Runs a job until it is as fast as it gets: what has many functions is optimized late. */
async function warm(job: Job): Promise<void> {
  let bestMs = Number.POSITIVE_INFINITY;
  let steady = 0;
  for (let slice = 0; slice < MAX_SLICES && steady < STEADY_SLICES; slice++) {
    const ms = await timeOfSlice(job);
    steady = ms < bestMs * FASTER ? 0 : steady + 1;
    bestMs = Math.min(bestMs, ms);
  }
}

/** Milliseconds of one call in a slice. */
async function timeOfSlice(job: Job): Promise<number> {
  let calls = 0;
  let ms = 0;
  for (; ms < SLICE_MS; calls++) ms += await timeMs(job, 1);
  return ms / calls;
}

/** As many calls as fill a round. */
async function callsOf(job: Job, roundMs: number): Promise<number> {
  let calls = 1;
  while (calls < MAX_CALLS && (await timeMs(job, calls)) < roundMs) calls *= 2;
  return calls;
}

/** Keeps the last result, so that no call is optimized away. */
const sink: { kept: unknown } = { kept: undefined };

async function timeMs(job: Job, calls: number): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < calls; i++) {
    const result = job();
    sink.kept = result instanceof Promise ? await result : result;
  }
  return performance.now() - started;
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const MEMORY_CALLS = 4;

/** The most of some tries: garbage that was collected meanwhile makes a try too small. */
async function allocatedBy(job: Job): Promise<number> {
  let most = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    collect();
    const before = usedBytes();
    await timeMs(job, MEMORY_CALLS);
    most = Math.max(most, usedBytes() - before);
  }
  return most / MEMORY_CALLS;
}

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
