import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Bulk,
  formatProgress,
  type LedgerEntry,
  openBulk,
  type Progress,
} from '../../src/bulk/index.ts';
import { type CountingServer, countingServer } from '../submit/journal/counting-server.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';
import { random, SEED } from '../support/property.ts';
import { workerChild } from './worker-child.ts';

/** BULK=full for the long test. */
const SIZE =
  process.env['BULK'] === 'full'
    ? { recipients: 5000, workerKills: 20, postgresKills: 5, answerMs: 400, patienceMs: 280_000 }
    : { recipients: 400, workerKills: 4, postgresKills: 1, answerMs: 200, patienceMs: 110_000 };
const WORKERS = 3;
const CHUNK = 10;
/** Takes over soon from a worker that was killed, and calls what it claimed unknown. */
const LOCK_MS = 2000;
const NUMBERS = Array.from({ length: SIZE.recipients }, (_, index) => String(447700900000 + index));
/** What was taken over moves again before that. */
const MOVED_WITHIN_MS = 5 * LOCK_MS;
const STEP_MS = 20;
const QUEUE = 'killed';
const NAME = 'sale';

const next = random();
const child = workerChild();

describeWithOracle(['postgres'], 'a campaign whose workers and database are killed', () => {
  let postgres: RunningPostgres;
  let server: CountingServer;
  let bulk: Bulk;
  const workers: ChildProcess[] = [];
  const said: string[] = [];
  let isOver = false;

  beforeAll(async () => {
    postgres = await startPostgres();
    server = await countingServer(next, SIZE.answerMs);
    bulk = await openBulk({ postgres: postgres.options, queue: QUEUE, claimPatienceMs: 2 * LOCK_MS });
    console.info(`bulk: ${JSON.stringify(SIZE)}, seed ${SEED}`);
  });
  afterAll(async () => {
    isOver = true;
    for (const worker of workers) worker.kill('SIGKILL');
    await bulk.close();
    await server.close();
    await postgres.close();
    child.remove();
  });

  /** A worker in this place, and another one whenever it ends. */
  async function keepWorker(place: number): Promise<void> {
    while (!isOver) {
      const args = [child.file, QUEUE, JSON.stringify(postgres.options), server.url, String(LOCK_MS)];
      const worker = spawn(process.execPath, args);
      workers[place] = worker;
      worker.stderr.on('data', data => said.push(String(data)));
      await once(worker, 'close');
    }
  }

  async function killAll(): Promise<void> {
    const kills: ('worker' | 'postgres')[] = [
      ...Array.from({ length: SIZE.workerKills }, () => 'worker' as const),
      ...Array.from({ length: SIZE.postgresKills }, () => 'postgres' as const),
    ];
    while (kills.length > 0) {
      const [kill] = kills.splice(Math.floor(next() * kills.length), 1);
      const before = server.arrived.size;
      // Not before something has moved again, else most kills would hit workers that have not begun.
      for (let waited = 0; server.arrived.size === before && waited < MOVED_WITHIN_MS; waited += STEP_MS)
        await delay(STEP_MS);
      await delay(next() * 300);
      if (kill === 'postgres') await postgres.killAndRestart();
      else workers[Math.floor(next() * WORKERS)]?.kill('SIGKILL');
    }
  }

  async function settled(): Promise<Progress> {
    for (;;) {
      const progress = await bulk.progress(NAME);
      if (progress.left === 0 && progress.counts.claimed === 0) return progress;
      await delay(200);
    }
  }

  const put = () =>
    bulk.put({ name: NAME, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, chunk: CHUNK });

  const twice = () => [...server.arrived].filter(([, times]) => times > 1);

  it('reaches nobody twice and leaves nobody unnamed', { timeout: SIZE.patienceMs }, async () => {
    await put();
    for (let place = 0; place < WORKERS; place++) void keepWorker(place);
    await killAll();
    const arrivedBefore = new Set(server.arrived.keys());
    const { queued } = await put();
    expect(queued).toBeLessThanOrEqual(NUMBERS.length - arrivedBefore.size);
    const progress = await settled();
    console.info(`bulk: ${formatProgress(progress)}; ${server.arrived.size} arrived`);

    expect(twice()).toEqual([]);
    const entries: LedgerEntry[] = [];
    for await (const entry of bulk.recipients(NAME)) entries.push(entry);
    expect(entries.map(({ recipient }) => recipient)).toEqual(NUMBERS);
    const answered = entries.filter(({ state }) => state === 'accepted' || state === 'rejected');
    expect(answered.filter(({ recipient }) => server.arrived.get(recipient) !== 1)).toEqual([]);
    const unknown = entries.filter(({ state }) => state === 'unknown').map(({ recipient }) => recipient);
    expect(answered.length + unknown.length).toBe(NUMBERS.length);
    const named = (await bulk.unresolved(NAME)).flatMap(({ recipients }) => recipients);
    expect(named.toSorted()).toEqual(unknown);
    expect(said.join('')).not.toContain('CANARY');
  });

  it('put again sends only what a person says did not leave', { timeout: SIZE.patienceMs }, async () => {
    expect(await put()).toMatchObject({ queued: 0, jobs: 0 });
    const lost = (await bulk.unresolved(NAME))
      .flatMap(({ recipients }) => recipients)
      .find(number => !server.arrived.has(number));
    const [first] = await bulk.unresolved(NAME);
    const number = lost ?? first?.recipients[0];
    if (number === undefined) throw new Error('a run with faults leaves somebody unknown');
    const arrivals = server.arrived.get(number) ?? 0;
    expect(await bulk.resolve(NAME, number, 'not-sent')).toEqual([number]);
    expect(await put()).toMatchObject({ queued: 1, jobs: 1 });
    await settled();
    expect(server.arrived.get(number)).toBe(arrivals + 1);
  });
});
