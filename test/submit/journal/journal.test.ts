import fsPromises, {
  type FileHandle,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { journal as journalCommand } from '../../../src/cli/commands/journal.ts';
import { send as sendCommand } from '../../../src/cli/commands/send.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import {
  fileJournal,
  GatewayClient,
  type GatewayClientOptions,
  type GatewayMessage,
  type Journal,
  type JournalStart,
  readJournal,
  resolveJournal,
  submissionResultOf,
} from '../../../src/submit/index.ts';
import { runCommand } from '../../support/cli.ts';

const TO = Array.from({ length: 6 }, (_, index) => `44770090012${index}`);
const MESSAGE: GatewayMessage = { kind: 'text', to: TO, text: 'Hi' };
const NOW = new Date('2004-05-23T14:14:58Z');
const ACCOUNT = { username: 'ANOther.12345', pin: 'CANARY-7f3a' };

let folder: string;
let path: string;
let sandbox: Sandbox;
const opened: Journal[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  path = join(folder, 'sale.journal');
  sandbox = await startSandbox();
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const journal of opened.splice(0)) await journal.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

function open(at = path): Journal {
  const journal = fileJournal(at, { now: () => NOW });
  opened.push(journal);
  return journal;
}

function client(journal: Journal, options: Partial<GatewayClientOptions> = {}): GatewayClient {
  return new GatewayClient({ ...ACCOUNT, servers: [sandbox.url], journal, ...options });
}

/** One run of a program: opens the journal, does something by it, lets go of it. */
async function run<T>(job: (client: GatewayClient) => Promise<T>): Promise<T> {
  const journal = open();
  try {
    return await job(client(journal));
  } finally {
    await journal.close();
  }
}

const sent = (): string[] => sandbox.messages.flatMap(({ message }) => message.to ?? []);
const lines = async (): Promise<Record<string, unknown>[]> =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));

