import { isMmsError, MmsError, reasonOf } from '../errors.ts';
import { countStates, type SubmissionResult, type UnresolvedRequest } from '../submit/index.ts';
import { countOf } from '../text/index.ts';
import { Campaigns } from './campaigns.ts';
import { Database, type PostgresOptions } from './database.ts';
import { Fitter } from './fit/fitter.ts';
import { Ledger, type LedgerEntry } from './ledger/ledger.ts';
import { makeTables } from './ledger/tables.ts';
import { Messages } from './messages.ts';
import type { Progress } from './progress.ts';
import { type Campaign, type PutReport, putCampaign } from './put.ts';
import {
  type ChunkQueue,
  openQueue,
  openQueueWorker,
  type QueuePlace,
  type QueueWorker,
  type RedisOptions,
} from './queue.ts';
import { RequestSlots } from './slots.ts';
import { chunkFailed, type Send, workOn } from './work.ts';

/** Where campaigns are kept. */
export interface BulkOptions {
  /** Keeps the ledger, and the queue unless there is a Redis. */
  readonly postgres: PostgresOptions;
  /** Keeps the queue in place of PostgreSQL. The ledger stays there. */
  readonly redis?: RedisOptions;
  /** Name of the queue; default `mms`. */
  readonly queue?: string;
  /** Milliseconds after which a claim without an answer is unknown; default 10 minutes, longer than any request. */
  readonly claimPatienceMs?: number;
  /** Told of what goes wrong outside of any call: a lost connection, a failed job. */
  readonly onTrouble?: (error: MmsError) => void;
}

/** How a worker works. */
export interface WorkOptions {
  readonly send: Send;
  /** Requests under way at a time; default 4. As many jobs again are fetched, or their answers written, meanwhile. */
  readonly concurrency?: number;
  /** Pauses the queue when so many requests one after the other were accepted for nobody; default 5. */
  readonly pauseAfter?: number;
  /** Milliseconds after which another worker takes over from one that died; default 30 seconds. */
  readonly lockMs?: number;
}

/** A worker. */
export interface BulkWorker {
  /** Takes no more jobs and waits for those at hand. */
  close(): Promise<void>;
}

/** At most so many jobs every so many milliseconds, over all workers. */
export interface RateLimit {
  readonly jobs: number;
  readonly perMs: number;
}

const DEFAULTS = {
  queue: 'mms',
  claimPatienceMs: 600_000,
  concurrency: 4,
  pauseAfter: 5,
  lockMs: 30_000,
} as const;

/** Jobs at hand for each request under way: while one waits for the gateway, another has its answer written down. */
const JOBS_A_REQUEST = 2;

/** Connections of a process to its ledger. */
const LEDGER_CONNECTIONS = 10;

interface Opened {
  readonly database: Database;
  readonly queue: ChunkQueue;
}

/**
 * Campaigns in a queue that many processes work on. Every request is claimed in a ledger before it leaves, so nothing
 * goes out twice, whatever is killed.
 */
export class Bulk {
  readonly #options: BulkOptions;
  readonly #place: QueuePlace;
  readonly #database: Database;
  readonly #queue: ChunkQueue;
  readonly #campaigns: Campaigns;
  readonly #ledger: Ledger;
  readonly #fitter: Fitter;
  readonly #workers = new Set<QueueWorker>();

  /** @internal */
  constructor(options: BulkOptions, place: QueuePlace, { database, queue }: Opened) {
    this.#options = options;
    this.#place = place;
    this.#database = database;
    this.#queue = queue;
    this.#campaigns = new Campaigns(database);
    this.#ledger = new Ledger(database, options.claimPatienceMs ?? DEFAULTS.claimPatienceMs);
    this.#fitter = new Fitter(database);
  }

  /**
   * Puts a campaign into the queue. Again with the same list it puts those who never were sent to, and nobody else.
   * @throws MmsError `bulk/campaign`, `bulk/hours`, `bulk/other-message`, `bulk/variable`, `bulk/csv`, `bulk/database`
   */
  async put(campaign: Campaign): Promise<PutReport> {
    return putCampaign(campaign, {
      campaigns: this.#campaigns,
      ledger: this.#ledger,
      queue: this.#queue,
    });
  }

