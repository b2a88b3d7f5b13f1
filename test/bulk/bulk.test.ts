import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Bulk, formatProgress, openBulk, type Progress, type Send } from '../../src/bulk/index.ts';
import { MmsError } from '../../src/errors.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { compileFilesForChild } from '../support/compiled.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { type TakingGateway, takingGateway } from './gateway.ts';

const NUMBERS = Array.from({ length: 30 }, (_, index) => String(447700900000 + index));

describeWithOracle(['postgres'], 'campaigns in a queue', () => {
  let postgres: RunningPostgres;
  let gateway: TakingGateway;
  let bulk: Bulk;
  let troubles: MmsError[];
  let campaigns = 0;
  let name = '';

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.close();
  });

  async function open(): Promise<void> {
    name = `sale-${++campaigns}`;
    troubles = [];
    gateway = await takingGateway();
    bulk = await openBulk({
      postgres: postgres.options,
      queue: name,
      onTrouble: error => troubles.push(error),
    });
  }
  afterEach(async () => {
    await bulk.close();
    gateway.close();
  });

  async function until(isSo: (progress: Progress) => boolean): Promise<Progress> {
    for (;;) {
      const progress = await bulk.progress(name);
      if (isSo(progress)) return progress;
      await delay(20);
    }
  }

  it('send a message to everybody once, and put again to nobody', async () => {
    await open();
    const campaign = { name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, chunk: 10 } as const;
    expect(await bulk.put(campaign)).toEqual({ listed: 30, queued: 30, jobs: 3, issues: [] });
    await bulk.work({ send: gateway.send });
    const progress = await until(({ counts }) => counts.accepted === 30);
    expect(formatProgress(progress)).toBe(
      `${name}: 30 of 30 (100 %): 30 accepted, 0 rejected, 0 unknown; 0 on the way, 0 left`,
    );
    expect(gateway.messages.flatMap(({ to }) => to).toSorted()).toEqual(NUMBERS);
    expect(await bulk.put(campaign)).toEqual({ listed: 30, queued: 0, jobs: 0, issues: [] });
    expect(troubles).toEqual([]);
  });

  it('fill variables: who gets the same message shares a request', async () => {
    await open();
    const recipients = NUMBERS.slice(0, 6).map((to, index) => ({
      to,
      variables: { name: index < 4 ? 'Ada' : 'Brook', other: String(index) },
    }));
    await bulk.put({ name, message: { kind: 'text', text: 'Dear {{name}}' }, recipients });
    await bulk.work({ send: gateway.send });
    await until(({ counts }) => counts.accepted === 6);
    expect(gateway.messages).toMatchObject([
      { text: 'Dear Ada', to: NUMBERS.slice(0, 4) },
      { text: 'Dear Brook', to: NUMBERS.slice(4, 6) },
    ]);
  });

  it('leave out whom another job has, and keep what the gateway calls each message', async () => {
    await open();
    const message = { kind: 'text', text: 'Hi' } as const;
    await bulk.put({ name, message, recipients: NUMBERS.slice(0, 20), chunk: 20 });
    await bulk.put({ name, message, recipients: NUMBERS.slice(10), chunk: 20 });
    await bulk.work({ send: gateway.send });
    await until(({ counts }) => counts.accepted === 30);
    expect(gateway.messages.flatMap(({ to }) => to).toSorted()).toEqual(NUMBERS);
    for await (const { recipient, state, messageIdentifier } of bulk.recipients(name))
      expect([state, messageIdentifier]).toEqual(['accepted', `id-${recipient}`]);
    expect(troubles).toEqual([]);
  });

  it('wait while the queue is paused, and for their moment', async () => {
    await open();
    await bulk.pause();
    const message = { kind: 'text', text: 'Hi' } as const;
    await bulk.put({ name, message, recipients: NUMBERS, chunk: 10 });
    await bulk.work({ send: gateway.send });
    await delay(300);
    expect(await bulk.progress(name)).toMatchObject({ left: 30, isPaused: true });
    await bulk.resume();
    await until(({ counts }) => counts.accepted === 30);
    const inMs = (ms: number): Date => new Date(Date.now() + ms);
    await bulk.put({ name: `${name}-later`, message, recipients: NUMBERS, notBefore: inMs(3_600_000) });
    await bulk.put({ name: `${name}-soon`, message, recipients: NUMBERS, notBefore: inMs(500) });
    for (const before = gateway.messages.length; gateway.messages.length === before; ) await delay(20);
    expect(await bulk.progress(`${name}-later`)).toMatchObject({ left: 30 });
  });

  it('wait for their hours', async () => {
    await open();
    const inTwoHours = new Date(Date.now() + 7_200_000).toISOString().slice(11, 13);
    const hours = { from: `${inTwoHours}:00`, to: `${inTwoHours}:59` };
    await bulk.put({ name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, hours });
    const other = `${name}-any`;
    await bulk.put({ name: other, message: { kind: 'text', text: 'Now' }, recipients: NUMBERS });
    await bulk.work({ send: gateway.send, concurrency: 1 });
    while ((await bulk.progress(other)).counts.accepted < 30) await delay(20);
    expect(gateway.messages.map(message => 'text' in message && message.text)).toEqual(['Now']);
    expect(await bulk.progress(name)).toMatchObject({ left: 30 });
    expect(troubles).toEqual([]);
  });

  it('keep to a limit of all workers together', async () => {
    await open();
    await bulk.limit({ jobs: 2, perMs: 60_000 });
    await bulk.put({ name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, chunk: 10 });
    await bulk.work({ send: gateway.send });
    await until(({ counts }) => counts.accepted === 20);
    await delay(300);
    expect(await bulk.progress(name)).toMatchObject({ left: 10 });
  });

  it('keep to no limit that was lifted', async () => {
    await open();
    await bulk.limit({ jobs: 1, perMs: 600_000 });
    await bulk.limit(undefined);
    await bulk.put({ name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, chunk: 10 });
    await bulk.work({ send: gateway.send });
    expect(await until(({ counts }) => counts.accepted === 30)).toMatchObject({ left: 0 });
  });

  it('pause when nobody is accepted any more', async () => {
    await open();
    await bulk.put({ name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, chunk: 1 });
    const refusing: Send = async () => ({
      outcome: 'rejected',
      requestSent: 'maybe',
      attempts: [],
      results: [],
      warnings: [],
      problem: { code: 'submit/rejected', message: 'no credit' },
    });
    await bulk.work({ send: refusing, concurrency: 1, pauseAfter: 3 });
    await until(({ isPaused }) => isPaused && troubles.length > 0);
    expect(troubles).toMatchObject([{ code: 'bulk/paused', message: expect.stringContaining('no credit') }]);
  });

  it('tell of a pause once, whatever comes of the requests under way', async () => {
    await open();
    await bulk.put({ name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS, chunk: 1 });
    const waiting: (() => void)[] = [];
    let isAnswering = false;
    const silent: Send = async () => {
      if (!isAnswering) await new Promise<void>(resolve => waiting.push(resolve));
      return { outcome: 'unknown', requestSent: 'maybe', attempts: [], results: [], warnings: [] };
    };
    const worker = await bulk.work({ send: silent, concurrency: 2, pauseAfter: 1 });
    while (waiting.length < 2) await delay(20);
    waiting[0]?.();
    await until(({ isPaused }) => isPaused);
    while (troubles.length === 0) await delay(20);
    isAnswering = true;
    for (const answer of waiting) answer();
    await worker.close();
    expect(troubles.map(({ code, message }) => [code, message])).toEqual([
      ['bulk/paused', 'nobody accepted in 1 request: unknown'],
    ]);
  });

  it('are tried again when sending fails by itself, and not when the message does', async () => {
    await open();
    let failures = 0;
    const failing: Send = async (message, options) => {
      if (failures++ === 0) throw new Error('the network is gone');
      return gateway.send(message, options);
    };
    await bulk.put({ name, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS });
    const worker = await bulk.work({ send: failing });
    await until(({ counts }) => counts.accepted === 30);
    expect(troubles).toMatchObject([
      { code: 'bulk/chunk-failed', message: expect.stringContaining('the network is gone') },
    ]);
    await worker.close();

    troubles.length = 0;
    let tries = 0;
    const refusing: Send = async () => {
      tries += 1;
      throw new MmsError('submit/conflict', 'no such message');
    };
    await bulk.put({ name: `${name}-2`, message: { kind: 'text', text: 'Hi' }, recipients: NUMBERS });
    await bulk.work({ send: refusing });
    while (troubles.length === 0) await delay(20);
    await delay(1500);
    expect([tries, troubles.length]).toEqual([1, 1]);
    expect(troubles[0]?.message).toContain('no such message');
  });

  it('are put again to those who are new, each with variables of their own', async () => {
    await open();
    const message = { kind: 'text', text: 'Dear {{name}}' } as const;
    const recipients = NUMBERS.slice(0, 4).map((to, at) => ({ to, variables: { name: `N${at}` } }));
    await bulk.put({ name, message, recipients: recipients.filter((_, at) => at % 2 === 0) });
    await bulk.work({ send: gateway.send });
    await until(({ counts }) => counts.accepted === 2);
    expect(await bulk.put({ name, message, recipients })).toMatchObject({ listed: 4, queued: 2, jobs: 1 });
    await until(({ counts }) => counts.accepted === 4);
    const texts = gateway.messages.map(one => [one.to?.[0], 'text' in one && one.text]).toSorted();
    expect(texts).toEqual(recipients.map(({ to, variables }) => [to, `Dear ${variables.name}`]));
  });

  it('fit nothing but an MMS with a file', async () => {
    await open();
    const message = { kind: 'mms', library: 80000 } as const;
    await bulk.put({ name, message, recipients: NUMBERS, fit: { profile: 'nokia-6230' } });
    await bulk.work({ send: gateway.send });
    while (troubles.length === 0) await delay(20);
    expect(troubles[0]).toMatchObject({
      code: 'bulk/chunk-failed',
      message: expect.stringContaining('only an MMS with a file can be fitted'),
    });
    expect(gateway.messages).toEqual([]);
  });

  it('are not opened where there is no such database, or no such queue can be', async () => {
    await open();
    const opened = openBulk({ postgres: { ...postgres.options, database: 'nowhere' } });
    await expect(opened).rejects.toMatchObject({
      code: 'bulk/database',
      message: expect.stringContaining('nowhere'),
    });
    await expect(openBulk({ postgres: postgres.options, queue: '' })).rejects.toMatchObject({
      code: 'bulk/database',
      message: expect.stringMatching(/^the queue did not do as asked: /),
    });
  });

  it('have one message each, and only what can be put', async () => {
    await open();
    const message = { kind: 'text', text: 'Hi' } as const;
    await bulk.put({ name, message, recipients: [] });
    const put = (change: object) => bulk.put({ name, message, recipients: NUMBERS, ...change });
    await expect(put({ message: { kind: 'text', text: 'Ho' } })).rejects.toMatchObject({
      code: 'bulk/other-message',
    });
    for (const [change, path] of [
      [{ name: 'a b' }, 'name'],
      [{ chunk: 0 }, 'chunk'],
      [{ fit: {} }, 'fit'],
      [{ message: { ...message, to: NUMBERS } }, 'message.to'],
      [{ message: { ...message, addressBook: 'all' } }, 'message.addressBook'],
    ] as const)
      await expect(put(change)).rejects.toMatchObject({ code: 'bulk/campaign', path });
    await expect(put({ hours: { from: 'x', to: 'y' } })).rejects.toMatchObject({ code: 'bulk/hours' });
    await expect(bulk.progress('nobody')).rejects.toMatchObject({ code: 'bulk/unknown-campaign' });
    await expect(bulk.resolve(name, '447700900000', 'accepted')).rejects.toMatchObject({
      code: 'submit/journal-key',
    });
  });
});

