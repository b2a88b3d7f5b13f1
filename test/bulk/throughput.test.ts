import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { describeWithOracle } from '../support/oracle.ts';
import { startPostgres } from '../support/postgres.ts';
import { throughputChild } from './throughput-child.ts';

/** BULK=full for the long test, on a machine that does nothing else. */
const isFull = process.env['BULK'] === 'full';
const SMALL = isFull ? 10_000 : 700;
const LARGE = isFull ? 100_000 : 7000;
const CONCURRENCY = 4;
/** By how much a large campaign may leave a process larger than a small one did. */
const FLAT_BYTES = 20_000_000;

interface Measured {
  readonly rounds: readonly { bareMs: number; putMs: number; workMs: number; accepted: number }[];
  readonly rss: number;
  readonly heapUsed: number;
}

describeWithOracle(['postgres'], 'a large campaign', () => {
  it('takes no more memory than a small one', { timeout: 600_000 }, async () => {
    const postgres = await startPostgres();
    const child = throughputChild();
    const server = spawn(process.execPath, [child.server]);
    const url = String((await once(server.stdout, 'data'))[0]).trim();
    const connection = JSON.stringify(postgres.options);
    const sizes = [SMALL, LARGE].map(String);
    const args = ['--expose-gc', child.run, connection, url, String(CONCURRENCY), ...sizes];
    const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    run.stdout.on('data', data => {
      printed += String(data);
    });
    await once(run, 'close');
    const [small, large] = JSON.parse(printed) as readonly [Measured, Measured];
    for (const { bareMs, putMs, workMs } of large.rounds) {
      const [bare, put, work] = [bareMs, putMs, workMs].map(Math.round);
      console.info(`bulk: ${LARGE} in a bare loop ${bare} ms, put ${put} ms, by the queue ${work} ms`);
    }
    console.info(`bulk: resident ${small.rss} octets for ${SMALL}, ${large.rss} for ${LARGE}`);
    expect(large.rounds.map(({ accepted }) => accepted)).toEqual(large.rounds.map(() => LARGE));
    expect(large.heapUsed).toBeLessThan(small.heapUsed + FLAT_BYTES);
    if (isFull) expect(large.rss).toBeLessThan(small.rss + FLAT_BYTES);
    server.kill();
    child.remove();
    await postgres.close();
  });
});