describe('a journal of one request', () => {
  it('claims before it sends and answers after, with times', async () => {
    let atSending = '';
    const transport: GatewayClientOptions['transport'] = async () => {
      atSending = await readFile(path, 'utf8');
      return { kind: 'answer', status: 200, body: Buffer.from('MessageIdentifier=1,2&Report=-2,15') };
    };
    const journal = open();
    const result = await client(journal, { transport }).send({ ...MESSAGE, to: TO.slice(0, 2) });
    expect(result.outcome).toBe('partial');
    expect(
      atSending
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).line),
    ).toEqual(['head', 'plan', 'claim']);
    expect((await lines()).at(-1)).toEqual({
      line: 'answer',
      request: 'r1',
      state: 'partial',
      recipients: [
        { recipient: TO[0], state: 'accepted', messageIdentifier: '1' },
        { recipient: TO[1], state: 'rejected', messageIdentifier: '2' },
      ],
      at: '2004-05-23T14:14:58.000Z',
    });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('sends to nobody again, whatever became of it, but to those who were never sent to', async () => {
    await run(one => one.send({ ...MESSAGE, to: TO.slice(0, 2) }));
    const more = await run(one => one.send(MESSAGE));
    expect(sent()).toEqual(TO);
    expect(more.warnings.map(({ code }) => code)).toContain('submit/journal-skipped');
    const again = await run(one => one.send(MESSAGE));
    expect(again).toMatchObject({ outcome: 'accepted', attempts: [] });
    expect(sandbox.requests).toBe(2);
  });

  it('sends again what provably was not sent', async () => {
    const journal = open();
    const nobody = client(journal, { servers: ['http://127.0.0.1:1/'] });
    const { outcome } = await nobody.send(MESSAGE, { throwOnFailure: false });
    expect(outcome).toBe('not-sent');
    await journal.close();
    expect((await readJournal(path)).counts).toMatchObject({ 'not-sent': 6 });
    await run(one => one.send(MESSAGE));
    expect(sent()).toEqual(TO);
  });

  it('lists as unknown what has no answer, until a person says what became of it', async () => {
    sandbox.fault({ kind: 'close-after-reading' });
    await expect(run(one => one.send(MESSAGE))).rejects.toMatchObject({ code: 'submit/connection-lost' });
    const error = await run(one => one.send(MESSAGE)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'submit/journal-unknown' });
    const [warning] = submissionResultOf(error)?.warnings ?? [];
    expect(warning?.message).toBe(`r1: no usable answer since 2004-05-23T14:14:58.000Z: ${TO.join(', ')}`);
    expect(sandbox.requests).toBe(1);
    expect(await resolveJournal(path, TO[0] ?? '', 'not-sent')).toEqual([TO[0]]);
    expect(await resolveJournal(path, 'r1', 'sent')).toEqual(TO.slice(1));
    expect((await readJournal(path)).unresolved).toEqual([]);
    await run(one => one.send(MESSAGE));
    expect(sent()).toEqual([...TO, TO[0]]);
    await expect(resolveJournal(path, 'r1', 'sent')).rejects.toMatchObject({ code: 'submit/journal-key' });
    await expect(resolveJournal(path, '44', 'sent')).rejects.toMatchObject({ code: 'submit/journal-key' });
    await expect(resolveJournal(join(folder, 'none'), 'r1', 'sent')).rejects.toMatchObject({
      code: 'file/not-found',
    });
    expect(await readdir(folder)).toEqual(['sale.journal']);
  });

  it('lets address books and copies have a message once', async () => {
    const message: GatewayMessage = {
      kind: 'mms',
      library: 80000,
      to: TO.slice(0, 1),
      addressBook: 'Friends',
    };
    await run(one => one.send(message));
    expect((await lines())[1]).toMatchObject({ recipients: [TO[0], 'SendToAddressBook=Friends'] });
    await run(one => one.send(message));
    const more = run(one => one.send({ ...message, to: TO.slice(0, 2) }));
    await expect(more).rejects.toMatchObject({ code: 'submit/conflict' });
    expect(sandbox.requests).toBe(1);
  });

  it('is left alone by a dry run and by a message that is refused', async () => {
    await run(one => one.send(MESSAGE, { dryRun: true }));
    await run(one => one.send({ ...MESSAGE, to: ['0'] })).catch(() => undefined);
    expect(await readdir(folder)).toEqual([]);
  });

  it('holds neither PIN nor user name, even when a server echoes them', async () => {
    const body = Buffer.from('MessageIdentifier=CANARY-7f3a&Report=-2&Text=CANARY-7f3a');
    const transport: GatewayClientOptions['transport'] = async () => ({ kind: 'answer', status: 200, body });
    await client(open(), { transport }).send({ ...MESSAGE, to: TO.slice(0, 1) });
    expect(await readFile(path, 'utf8')).not.toMatch(/CANARY|ANOther/i);
  });
});

describe('a journal of chunks', () => {
  const outcomes = (options: object = {}) =>
    run(async one => {
      const seen: string[] = [];
      for await (const { to, result } of one.sendInChunks(MESSAGE, { size: 2, ...options }))
        seen.push(`${to.length} ${result.outcome}`);
      return seen;
    });

  it('goes on behind the chunk that failed', async () => {
    sandbox.fault({ kind: 'report', report: -2 });
    sandbox.fault({ kind: 'hang' });
    const journal = open();
    const timeouts = { connectMs: 500, headersMs: 300, bodyMs: 300 };
    const seen: string[] = [];
    for await (const { result } of client(journal, { timeouts }).sendInChunks(MESSAGE, { size: 2 }))
      seen.push(result.outcome);
    await journal.close();
    expect(seen).toEqual(['accepted', 'unknown']);
    expect((await readJournal(path)).counts).toMatchObject({ accepted: 2, unknown: 2, planned: 2 });
    expect(await outcomes()).toEqual(['2 accepted']);
    expect(await outcomes()).toEqual([]);
    expect(sent()).toEqual(TO);
    expect((await readJournal(path)).unresolved).toEqual([
      {
        key: 'r2',
        claimedAt: '2004-05-23T14:14:58.000Z',
        problem: 'submit/connection-lost',
        recipients: TO.slice(2, 4),
      },
    ]);
  });

  it('encodes the content once', async () => {
    let written = 0;
    const composed = { headers: {}, slides: [], toMms: () => new Uint8Array([written++]) };
    const message = {
      kind: 'mms',
      to: TO,
      presentation: composed,
      subject: 'x',
    } as unknown as GatewayMessage;
    const one = new GatewayClient({ ...ACCOUNT, servers: [sandbox.url] });
    const names: number[] = [];
    for await (const chunk of one.sendInChunks(message, { size: 1, dryRun: true }))
      names.push(chunk.to.length);
    expect(names).toHaveLength(6);
    expect(written).toBe(1);
  });
});

