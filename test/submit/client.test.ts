import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { issue } from '../../src/issues/index.ts';
import { presentation } from '../../src/presentation/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import {
  type AttemptEvent,
  type Chunk,
  fileLibraryCache,
  GATEWAY_SERVERS,
  GatewayClient,
  type GatewayClientOptions,
  type GatewayMessage,
  type Journal,
  type JournalState,
  type ResultEvent,
  submissionResultOf,
  type Transport,
  type TransportRequest,
} from '../../src/submit/index.ts';
import { CA, nobody, rawServer, tlsServer } from './servers.ts';

const ACCOUNT = { username: 'ANOther.12345', pin: '123456' };
const MESSAGE: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'a b' };
/** A file that the sandbox can compose a message of, as different as its number. */
const fileOf = async (number: number) => {
  const message = await presentation()
    .slide({ text: `Hi ${number}` })
    .build();
  return { name: 'a.mms', data: message.toMms() };
};
const FILE = await fileOf(0);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function client(options: Partial<GatewayClientOptions> = {}): GatewayClient {
  return new GatewayClient({ ...ACCOUNT, servers: [sandbox.url], ...options });
}

describe('servers', () => {
  it.each([
    'http://gateway.example/',
    'ftp://gateway.example/',
    'https://user:secret@gateway.example/',
    'https://gateway.example/?PIN=1',
    'https://gateway.example/?',
    'https://gateway.example/#x',
    'https://gateway.example/a\r\nb',
    'https://gateway.example/a b',
    'gateway.example',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
  ])('refuses %j before any look-up', server => {
    expect(() => client({ servers: [server] })).toThrow(
      expect.objectContaining({ code: 'submit/server-url' }),
    );
    try {
      client({ servers: [server] });
    } catch (error) {
      expect(String(error)).not.toContain('secret');
    }
  });

  it.each([
    'http://127.0.0.1:1',
    'http://127.9.9.9/',
    'http://[::1]:1/',
    'http://localhost/',
    'https://gateway.example',
  ])('takes %j', async server => {
    const { servers } = await client({ servers: [server] }).prepare(MESSAGE);
    expect(servers).toEqual([`${new URL(server).origin}/webservices/http/sendmms`]);
  });

  it('takes http elsewhere only when told so, and a path as given', async () => {
    const options = { servers: ['http://gateway.example/x'], allowInsecureHttp: true };
    expect((await client(options).prepare(MESSAGE)).servers).toEqual(['http://gateway.example/x']);
    expect(() => client({ servers: [] })).toThrow(expect.objectContaining({ code: 'submit/server-url' }));
  });

  it('goes to the two servers of the manual by default', async () => {
    expect((await new GatewayClient(ACCOUNT).prepare(MESSAGE)).servers).toEqual(GATEWAY_SERVERS);
  });

  it.each([
    { username: '', pin: '1' },
    { username: 'A', pin: '' },
  ])('wants both credentials: %j', account => {
    expect(() => new GatewayClient(account)).toThrow(expect.objectContaining({ code: 'submit/credentials' }));
  });
});

