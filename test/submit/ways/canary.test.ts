import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  fileJournal,
  type GatewayMessage,
  kannel,
  mm1,
  mm7,
  readJournal,
  type SendByOptions,
  sendBy,
  smpp,
  type Way,
} from '../../../src/submit/index.ts';
import { vector } from './vectors.ts';

const SECRET = 'CANARY-7f3a';
const BASIC = Buffer.from(`shop:${SECRET}`).toString('base64');
const HEX = Buffer.from(SECRET).toString('hex');
const FORMS = [
  SECRET,
  HEX,
  HEX.replace(/../g, '%$&'),
  SECRET.replace('-', '%2D'),
  BASIC,
  Buffer.from(SECRET).toString('base64'),
];

const SMS: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'x' };
const MMS: GatewayMessage = {
  kind: 'mms',
  to: ['447700900123'],
  file: { name: 'a.mms', data: vector('mm1-send-req.mms') },
};

interface WayRow {
  readonly open: (port: number) => Way;
  readonly message: GatewayMessage;
}

const account = { username: 'shop', password: SECRET };
const WAYS: Readonly<Record<string, WayRow>> = {
  mm1: {
    open: port =>
      mm1({
        mmsc: `http://127.0.0.1:${port}/mms`,
        userAgent: 'x',
        carrierHeaders: ['X-NAI: ##NAI##'],
        subscriber: { nai: SECRET },
      }),
    message: MMS,
  },
  mm7: { open: port => mm7({ servers: [`http://127.0.0.1:${port}/mm7`], ...account }), message: MMS },
  kannel: { open: port => kannel({ servers: [`http://127.0.0.1:${port}`], ...account }), message: SMS },
  smpp: {
    open: port => smpp({ servers: [`smpp://127.0.0.1:${port}`], systemId: 'shop', password: SECRET }),
    message: SMS,
  },
};

const surfaces: string[] = [];

function look(value: unknown): void {
  surfaces.push(inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }));
  surfaces.push(String(value), JSON.stringify(value) ?? '');
  if (!(value instanceof Error)) return;
  surfaces.push(String(value.stack));
  look({ ...value });
  if (value.cause !== undefined) look(value.cause);
}

/** Where there is no Basic authentication, nobody knows that its header would be a secret. */
let forms: readonly string[] = FORMS;

function found(): string[] {
  const text = surfaces.join('\n').toLowerCase();
  return forms.filter(form => text.includes(form.toLowerCase()));
}

let folder: string;
const servers: Server[] = [];

beforeEach(async () => {
  surfaces.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'canary-'));
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
      surfaces.push(String(chunk));
      return write(chunk, ...(rest as []));
    });
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
  await rm(folder, { recursive: true });
});

/** A peer that does as it likes with what comes. */
async function peer(onData: (socket: Socket, data: Buffer) => void): Promise<number> {
  const server = createServer(socket => {
    socket.on('error', () => undefined);
    socket.once('data', data => onData(socket, data));
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

const QUICK = { timeouts: { connectMs: 1000, headersMs: 200, bodyMs: 200 } };

let journals = 0;

async function provoke({ open, message }: WayRow, port: number, options: SendByOptions = {}): Promise<void> {
  const way = open(port);
  look(way);
  const hooks = { onAttempt: look, onResult: look };
  const path = join(folder, `${journals++}.journal`);
  const journal = fileJournal(path, { now: () => new Date(0) });
  look(await sendBy(way, message, { ...QUICK, hooks, journal, ...options }).catch((error: unknown) => error));
  look(await sendBy(way, message, { ...QUICK, hooks, throwOnFailure: false, ...options }));
  await journal.close();
  if (options.dryRun === true) return;
  surfaces.push(await readFile(path, 'utf8'));
  look(await readJournal(path));
}

const http = (text: string): string => `HTTP/1.1 ${text}`;

/** What a peer may do; the last ones send back all that they got, in every coding. */
const MISDEEDS: Readonly<Record<string, (socket: Socket, data: Buffer) => void>> = {
  reset: socket => socket.resetAndDestroy(),
  close: socket => socket.destroy(),
  silence: () => undefined,
  garbage: socket =>
    socket.end('\u0016\u0003\u0001no protocol at all, but long enough to be a length\r\n\r\n'),
  'status 403': socket => socket.end(http('403 Forbidden\r\nContent-Length: 0\r\n\r\n')),
  'status 503': socket => socket.end(http('503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n')),
  'an echo with success': (socket, data) =>
    socket.end(http(`202 OK\r\n\r\n0: Accepted for delivery ${data.toString('latin1')}`)),
  'an echo with failure': (socket, data) =>
    socket.end(http(`400 ${forms.join(' ')}\r\n\r\n${forms.join(' ')} ${data.toString('latin1')}`)),
  'an echo of a fault': socket =>
    socket.end(
      http(
        `200 OK\r\n\r\n<Envelope><Header><TransactionID>0000</TransactionID></Header><Body><RSErrorRsp><Status><StatusCode>2000</StatusCode><StatusText>${forms.join(' ')}</StatusText></Status><MessageID>${forms.join(' ')}</MessageID></RSErrorRsp></Body></Envelope>`,
      ),
    ),
  'an echo in a retry': socket => socket.end(http(`500 x\r\nRetry-After: ${forms.join(' ')}\r\n\r\n`)),
};

describe.each(Object.entries(WAYS))('the canary of %s', (name, way) => {
  beforeEach(() => {
    forms = name === 'mm7' ? FORMS : FORMS.filter(form => form !== BASIC);
  });

  it('would be found', () => {
    for (const form of forms) {
      surfaces.length = 0;
      look(new Error('x', { cause: new Error(`a ${form} b`) }));
      expect(found()).toContain(form);
    }
  });

  it.each(Object.keys(MISDEEDS))('is nowhere after %s', { timeout: 20_000 }, async misdeed => {
    await provoke(way, await peer(MISDEEDS[misdeed] ?? (() => undefined)));
    expect(found()).toEqual([]);
  });

  it('is nowhere when nobody is there, in a dry run, after breaking off', { timeout: 20_000 }, async () => {
    await provoke(way, 1);
    await provoke(way, 1, { dryRun: true });
    await provoke(way, await peer(() => undefined), { signal: AbortSignal.timeout(50) });
    await provoke(way, 1, { signal: AbortSignal.abort() });
    expect(found()).toEqual([]);
  });

  it('is nowhere when the transport itself throws it', async () => {
    const cause = Object.assign(new Error(forms.join(' ')), { code: 'EOTHER', request: forms.join(' ') });
    const transport = (): Promise<never> => Promise.reject(new Error(forms.join(' '), { cause }));
    await provoke(way, 1, { transport });
    expect(found()).toEqual([]);
  });

  it('is nowhere in what is said of bad options', () => {
    for (const server of [
      `http://${SECRET}@127.0.0.1/`,
      `http://x.example/?p=${SECRET}`,
      `smpp://a:${SECRET}@h`,
      `nonsense ${SECRET}@`,
    ]) {
      for (const open of [
        () => mm7({ servers: [server], ...account }),
        () => kannel({ servers: [server], ...account }),
        () => smpp({ servers: [server], systemId: 'a', password: SECRET }),
        () => mm1({ mmsc: server, userAgent: 'x' }),
        () => mm7({ servers: [], username: `a:${SECRET}`, password: SECRET }),
      ]) {
        try {
          open();
        } catch (error) {
          look(error);
        }
      }
    }
    expect(surfaces.length).toBeGreaterThan(0);
    expect(found()).toEqual([]);
  });
});