  /** Works on the jobs of all campaigns of the queue until it is closed. */
  async work({ send, pauseAfter = DEFAULTS.pauseAfter, ...options }: WorkOptions): Promise<BulkWorker> {
    const { concurrency = DEFAULTS.concurrency, lockMs = DEFAULTS.lockMs } = options;
    const place = {
      campaigns: this.#campaigns,
      ledger: this.#ledger,
      messages: new Messages(this.#fitter),
      send,
      slots: new RequestSlots(concurrency),
      onResult: this.#watch(pauseAfter),
    };
    const work = (job: Parameters<typeof workOn>[0], token: string | undefined): Promise<void> =>
      workOn(job, token, place);
    const jobs = concurrency * JOBS_A_REQUEST;
    const worker = await openQueueWorker(this.#place, work, { concurrency: jobs, lockMs });
    worker.on('error', error => this.#trouble(lostQueue(error)));
    worker.on('failed', (_, error) => this.#trouble(chunkFailed(error)));
    await worker.waitUntilReady();
    this.#workers.add(worker);
    return {
      close: async () => {
        this.#workers.delete(worker);
        await worker.close();
      },
    };
  }

  /** No worker takes another job; requests under way end. */
  async pause(): Promise<void> {
    await this.#queue.pause();
  }

  async resume(): Promise<void> {
    await this.#queue.resume();
  }

  /** Limits all workers together, from now on and until it is set anew; `undefined`: no limit. */
  async limit(rate: RateLimit | undefined): Promise<void> {
    if (rate === undefined) await this.#queue.removeGlobalRateLimit();
    else await this.#queue.setGlobalRateLimit(rate.jobs, rate.perMs);
  }

  /** @throws MmsError `bulk/unknown-campaign` */
  async progress(name: string): Promise<Progress> {
    const { id, listed } = await this.#campaigns.find(name);
    const counts = countStates(await this.#ledger.counts(id));
    const isPaused = await this.#queue.isPaused();
    const sent = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts['not-sent'];
    return { name, listed, counts, left: Math.max(0, listed - sent), isPaused };
  }

  /** Everybody who was ever sent to, with what became of it, page by page. */
  async *recipients(name: string): AsyncGenerator<LedgerEntry> {
    const { id } = await this.#campaigns.find(name);
    yield* this.#ledger.entries(id);
  }

  /** The requests of which only a person can find out what became. */
  async unresolved(name: string): Promise<readonly UnresolvedRequest[]> {
    const { id } = await this.#campaigns.find(name);
    return this.#ledger.unresolved(id);
  }

  /**
   * Writes down what a person found out.
   * @param key of a request, or a recipient, that {@link Bulk.unresolved} lists
   * @param state `not-sent` lets the next put send again
   * @returns whom it is about
   * @throws MmsError `submit/journal-key` when nothing is unknown about it
   */
  async resolve(name: string, key: string, state: 'accepted' | 'not-sent'): Promise<readonly string[]> {
    const { id } = await this.#campaigns.find(name);
    const resolved = await this.#ledger.resolve(id, key, state);
    if (resolved.length > 0) return resolved;
    throw new MmsError('submit/journal-key', `nothing is unknown about ${key}`);
  }

  /** Closes workers and connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#workers].map(worker => worker.close()));
    this.#workers.clear();
    this.#fitter.close();
    await this.#queue.close();
    await this.#database.close();
  }

  #watch(pauseAfter: number): (result: SubmissionResult) => Promise<void> {
    let inVain = 0;
    let isPausing = false;
    return async ({ outcome, problem }) => {
      inVain = outcome === 'accepted' || outcome === 'partial' ? 0 : inVain + 1;
      if (inVain < pauseAfter || isPausing) return;
      isPausing = true;
      try {
        await this.#pauseBecause(
          `nobody accepted in ${countOf(pauseAfter, 'request')}: ${problem?.message ?? outcome}`,
        );
      } finally {
        isPausing = false;
        inVain = 0;
      }
    };
  }

  /** Requests under way end in vain as well after a pause: it is told of once. */
  async #pauseBecause(reason: string): Promise<void> {
    if (await this.#queue.isPaused()) return;
    await this.pause();
    this.#trouble(new MmsError('bulk/paused', reason, { hint: 'find out why, then resume' }));
  }

  #trouble(error: MmsError): void {
    this.#options.onTrouble?.(error);
  }
}

function lostQueue(cause: unknown): MmsError {
  return new MmsError('bulk/database', `the queue did not do as asked: ${reasonOf(cause)}`, { cause });
}

/**
 * Opens a queue, and makes its tables where they are missing.
 * @throws MmsError `bulk/package-missing`, `bulk/database`
 * @example const bulk = await openBulk({ postgres: { host: '/run/postgresql', database: 'mms' } });
 */
export async function openBulk(options: BulkOptions): Promise<Bulk> {
  const { postgres, redis, queue: name = DEFAULTS.queue } = options;
  const database = await Database.open(postgres, { connections: LEDGER_CONNECTIONS });
  try {
    await makeTables(database);
    const place = { name, postgres, redis };
    const queue = await openQueue(place);
    queue.on('error', error => options.onTrouble?.(lostQueue(error)));
    await queue.waitUntilReady();
    return new Bulk(options, place, { database, queue });
  } catch (error) {
    await database.close();
    throw isMmsError(error) ? error : lostQueue(error);
  }
}