describe('what goes over the wire', () => {
  it('is a POST with the headers of the manual, and nothing else', async () => {
    let seen = '';
    const peer = await rawServer('http', socket =>
      socket.on('data', data => {
        seen += data.toString('latin1');
        if (seen.endsWith('ResponseFormat=3'))
          socket.end('HTTP/1.1 200 OK\r\n\r\nMessageIdentifier=1&Report=%2D2');
      }),
    );
    await client({ servers: [peer.url] }).send(MESSAGE);
    await peer.close();
    const [head = '', body = ''] = seen.split('\r\n\r\n');
    const [line, ...headers] = head.split('\r\n');
    expect(line).toBe('POST /sendmms HTTP/1.1');
    expect(body).toBe('Username=ANOther.12345&PIN=123456&SendTo=447700900123&Message=a%20b&ResponseFormat=3');
    const lower = headers.map(header => header.replace(/^[^:]+/, name => name.toLowerCase()));
    expect(lower.toSorted()).toEqual([
      'connection: close',
      `content-length: ${body.length}`,
      'content-type: application/x-www-form-urlencoded; charset="utf-8"',
      `host: ${new URL(peer.url).host}`,
    ]);
  });

  it('leaves no socket and no timer behind', async () => {
    await client().send(MESSAGE);
    await expect(client({ servers: ['https://127.0.0.1:1/'] }).send(MESSAGE)).rejects.toThrow();
    sandbox.fault({ kind: 'hang' });
    await expect(client().send(MESSAGE, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await expect.poll(() => sandbox.openConnections).toBe(0);
    const open = process
      .getActiveResourcesInfo()
      .filter(name => name === 'TCPSocketWrap' || name === 'TLSWrap');
    expect(open).toEqual([]);
  });
});

describe('prepare and dry run', () => {
  it('show the request without user name and PIN, and touch no network', async () => {
    const prepared = await client().prepare({
      kind: 'mms',
      to: ['447700900123'],
      file: { name: 'a.mms', data: new Uint8Array([0x8c, 0x80]) },
    });
    expect(prepared).toEqual({
      method: 'POST',
      servers: [sandbox.url],
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset="utf-8"',
        'Content-Length': '140',
        Connection: 'close',
      },
      body: 'Username=%5BREDACTED%5D&PIN=%5BREDACTED%5D&SendTo=447700900123&MMSNotificationFileName1=a.mms&MMSNotificationFileData1=8C80&ResponseFormat=3',
      parameters: [
        { name: 'Username', bytes: 23 },
        { name: 'PIN', bytes: 18 },
        { name: 'SendTo', bytes: 19 },
        { name: 'MMSNotificationFileName1', bytes: 30 },
        { name: 'MMSNotificationFileData1', bytes: 29 },
        { name: 'ResponseFormat', bytes: 16 },
      ],
      recipients: ['447700900123'],
      warnings: [],
    });
    const named = await client().prepare(MESSAGE, { showUsername: true });
    expect(named.body).toMatch(/^Username=ANOther.12345&PIN=%5BREDACTED%5D&/);
    const result = await client().send(MESSAGE, { dryRun: true });
    expect(result).toMatchObject({ outcome: 'not-sent', requestSent: 'no', attempts: [], results: [] });
    expect(result.request).toEqual(await client().prepare(MESSAGE));
    expect(sandbox.connections).toBe(0);
  });

  it('refuse what send refuses', async () => {
    const wrong = { kind: 'text', text: 'x' } as const;
    const invalid = expect.objectContaining({ code: 'submit/invalid-message' });
    await expect(client().prepare(wrong)).rejects.toEqual(invalid);
    await expect(client().send(wrong, { throwOnFailure: false })).rejects.toEqual(invalid);
    expect(sandbox.connections).toBe(0);
  });

  it('bound the content', async () => {
    const big: GatewayMessage = {
      kind: 'mms',
      to: ['447700900123'],
      file: { name: 'a.mms', data: new Uint8Array(1000) },
    };
    await expect(client({ maxContentBytes: 1100 }).prepare(big)).resolves.toBeDefined();
    await expect(client({ maxContentBytes: 1000 }).prepare(big)).rejects.toMatchObject({
      code: 'submit/too-large',
    });
    await expect(client({ maxContentBytes: Number.NaN }).prepare(big)).rejects.toMatchObject({
      path: 'limits.maxUploadBytes',
    });
  });
});

describe('results', () => {
  it('partial success is data, not an error', async () => {
    sandbox.fault({ kind: 'report', report: 15, every: 2 });
    const result = await client().send({ ...MESSAGE, to: ['447700900123', '447700900124'] });
    expect(result).toMatchObject({
      outcome: 'partial',
      results: [
        { recipient: '447700900123', report: -2, accepted: true },
        { recipient: '447700900124', report: 15, accepted: false },
      ],
    });
  });

  it('a failure is an error that carries the result', async () => {
    sandbox.fault({ kind: 'report', report: 15 }, 2);
    const error: unknown = await client()
      .send(MESSAGE)
      .catch(thrown => thrown);
    expect(isMmsError(error) && error.code).toBe('submit/rejected');
    expect(submissionResultOf(error)).toMatchObject({ outcome: 'rejected', endpoint: sandbox.url });
    expect(await client().send(MESSAGE, { throwOnFailure: false })).toMatchObject({ outcome: 'rejected' });
    expect(submissionResultOf(new Error('another'))).toBe(undefined);
  });

  it('gives the library number of an upload', async () => {
    const result = await client().send({ kind: 'mms', to: ['447700900123'], file: FILE });
    expect(result.libraryNumber).toBe(80000);
  });

  it('rejects a wrong account', async () => {
    const guarded = await startSandbox({ username: 'A', pin: '1111' });
    const result = await client({ servers: [guarded.url] }).send(MESSAGE, { throwOnFailure: false });
    expect(result).toMatchObject({ outcome: 'rejected', results: [{ report: 2 }] });
    await guarded.close();
  });
});

describe('hooks', () => {
  it('hear names and sizes, no values', async () => {
    const attempts: AttemptEvent[] = [];
    const results: ResultEvent[] = [];
    const hooks = {
      onAttempt: (event: AttemptEvent) => attempts.push(event),
      onResult: (event: ResultEvent) => results.push(event),
    };
    await client({ hooks, servers: ['http://127.0.0.1:1', sandbox.url] }).send(MESSAGE);
    expect(attempts).toMatchObject([
      { attempt: 1, requestSent: 'no', code: 'ECONNREFUSED', bytes: 84 },
      {
        attempt: 2,
        requestSent: 'maybe',
        status: 200,
        parameters: ['Username', 'PIN', 'SendTo', 'Message', 'ResponseFormat'],
      },
    ]);
    expect(results).toMatchObject([{ outcome: 'accepted', attempts: 2 }]);
    expect(JSON.stringify([attempts, results])).not.toMatch(/123456|447700900123|a b/);
  });

  it('that throw change nothing', async () => {
    const broken = () => {
      throw new Error('hook');
    };
    const result = await client({ hooks: { onAttempt: broken, onResult: broken } }).send(MESSAGE);
    expect(result.outcome).toBe('accepted');
    expect(result.warnings.map(({ code }) => code)).toEqual(['submit/hook-failed', 'submit/hook-failed']);
    const later = { onResult: () => Promise.reject(new Error('later')) };
    expect((await client({ hooks: later }).send(MESSAGE)).outcome).toBe('accepted');
  });
});

describe('sendInChunks', () => {
  const to = Array.from({ length: 7 }, (_, index) => `44770090012${index}`);

  async function collect(chunks: AsyncGenerator<Chunk>): Promise<Chunk[]> {
    const seen: Chunk[] = [];
    for await (const chunk of chunks) seen.push(chunk);
    return seen;
  }

  it('sends to everybody once, in order', async () => {
    const doubled = [...to, to[0] ?? ''];
    const chunks = await collect(client().sendInChunks({ ...MESSAGE, to: doubled }, { size: 3 }));
    expect(chunks.map(({ index, to: part, next, total }) => [index, part.length, next, total])).toEqual([
      [0, 3, 3, 7],
      [1, 3, 6, 7],
      [2, 1, 7, 7],
    ]);
    expect(sandbox.messages.flatMap(({ message }) => message.to)).toEqual(to);
  });

  it('stops at the first chunk that is not accepted in full, and can go on from there', async () => {
    sandbox.fault({ kind: 'report', report: 0 });
    sandbox.fault({ kind: 'report', report: 15, every: 2 });
    const first = await collect(client().sendInChunks({ ...MESSAGE, to }, { size: 3 }));
    expect(first.map(({ result }) => result.outcome)).toEqual(['accepted', 'partial']);
    const start = first.at(-1)?.next ?? 0;
    const rest = await collect(client().sendInChunks({ ...MESSAGE, to }, { size: 3, start }));
    expect(rest.map(chunk => chunk.to)).toEqual([to.slice(6)]);
    expect(sandbox.messages.flatMap(({ message }) => message.to)).toEqual(to);
  });

  it('goes on when told so, but never after the caller broke off', async () => {
    sandbox.fault({ kind: 'html' });
    const options = { size: 3, continueAfterFailure: true };
    const all = await collect(client().sendInChunks({ ...MESSAGE, to }, options));
    expect(all.map(({ result }) => result.outcome)).toEqual(['unknown', 'accepted', 'accepted']);
    const broken = await collect(
      client().sendInChunks({ ...MESSAGE, to }, { ...options, signal: AbortSignal.abort() }),
    );
    expect(broken.map(({ result }) => result.outcome)).toEqual(['not-sent']);
  });

  it('cuts 351 numbers into 350 and 1', async () => {
    const many = Array.from({ length: 351 }, (_, index) => String(447700900000 + index));
    const chunks = await collect(client().sendInChunks({ ...MESSAGE, to: many }));
    expect(chunks.map(chunk => chunk.to.length)).toEqual([350, 1]);
    expect(chunks.flatMap(({ result }) => result.warnings)).toEqual([]);
  });

  it('refuses to send to an address book or a copy with every chunk', async () => {
    const message = { kind: 'mms', library: 80000, to, cc: ['447700900999'] } as const;
    await expect(collect(client().sendInChunks(message, { size: 3 }))).rejects.toMatchObject({
      code: 'submit/conflict',
    });
    await expect(collect(client().sendInChunks({ ...MESSAGE, to: ['1'] }))).rejects.toMatchObject({
      code: 'submit/invalid-message',
    });
    await expect(collect(client().sendInChunks({ ...MESSAGE, to }, { size: 0 }))).rejects.toMatchObject({
      path: 'options.size',
    });
    expect(sandbox.requests).toBe(0);
    expect(await collect(client().sendInChunks(message))).toHaveLength(1);
  });
});

describe('the library cache', () => {
  let folder: string;
  let path: string;
  const upload: GatewayMessage = { kind: 'mms', to: ['447700900123'], file: FILE, subject: 'x' };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'library-'));
    path = join(folder, 'library.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('sends the same content by its number the second time', async () => {
    const caching = client({ libraryCache: fileLibraryCache(path) });
    await caching.send(upload);
    const second = await caching.send({ ...upload, subject: 'y' });
    expect(sandbox.messages[1]?.message).toEqual({
      kind: 'mms',
      to: ['447700900123'],
      library: 80000,
      subject: 'y',
    });
    expect(second.warnings.map(({ code }) => code)).toEqual(['submit/from-library']);
    expect(await readdir(folder)).toEqual(['library.json']);
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(
      /^\{\n {2}"format": "mms-composer library cache 1",\n {2}"numbers": \{\n {4}"[0-9a-f]{64}": 80000\n/,
    );
    expect(text).not.toContain(ACCOUNT.pin);
  });

  it('tells accounts, kinds, names and contents apart', async () => {
    const libraryCache = fileLibraryCache(path);
    await client({ libraryCache }).send(upload);
    const others: GatewayMessage[] = [
      { ...upload, file: { ...FILE, name: 'b.mms' } },
      { ...upload, file: { ...FILE, contentType: 'image/gif' } },
      { ...upload, file: await fileOf(1) },
      { kind: 'wap-push', to: ['447700900123'], file: FILE },
    ];
    for (const other of others) await client({ libraryCache }).send(other);
    await client({ libraryCache, username: 'Somebody.1' }).send(upload);
    expect(sandbox.messages.every(({ message }) => 'file' in message)).toBe(true);
  });

  it('forgets a number that the gateway refuses', async () => {
    const caching = client({ libraryCache: fileLibraryCache(path) });
    await caching.send(upload);
    sandbox.fault({ kind: 'report', report: 99 });
    await expect(caching.send(upload)).rejects.toMatchObject({ code: 'submit/rejected' });
    await caching.send(upload);
    expect(sandbox.messages.map(({ message }) => 'file' in message)).toEqual([true, true]);
  });

  it.each(['{}', 'not JSON', '{"format":"mms-composer library cache 1","numbers":{"a":"b"}}', 'null'])(
    'leaves a file alone that is something else: %s',
    async content => {
      await writeFile(path, content);
      const result = await client({ libraryCache: fileLibraryCache(path) }).send(upload);
      expect(result.outcome).toBe('accepted');
      expect(result.warnings.map(({ code }) => code)).toEqual([
        'submit/library-cache',
        'submit/library-cache',
      ]);
      expect(await readFile(path, 'utf8')).toBe(content);
    },
  );

  it('keeps every number of submissions at the same time', async () => {
    const caching = client({ libraryCache: fileLibraryCache(path) });
    const files = await Promise.all(Array.from({ length: 10 }, (_, index) => fileOf(index)));
    const uploads = files.map(file => ({ ...upload, file }));
    await Promise.all(uploads.map(message => caching.send(message)));
    expect(Object.keys(JSON.parse(await readFile(path, 'utf8')).numbers)).toHaveLength(10);
  });
});