describeWithOracle(['postgres', 'redis-server'], 'campaigns in a queue of Redis', () => {
  it('go to everybody once, the ledger in PostgreSQL', async () => {
    const [postgres, redis, gateway] = await Promise.all([startPostgres(), startRedis(), takingGateway()]);
    const bulk = await openBulk({ postgres: postgres.options, redis: redis.options });
    const campaign = {
      name: 'r',
      message: { kind: 'text', text: 'Hi' },
      recipients: NUMBERS,
      chunk: 10,
    } as const;
    await bulk.put(campaign);
    await bulk.work({ send: gateway.send });
    while ((await bulk.progress('r')).counts.accepted < 30) await delay(20);
    expect(await bulk.put(campaign)).toMatchObject({ queued: 0 });
    expect(gateway.messages.flatMap(({ to }) => to).toSorted()).toEqual(NUMBERS);
    await bulk.close();
    gateway.close();
    await redis.close();
    await postgres.close();
  });
});

describeWithOracle(['postgres'], 'messages of a campaign that are fitted', () => {
  it('are fitted once for each phone, by processes beside their workers', async () => {
    const compiled = compileFilesForChild('bulk/index.ts', 'bulk/fit/fit-process.ts');
    const entry = pathToFileURL(join(compiled.folder, 'bulk/index.js')).href;
    const { openBulk: openCompiled }: typeof import('../../src/bulk/index.ts') = await import(entry);
    const [postgres, gateway] = await Promise.all([startPostgres(), takingGateway()]);
    const workers = await Promise.all([1, 2].map(() => openCompiled({ postgres: postgres.options })));
    const [bulk] = workers;
    if (bulk === undefined) throw new Error('there are two');
    const picture = await sharp({
      create: {
        width: 900,
        height: 600,
        channels: 3,
        background: '#c04020',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const recipients = NUMBERS.slice(0, 12).map((to, index) => ({
      to,
      variables: { phone: index % 2 === 0 ? 'nokia-6230' : 'sonyericsson-t68i' },
    }));
    await bulk.put({
      name: 'f',
      message: { kind: 'mms', subject: 'Hi', file: { name: 'a.jpg', data: picture } },
      recipients,
      fit: { profile: '{{phone}}' },
      chunk: 2,
    });
    for (const worker of workers) await worker.work({ send: gateway.send });
    while ((await bulk.progress('f')).counts.accepted < 12) await delay(50);
    const sizes = new Map<string, number>();
    for (const message of gateway.messages) {
      const data = message.kind === 'mms' && message.file?.data;
      if (!data) throw new Error('expected a file');
      for (const to of message.to ?? []) sizes.set(to, data.length);
      expect(decodePdu(data).messageType).toBe('m-send-req');
    }
    const [nokia = 0, ericsson = 0] = NUMBERS.map(to => sizes.get(to));
    expect(ericsson).toBeLessThan(nokia);
    expect(nokia).toBeLessThan(picture.length);
    expect(NUMBERS.slice(0, 12).map(to => sizes.get(to))).toEqual(
      recipients.map((_, index) => (index % 2 === 0 ? nokia : ericsson)),
    );
    const { default: pg } = await import('pg');
    const client = new pg.Client(postgres.options);
    await client.connect();
    expect((await client.query('select count(*)::int as count from mms_bulk.fitted')).rows).toEqual([
      { count: 2 },
    ]);
    await client.end();
    await Promise.all(workers.map(worker => worker.close()));
    gateway.close();
    await postgres.close();
    compiled.remove();
  });
});
