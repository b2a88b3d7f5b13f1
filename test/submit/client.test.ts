import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
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
  type ResultEvent,
  submissionResultOf,
} from '../../src/submit/index.ts';
import { rawServer } from './servers.ts';

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