const [A, B, C, D, E] = ['447700900121', '447700900122', '447700900123', '447700900124', '447700900125'];

/** A gateway that says the same of every number, and what it got. */
function gateway(report = '%2D2') {
  const requests: TransportRequest[] = [];
  const forms = () => requests.map(({ body }) => new URLSearchParams(new TextDecoder().decode(body)));
  const transport: Transport = async request => {
    requests.push(request);
    const to = forms().at(-1)?.get('SendTo')?.split(',') ?? [];
    const body = `MessageIdentifier=${to.map((_, index) => index)}&Report=${to.map(() => report)}`;
    return { kind: 'answer', status: 200, body: new TextEncoder().encode(body) };
  };
  return { requests, forms, transport, lists: () => forms().map(form => form.get('SendTo')) };
}

/** A journal in memory that knows of some recipients, and what was done with it. */
function remembering(done: Readonly<Record<string, JournalState>> = {}) {
  const calls: string[] = [];
  const recipients = Object.entries(done).map(([recipient, state]) => ({ recipient, state }));
  const counts = { planned: 0, claimed: 0, accepted: 0, partial: 0, rejected: 0, 'not-sent': 0, unknown: 0 };
  const journal: Journal = {
    async begin(campaign, asked) {
      calls.push(`begin ${campaign.length} ${asked.length}`);
      return { open: asked.filter(one => !(one in done)), warnings: [issue('submit/journal-torn', 'torn')] };
    },
    async claim(claimed) {
      calls.push(`claim ${claimed}`);
      return 'key';
    },
    answer: async (key, { state }) => void calls.push(`${key} ${state}`),
    report: async () => ({ isRunning: true, counts, requests: [], recipients, unresolved: [], warnings: [] }),
    close: async () => undefined,
  };
  return { journal, calls };
}

