import type { Job, JobsOptions } from 'bullmq';
import type { PostgresOptions } from './database.ts';
import type { Hours } from './hours.ts';
import type { Batch } from './list/batches.ts';
import { loadBullmq } from './packages.ts';

/** A Redis that keeps the queue in place of PostgreSQL; BullMQ wants the package `ioredis` for it. */
export interface RedisOptions {
  readonly host?: string;
  readonly port?: number;
  /** A Unix socket, in place of host and port. */
  readonly path?: string;
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
}

/** Where a queue is kept. */
export interface QueuePlace {
  readonly name: string;
  readonly postgres: PostgresOptions;
  readonly redis?: RedisOptions | undefined;
}

/** What a job says. */
export interface ChunkData extends Batch {
  /** The number of its campaign in the ledger. */
  readonly campaign: number;
  readonly hours?: Hours;
}

/** What this room asks of a queue, whichever backend keeps it. */
export interface ChunkQueue {
  add(name: string, data: ChunkData, options: JobsOptions): Promise<unknown>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  isPaused(): Promise<boolean>;
  setGlobalRateLimit(max: number, durationMs: number): Promise<number>;
  removeGlobalRateLimit(): Promise<number>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What it asks of a worker. */
export interface QueueWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  close(): Promise<void>;
}

export type ChunkJob = Pick<Job<ChunkData>, 'data' | 'moveToDelayed'>;

/** How a worker takes jobs. */
export interface QueueWorkerOptions {
  readonly concurrency: number;
  /** How long a job stays with a worker that does not answer any more. */
  readonly lockMs: number;
}

/** Connections of a queue to PostgreSQL; they stay idle most of the time. */
const QUEUE_CONNECTIONS = 2;

/**
 * How often a job may be taken over from a worker that died: always. What that worker had claimed the next one leaves
 * alone. An integer of 32 bits is the most that the backend of PostgreSQL takes.
 */
const TAKEN_OVER = 2 ** 31 - 1;

/** Where a lost connection is tried anew; the default is three times as long. */
const RETRY_MS = 1000;

/** @throws MmsError `bulk/package-missing` */
export async function openQueue({ name, postgres, redis }: QueuePlace): Promise<ChunkQueue> {
  const { Queue: BullQueue, createPostgresBackend } = await loadBullmq();
  if (redis !== undefined) return new BullQueue(name, { connection: { ...redis } });
  const connection = { ...postgres, max: QUEUE_CONNECTIONS, migrate: true };
  return new BullQueue(name, { connection }, createPostgresBackend);
}

/** Begins to work on jobs. */
export async function openQueueWorker(
  { name, postgres, redis }: QueuePlace,
  work: (job: ChunkJob, token: string | undefined) => Promise<void>,
  { concurrency, lockMs }: QueueWorkerOptions,
): Promise<QueueWorker> {
  const { Worker: BullWorker, createPostgresBackend } = await loadBullmq();
  const options = {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: TAKEN_OVER,
    runRetryDelay: RETRY_MS,
  };
  if (redis !== undefined)
    return new BullWorker<ChunkData>(name, work, {
      ...options,
      connection: { ...redis, maxRetriesPerRequest: null },
    });
  const connection = { ...postgres, max: QUEUE_CONNECTIONS + concurrency };
  return new BullWorker(name, work, { ...options, connection }, createPostgresBackend);
}