describe('the file', () => {
  it('drops a torn last line, with a finding, and never a whole one', async () => {
    await run(one => one.send({ ...MESSAGE, to: TO.slice(0, 2) }));
    const whole = await readFile(path, 'utf8');
    for (const torn of ['{', '{"line":"claim","request":"r2","recipients":["447700900122"', '\0\0\0']) {
      await writeFile(path, whole + torn);
      expect((await readJournal(path)).warnings[0]?.code).toBe('submit/journal-torn');
      const start = await begin(TO.slice(0, 2));
      expect(start.warnings.map(({ code }) => code)).toEqual(['submit/journal-torn']);
      expect(start.open).toEqual([]);
      expect(await readFile(path, 'utf8')).toBe(whole);
    }
  });

  it('begins anew when even its first line is torn', async () => {
    for (const torn of ['', '{"li', '{"line":"head","format":"mms-composer journal 1","camp']) {
      await writeFile(path, torn);
      await run(one => one.send(MESSAGE));
      await rm(path);
    }
    expect(sandbox.requests).toBe(3);
  });

  async function begin(recipients: readonly string[]): Promise<JournalStart> {
    const { campaign = '' } = await readJournal(path);
    const journal = open();
    const start = await journal.begin(campaign, recipients);
    await journal.close();
    return start;
  }

  it.each([
    ['a file that is something else', 'Dear diary'],
    ['another format', '{"line":"head","format":"mms-composer journal 2","campaign":"x"}\n'],
  ])('leaves %s alone', async (_, text) => {
    await writeFile(path, text);
    await expect(run(one => one.send(MESSAGE))).rejects.toMatchObject({ code: 'submit/journal-format' });
    await expect(readJournal(path)).rejects.toMatchObject({ code: 'submit/journal-format' });
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(sandbox.requests).toBe(0);
  });

  it.each([
    ['no JSON', () => 'x'],
    ['a key too many', () => '{"line":"plan","recipients":[],"extra":1}'],
    ['a second head', (all: string[]) => all[0]],
    ['a claim of those who were claimed', (all: string[]) => all[2]?.replace('"r1"', '"r2"')],
    ['a second answer', (all: string[]) => all[3]],
    ['an answer without claim', (all: string[]) => all[3]?.replace('"r1"', '"r9"')],
    ['an answer about others', (all: string[]) => all[3]?.replaceAll(TO[0] ?? '', '447700900999')],
  ])('refuses a line that is %s', async (_, line) => {
    await run(one => one.send({ ...MESSAGE, to: TO.slice(0, 2) }));
    const whole = await readFile(path, 'utf8');
    await writeFile(path, `${whole}${line(whole.split('\n'))}\n`);
    await expect(run(one => one.send(MESSAGE))).rejects.toMatchObject({
      code: 'submit/journal-format',
      message: 'line 5 does not fit the lines before it',
    });
    expect(sandbox.requests).toBe(1);
  });

  it('is about one message', async () => {
    await run(one => one.send(MESSAGE));
    const other = run(one => one.send({ ...MESSAGE, text: 'Ho' }));
    await expect(other).rejects.toMatchObject({ code: 'submit/journal-campaign' });
    expect(sandbox.requests).toBe(1);
  });

  it('stops everything when it cannot be written, and keeps the answer in the error', async () => {
    const journal = open();
    const broken: Journal = {
      begin: (campaign, recipients) => journal.begin(campaign, recipients),
      claim: recipients => journal.claim(recipients),
      report: () => journal.report(),
      close: () => journal.close(),
      answer: (request, answer) => journal.answer(request, { ...answer, recipients: [] }),
    };
    const error = await client(broken)
      .send(MESSAGE)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'submit/journal-claimed' });
    expect(submissionResultOf(error)?.outcome).toBe('accepted');
    await expect(run(one => one.send({ ...MESSAGE, to: TO }))).rejects.toMatchObject({
      code: 'submit/journal-locked',
    });
  });

  it('claims nobody twice, even for two that ask at once', async () => {
    const journal = open();
    const results = await Promise.allSettled([client(journal).send(MESSAGE), client(journal).send(MESSAGE)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(sent()).toEqual(TO);
  });
});