function clientOf(options: Partial<GatewayClientOptions>): GatewayClient {
  return new GatewayClient({ ...ACCOUNT, servers: ['https://gateway.example/'], ...options });
}

const codesOf = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

describe('a client with a journal', () => {
  const message: GatewayMessage = { kind: 'text', to: [A, B], text: 'Hi' };
  const copied: GatewayMessage = { kind: 'mms', to: [A], library: 80_000, cc: [C] };
  const copy = `SendCc=${C}`;

  it.each<[string, GatewayMessage, Record<string, JournalState>, string[], string[], string[]]>([
    ['to all', message, {}, [`${A},${B}`], ['begin 64 2', `claim ${A},${B}`, 'key accepted'], []],
    [
      'to the rest',
      message,
      { [A]: 'accepted' },
      [B],
      ['begin 64 2', `claim ${B}`, 'key accepted'],
      ['submit/journal-skipped'],
    ],
    [
      'to nobody',
      message,
      { [A]: 'accepted', [B]: 'accepted' },
      [],
      ['begin 64 2'],
      ['submit/journal-skipped'],
    ],
    [
      'to those who get a copy too',
      copied,
      {},
      [A],
      ['begin 64 2', `claim ${A},${copy}`, 'key accepted'],
      [],
    ],
    [
      'to nobody, and no copy',
      copied,
      { [A]: 'accepted', [copy]: 'accepted' },
      [],
      ['begin 64 2'],
      ['submit/journal-skipped'],
    ],
  ])('sends %s', async (_, sent, done, lists, expected, warnings) => {
    const { transport, lists: got, forms } = gateway();
    const { journal, calls } = remembering(done);
    const result = await clientOf({ transport, journal }).send(sent);
    expect(result.outcome).toBe('accepted');
    expect(got()).toEqual(lists);
    expect(calls).toEqual(expected);
    expect(codesOf(result).filter(code => code.startsWith('submit/journal'))).toEqual([
      'submit/journal-torn',
      ...warnings,
    ]);
    for (const form of forms()) expect(form.get('SendCc')).toBe(sent === copied ? C : null);
  });

  it('sends no second copy', async () => {
    const { transport, lists } = gateway();
    const { journal, calls } = remembering({ [copy]: 'accepted' });
    await expect(clientOf({ transport, journal }).send(copied)).rejects.toMatchObject({
      code: 'submit/conflict',
      hint: expect.any(String),
    });
    expect([lists(), calls]).toEqual([[], ['begin 64 2']]);
  });

  it('tells what nobody knows of those who were sent to', async () => {
    const { journal } = remembering({ [A]: 'unknown', [B]: 'accepted' });
    await expect(clientOf({ ...gateway(), journal }).send(message)).rejects.toMatchObject({
      code: 'submit/journal-unknown',
    });
  });

  it('keeps what failed, and why', async () => {
    const { journal, calls } = remembering();
    await expect(clientOf({ ...gateway('15'), journal }).send(message)).rejects.toMatchObject({
      code: 'submit/rejected',
    });
    expect(calls.at(-1)).toBe('key rejected');
    const broken = () => Promise.reject(new RangeError('no idea'));
    await expect(clientOf({ transport: broken, journal }).send(message)).rejects.toMatchObject({
      code: 'submit/connection-lost',
      cause: { name: 'RangeError', message: 'no idea' },
    });
  });

  it('leaves it alone in a dry run', async () => {
    const { transport, requests } = gateway();
    const { journal, calls } = remembering();
    const result = await clientOf({ transport, journal }).send(message, { dryRun: true });
    expect(result).toMatchObject({ outcome: 'not-sent', request: { recipients: [A, B] } });
    expect([requests, calls]).toEqual([[], []]);
  });
});

describe('chunks without a network', () => {
  const message: GatewayMessage = { kind: 'text', to: [A, B, C, D, E], text: 'Hi' };

  async function chunks(
    options: Partial<GatewayClientOptions>,
    how: Parameters<GatewayClient['sendInChunks']>[1],
  ) {
    const seen: Chunk[] = [];
    for await (const chunk of clientOf(options).sendInChunks(message, how)) seen.push(chunk);
    return seen;
  }

  it('go to those whom a journal leaves open, and warn once', async () => {
    const { transport, lists } = gateway();
    const { journal, calls } = remembering({ [B]: 'accepted' });
    const seen = await chunks({ transport, journal }, { size: 2 });
    expect(lists()).toEqual([`${A},${C}`, `${D},${E}`]);
    expect(calls).toEqual([
      'begin 64 5',
      `claim ${A},${C}`,
      'key accepted',
      `claim ${D},${E}`,
      'key accepted',
    ]);
    expect(seen.map(({ result }) => codesOf(result))).toEqual([
      ['submit/journal-torn', 'submit/journal-skipped'],
      [],
    ]);
    expect(seen.map(({ next, total }) => [next, total])).toEqual([
      [3, 5],
      [5, 5],
    ]);
  });

  it('are judged before a journal is begun', async () => {
    const { journal, calls } = remembering();
    await expect(chunks({ ...gateway(), journal }, { size: 0 })).rejects.toMatchObject({
      path: 'options.size',
    });
    expect(calls).toEqual([]);
  });

  it('end with the first that fails, unless they are to go on', async () => {
    expect(await chunks(gateway('15'), { size: 2 })).toHaveLength(1);
    expect(await chunks(gateway('15'), { size: 2, continueAfterFailure: true })).toHaveLength(3);
    const signal = AbortSignal.abort();
    expect(await chunks(gateway(), { size: 2, continueAfterFailure: true, signal })).toHaveLength(1);
    const controller = new AbortController();
    const hooks = { onResult: () => controller.abort() };
    expect(await chunks({ ...gateway(), hooks }, { size: 2, signal: controller.signal })).toHaveLength(1);
  });

  it('are all told of in a dry run, which leaves a journal alone', async () => {
    const { transport, requests } = gateway();
    const { journal, calls } = remembering({ [A]: 'accepted' });
    const seen = await chunks({ transport, journal }, { size: 2, dryRun: true });
    expect(seen.map(({ result }) => result.request?.recipients)).toEqual([[A, B], [C, D], [E]]);
    expect(seen.map(({ result }) => result.outcome)).toEqual(['not-sent', 'not-sent', 'not-sent']);
    expect([requests, calls]).toEqual([[], []]);
  });
});