/** Hands over each file as it is opened. */
function whenOpened(change: (file: FileHandle, name: string) => void): void {
  const { open: openFile } = fsPromises;
  vi.spyOn(fsPromises, 'open').mockImplementation(async (...opened) => {
    const file = await openFile(...opened);
    change(file, String(opened[0]));
    return file;
  });
  syncBuiltinESMExports();
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('a disk that fails', () => {
  /** The journal, once it is open. */
  let file: FileHandle | undefined;

  async function begun(): Promise<Journal> {
    whenOpened((one, name) => {
      if (name === path) file = one;
    });
    const journal = open();
    await journal.begin('c', TO);
    return journal;
  }

  it.each([
    ['appendFile', 'ENOSPC'],
    ['datasync', 'EIO'],
  ] as const)('at %s stops the run for good', async (call, code) => {
    const journal = await begun();
    const spy = vi.spyOn(Object(file) as FileHandle, call).mockRejectedValueOnce(failure(code));
    const stopped = {
      code: 'submit/journal-unwritable',
      message: `the journal cannot be written: ${code}`,
      path,
      hint: 'nothing more is sent; make room and run the same command again',
      cause: { code },
    };
    await expect(journal.claim(TO.slice(0, 1))).rejects.toMatchObject(stopped);
    await expect(journal.claim(TO.slice(1, 2))).rejects.toMatchObject(stopped);
    await expect(journal.answer('r1', { state: 'accepted', recipients: [] })).rejects.toMatchObject(stopped);
    expect(spy).toHaveBeenCalledOnce();
  });

  it('stops those who wait behind the one that failed', async () => {
    const journal = await begun();
    vi.spyOn(Object(file) as FileHandle, 'appendFile').mockRejectedValueOnce(failure('ENOSPC'));
    const claims = await Promise.allSettled(TO.map(recipient => journal.claim([recipient])));
    expect(claims.map(({ status }) => status)).toEqual(TO.map(() => 'rejected'));
    expect((await lines()).map(({ line }) => line)).toEqual(['head', 'plan']);
  });

  it.each(['truncate', 'sync'] as const)('at the %s of a new journal lets go of it', async call => {
    let closed = 0;
    whenOpened((one, name) => {
      if (name !== path) return;
      vi.spyOn(one, call).mockRejectedValueOnce(failure('EIO'));
      const close = one.close.bind(one);
      vi.spyOn(one, 'close').mockImplementation(() => {
        closed += 1;
        return close();
      });
    });
    await expect(open().begin('c', TO)).rejects.toMatchObject({
      code: 'submit/journal-unwritable',
      message: 'the journal cannot be written: EIO',
    });
    expect(closed).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual(['sale.journal']);
  });

  it('lets nobody begin where it takes no lock', async () => {
    const { open: openFile } = fsPromises;
    vi.spyOn(fsPromises, 'open').mockImplementation(async (...opened) => {
      if (String(opened[0]).endsWith('.lock')) throw failure('EACCES');
      return openFile(...opened);
    });
    syncBuiltinESMExports();
    await expect(open().begin('c', TO)).rejects.toMatchObject({
      code: 'submit/journal-unwritable',
      message: 'the journal cannot be written: EACCES',
    });
  });
});

describe('a journal by itself', () => {
  const begin = async (...recipients: readonly string[]): Promise<Journal> => {
    const journal = open();
    await journal.begin('c', recipients);
    return journal;
  };

  it('brings each line to the disk before it goes on', async () => {
    const calls: string[] = [];
    whenOpened((file, name) => {
      if (name !== path) return;
      for (const call of ['truncate', 'sync', 'appendFile', 'datasync', 'close'] as const) {
        const run: (...values: never[]) => Promise<void> = file[call].bind(file);
        vi.spyOn(file, call).mockImplementation(async (...values: unknown[]) => {
          await run(...(values as never[]));
          calls.push(call);
        });
      }
    });
    const journal = open();
    await journal.begin('c', TO);
    expect(calls.splice(0)).toEqual(['truncate', 'sync', 'appendFile', 'datasync', 'appendFile', 'datasync']);
    await journal.claim(TO);
    expect(calls.splice(0)).toEqual(['appendFile', 'datasync']);
    await journal.close();
    expect(new Set(calls)).toEqual(new Set(['close']));
  });

  it('plans those who are new, and says who may be sent to', async () => {
    const journal = open();
    expect(await journal.begin('c', TO.slice(0, 2))).toEqual({ open: TO.slice(0, 2), warnings: [] });
    await journal.claim(TO.slice(0, 1));
    expect(await journal.begin('c', TO.slice(0, 3))).toEqual({ open: TO.slice(1, 3), warnings: [] });
    await journal.begin('c', TO.slice(0, 3));
    const at = NOW.toISOString();
    expect(await lines()).toEqual([
      { line: 'head', format: 'mms-composer journal 1', campaign: 'c', at },
      { line: 'plan', recipients: TO.slice(0, 2), at },
      { line: 'claim', request: 'r1', recipients: TO.slice(0, 1), at },
      { line: 'plan', recipients: TO.slice(2, 3), at },
    ]);
  });

  it('has no times where there is no clock', async () => {
    const journal = fileJournal(path);
    opened.push(journal);
    await journal.begin('c', []);
    expect(await lines()).toEqual([{ line: 'head', format: 'mms-composer journal 1', campaign: 'c' }]);
  });

  it('tells what it has, that somebody runs, and what was torn', async () => {
    await (await begin(...TO)).close();
    await writeFile(path, `${await readFile(path, 'utf8')}{`);
    const journal = await begin(...TO);
    const request = await journal.claim(TO.slice(0, 1));
    expect(await journal.report()).toMatchObject({
      campaign: 'c',
      isRunning: true,
      counts: { planned: 5, claimed: 1 },
      requests: [{ key: request, state: 'claimed' }],
      warnings: [{ code: 'submit/journal-torn' }],
    });
  });

  it('gives up what a run before left without an answer', async () => {
    const journal = await begin(...TO);
    await journal.claim(TO.slice(0, 1));
    await journal.claim(TO.slice(1, 3));
    await journal.answer('r1', {
      state: 'accepted',
      recipients: [{ recipient: TO[0] ?? '', state: 'accepted' }],
    });
    await journal.close();
    const next = open();
    expect((await next.begin('c', TO)).open).toEqual(TO.slice(3));
    expect((await lines()).at(-1)).toMatchObject({ line: 'unknown', requests: ['r2'] });
    expect((await next.report()).unresolved).toMatchObject([{ key: 'r2', recipients: TO.slice(1, 3) }]);
    await next.close();
    const before = await readFile(path, 'utf8');
    await (await begin(...TO)).close();
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('is about one message, and says how to send another', async () => {
    await begin(...TO);
    for (const journal of opened)
      await expect(journal.begin('d', TO)).rejects.toMatchObject({
        code: 'submit/journal-campaign',
        path,
        hint: expect.stringContaining('another file'),
      });
    expect(await lines()).toHaveLength(2);
  });

  it('refuses a claim of those who were claimed, and names itself', async () => {
    const journal = await begin(...TO);
    await journal.claim(TO.slice(0, 2));
    await expect(journal.claim(TO.slice(1, 3))).rejects.toMatchObject({
      code: 'submit/journal-claimed',
      path,
    });
    expect(await journal.claim(TO.slice(2, 3))).toBe('r2');
  });

  it('can be begun again when it could not be begun', async () => {
    const other = await begin();
    const journal = open();
    await expect(journal.begin('c', TO)).rejects.toMatchObject({
      code: 'submit/journal-locked',
      path,
      message: `process ${process.pid} is sending by this journal`,
      hint: expect.stringMatching(/delete .*sale\.journal\..*\.lock$/),
    });
    await other.close();
    expect((await journal.begin('c', TO)).open).toEqual(TO);
  });

  it('is let go of once, after what was under way, and can be opened again', async () => {
    const journal = await begin(...TO);
    const claim = journal.claim(TO.slice(0, 1));
    await journal.close();
    expect(await claim).toBe('r1');
    expect(await readdir(folder)).toEqual(['sale.journal']);
    await journal.close();
    await journal.begin('c', TO);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('is no folder, beside which no lock is left', async () => {
    await expect(open(folder).begin('c', TO)).rejects.toMatchObject({ code: 'file/unreadable' });
    const name = basename(folder);
    expect((await readdir(dirname(folder))).filter(one => one.startsWith(name))).toEqual([name]);
  });

  it('is closed again when it was read', async () => {
    await (await begin(...TO)).close();
    const files: FileHandle[] = [];
    whenOpened(file => files.push(file));
    await readJournal(path);
    expect(files.map(({ fd }) => fd)).toEqual([-1]);
  });

  it('is not made by closing it', async () => {
    await open().close();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what a person found out', () => {
  const IN_DOUBT = ['r1', 'r2'] as const;

  /** Two requests without an answer, and one with. */
  beforeEach(async () => {
    const journal = open();
    await journal.begin('c', TO);
    for (const first of [0, 2, 4]) await journal.claim(TO.slice(first, first + 2));
    await journal.answer('r3', {
      state: 'accepted',
      recipients: TO.slice(4).map(recipient => ({ recipient, state: 'accepted' })),
    });
    await journal.close();
  });

  it('settles a request, or one recipient', async () => {
    expect(await resolveJournal(path, IN_DOUBT[0], 'sent', { now: () => NOW })).toEqual(TO.slice(0, 2));
    expect(await resolveJournal(path, TO[3] ?? '', 'not-sent')).toEqual([TO[3]]);
    expect((await lines()).slice(-2)).toEqual([
      { line: 'resolve', recipients: TO.slice(0, 2), state: 'accepted', at: NOW.toISOString() },
      { line: 'resolve', recipients: [TO[3]], state: 'not-sent' },
    ]);
    expect((await readJournal(path)).unresolved).toMatchObject([{ key: 'r2', recipients: [TO[2]] }]);
    expect(await readdir(folder)).toEqual(['sale.journal']);
  });

  it.each(['r3', 'r4', TO[4] ?? '', ''])('says nothing of %j', async key => {
    const before = (await lines()).length;
    await expect(resolveJournal(path, key, 'not-sent')).rejects.toMatchObject({
      code: 'submit/journal-key',
      hint: expect.any(String),
    });
    // What the run before left open is given up.
    expect((await lines()).slice(before)).toEqual([{ line: 'unknown', requests: IN_DOUBT }]);
    expect(await readdir(folder)).toEqual(['sale.journal']);
  });

  it('waits for a run that goes on', async () => {
    await open().begin('c', TO);
    await expect(resolveJournal(path, 'r1', 'sent')).rejects.toMatchObject({ code: 'submit/journal-locked' });
  });
});

it.each<[string, () => unknown, string]>([
  ['a path', () => fileJournal(JSON.parse('7')), 'path'],
  ['options', () => fileJournal('a', JSON.parse('7')), 'options'],
  ['a path to read', () => readJournal(JSON.parse('7')), 'path'],
  ['a key', () => resolveJournal('a', JSON.parse('7'), 'sent'), 'key'],
  ['what was found', () => resolveJournal('a', 'r1', JSON.parse('"perhaps"')), 'found'],
])('a number is not %s', async (_, call, name) => {
  await expect(async () => call()).rejects.toMatchObject({ code: 'bytes/value-type', path: name });
});

/** No kernel gives so high a number to a process. */
const DEAD = 2 ** 31 - 1;

describe('the lock', () => {
  it('keeps two runs apart while the first goes on, also by a link', async () => {
    const first = open();
    await first.begin('a', []);
    const link = join(folder, 'link');
    await symlink(path, link);
    for (const name of [path, link]) {
      await expect(open(name).begin('a', [])).rejects.toMatchObject({ code: 'submit/journal-locked' });
    }
    expect((await readJournal(path)).isRunning).toBe(true);
    await first.close();
    expect((await readJournal(path)).isRunning).toBe(false);
  });

  it('of a dead process, of a process number used again, and of another machine', async () => {
    await run(one => one.send(MESSAGE));
    const held = open();
    await held.begin((await readJournal(path)).campaign ?? '', []);
    const own = (await readdir(folder)).find(name => name.endsWith('.lock')) ?? '';
    await held.close();
    const [, place = '', birth = ''] = /\.([0-9a-f]{8})-\d+-(\d+)-/.exec(own) ?? [];
    const lock = (where: string, pid: number, born: string): Promise<void> =>
      writeFile(`${path}.${where}-${pid}-${born}-1.lock`, '');
    await lock(place, DEAD, birth);
    await lock(place, process.pid, `${Number(birth) + 1}`);
    expect((await run(one => one.send(MESSAGE))).outcome).toBe('accepted');
    expect(await readdir(folder)).toEqual(['sale.journal']);
    await lock('00000000', DEAD, birth);
    const elsewhere = run(one => one.send(MESSAGE));
    await expect(elsewhere).rejects.toMatchObject({ code: 'submit/journal-locked', hint: /another machine/ });
  });
});

describe('mms send --journal and mms journal', () => {
  const env = { MMS_USERNAME: 'A.1', MMS_PIN: 'CANARY-7f3a' };
  const sendTo = (...options: string[]) =>
    runCommand(
      sendCommand,
      ['text', '--text', 'Hi', '--to', TO.join(), '--server', sandbox.url, '--journal', path, ...options],
      { env },
    );
  const show = (...options: string[]) => runCommand(journalCommand, [path, ...options]);

  it('goes on where it was, shows what is unknown and settles it', async () => {
    sandbox.fault({ kind: 'report', report: -2 });
    sandbox.fault({ kind: 'close-after-reading' });
    const first = await sendTo('--chunk', '2');
    expect(first.code).toBe(1);
    expect(first.stderr).toContain(
      '      2  planned\n      2  accepted\n      2  unknown\nr2  unknown: sent at 20',
    );
    expect((await sendTo('--chunk', '2')).code).toBe(1);
    const shown = await show();
    expect(shown.code).toBe(1);
    expect(shown.stdout).toMatch(
      /^ {6}4 {2}accepted\n {6}2 {2}unknown\nr2 {2}unknown: sent at 20\S+, submit\//,
    );
    expect(shown.stdout).toContain(`\n    ${TO[2]}\n    ${TO[3]}\n`);
    expect((await show('--resolve', 'r2', 'not-sent')).code).toBe(0);
    expect((await sendTo('--chunk', '2')).code).toBe(0);
    const json = JSON.parse((await show('--json')).stdout);
    expect(json).toMatchObject({ isRunning: false, counts: { accepted: 6 }, unresolved: [] });
    expect(sent()).toEqual([...TO, ...TO.slice(2, 4)]);
    expect(await readFile(path, 'utf8')).not.toContain('CANARY');
  });

  it('leaves a journal alone in a dry run', async () => {
    expect((await sendTo('--dry-run')).code).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([[[]], [['--resolve', 'r1']], [['sent']], [['--resolve', 'r1', 'perhaps']]])(
    'refuses %j',
    async words => {
      await expect(show(...words, ...(words.length === 0 ? ['a', 'b'] : []))).rejects.toMatchObject({
        name: 'UsageError',
      });
    },
  );
});