describe('a client without a network', () => {
  it('sends the number of a file that the library has, to the part of the list alone', async () => {
    const { transport, forms } = gateway();
    const libraryCache = {
      get: async () => 80_001,
      set: async () => undefined,
      delete: async () => undefined,
    };
    const message: GatewayMessage = { kind: 'mms', to: [A, B, C], file: FILE };
    const seen: Chunk[] = [];
    for await (const chunk of clientOf({ transport, libraryCache }).sendInChunks(message, { size: 2 }))
      seen.push(chunk);
    expect(
      forms().map(form => [form.get('SendTo'), form.get('MMSFileMMS'), form.has('MMSNotificationFileData1')]),
    ).toEqual([
      [`${A},${B}`, '80001', false],
      [C, '80001', false],
    ]);
    expect(seen.map(({ result }) => codesOf(result))).toEqual([
      ['submit/from-library'],
      ['submit/from-library'],
    ]);
  });

  it('waits as long as the message says, else as the client does', async () => {
    const { transport, requests } = gateway();
    const waiting = clientOf({ transport, timeouts: { connectMs: 1, headersMs: 2 } });
    await waiting.send(MESSAGE, { timeouts: { headersMs: 3 } });
    expect(requests[0]?.timeouts).toEqual({ connectMs: 1, headersMs: 3, bodyMs: 60_000 });
  });

  it('hands its certificates to the transport', async () => {
    const { transport, requests } = gateway();
    await clientOf({ transport, ca: 'PEM' }).send(MESSAGE);
    expect(requests[0]?.ca).toBe('PEM');
  });

  it('gives a result in place of an error where that is wanted', async () => {
    const failing = clientOf(gateway('15'));
    await expect(failing.send(MESSAGE, { throwOnFailure: true })).rejects.toMatchObject({
      code: 'submit/rejected',
    });
    expect(await failing.send(MESSAGE, { throwOnFailure: false })).toMatchObject({ outcome: 'rejected' });
    const lost = { kind: 'failure', requestSent: 'no', mayTryNext: false, error: new Error('x') } as const;
    await expect(clientOf({ transport: async () => lost }).send(MESSAGE)).rejects.toMatchObject({
      code: 'submit/not-connected',
      details: { result: { outcome: 'not-sent' } },
    });
  });

  it.each<[string, () => unknown]>([
    ['options', () => new GatewayClient(JSON.parse('null'))],
    ['servers', () => clientOf({ servers: JSON.parse('"https://gateway.example/"') })],
    ['options', () => clientOf({}).prepare(MESSAGE, JSON.parse('5'))],
    ['options', () => clientOf({}).send(MESSAGE, JSON.parse('5'))],
    ['message', () => clientOf({}).send(JSON.parse('null'))],
  ])('%#: is asked for its %s', async (path, run) => {
    await expect(Promise.resolve().then(run)).rejects.toMatchObject({ code: 'bytes/value-type', path });
  });
});

describe('verify', () => {
  const OK = 'HTTP/1.1 200 OK\r\n\r\n';

  it('connects to each server and sends nothing', async () => {
    const [bad, good, closed] = [await tlsServer('expired', OK), await tlsServer('good', OK), await nobody()];
    try {
      const servers = [bad.url, closed.url, good.url];
      const checks = await clientOf({ servers, ca: CA, timeouts: { connectMs: 2000 } }).verify();
      expect(checks.map(({ endpoint, reachable, code }) => [endpoint, reachable, code])).toEqual([
        [bad.url, false, 'CERT_HAS_EXPIRED'],
        [closed.url, false, 'ECONNREFUSED'],
        [good.url, true, undefined],
      ]);
      const [untrusted] = await clientOf({ servers: [good.url] }).verify();
      expect(untrusted?.code).toMatch(/SELF_SIGNED|UNABLE_TO/);
      expect([bad.requests(), good.requests()]).toEqual([0, 0]);
    } finally {
      await bad.close();
      await good.close();
    }
  });

  it('waits as long as the client does', async () => {
    const silent = await rawServer('https', () => undefined);
    try {
      const [check] = await clientOf({ servers: [silent.url], timeouts: { connectMs: 200 } }).verify();
      expect(check).toMatchObject({ reachable: false, code: 'UND_ERR_CONNECT_TIMEOUT' });
    } finally {
      await silent.close();
    }
  });
});
