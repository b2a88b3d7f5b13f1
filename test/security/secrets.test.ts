import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import {
  decodeForm,
  encodeForm,
  GatewayClient,
  type GatewayMessage,
  type SendOptions,
} from '../../src/submit/index.ts';
import { nobody, rawServer, tlsServer } from '../submit/servers.ts';

const PIN = 'CANARY-7f3a';
const ACCOUNT = { username: 'ANOther.12345', pin: PIN };
const MESSAGE: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'x' };
const QUICK = { connectMs: 300, headersMs: 300, bodyMs: 300 };

const HEX = Buffer.from(PIN).toString('hex');
const PERCENT = HEX.replace(/../g, '%$&');
const FORMS = [PIN, HEX, PERCENT, PIN.replace('-', '%2D'), Buffer.from(PIN).toString('base64').slice(0, 12)];

/** Every place where an outsider may look. */
const surfaces: string[] = [];

function look(value: unknown): void {
  surfaces.push(inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }));
  surfaces.push(String(value), JSON.stringify(value) ?? '');
  if (value instanceof Error) {
    surfaces.push(String(value.stack));
    if (value.cause !== undefined) look(value.cause);
    look({ ...value });
  }
  try {
    surfaces.push(inspect(structuredClone(value), { depth: Number.POSITIVE_INFINITY }));
  } catch {
    // What cannot be cloned leaks nothing this way.
  }
}

function found(): string[] {
  const text = surfaces.join('\n').toLowerCase();
  return FORMS.filter(form => text.includes(form.toLowerCase()));
}

let sandbox: Sandbox;

beforeEach(async () => {
  surfaces.length = 0;
  sandbox = await startSandbox();
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
  await sandbox.close();
});

async function provoke(
  servers: readonly string[],
  options: SendOptions & { ca?: string } = {},
  message = MESSAGE,
): Promise<void> {
  const hooks = { onAttempt: look, onResult: look };
  const client = new GatewayClient({ ...ACCOUNT, servers, timeouts: QUICK, hooks });
  look(client);
  look(await client.send(message, options).catch((error: unknown) => error));
  look(await client.send(message, { ...options, throwOnFailure: false }).catch((error: unknown) => error));
}

describe('S1: the canary PIN', () => {
  it('would be found', () => {
    for (const form of FORMS) {
      surfaces.length = 0;
      look(new Error('x', { cause: new Error(`a ${form} b`) }));
      expect(found()).toContain(form);
    }
  });

  it.each<Fault>([
    { kind: 'reset-before-reading' },
    { kind: 'close-after-reading' },
    { kind: 'hang' },
    { kind: 'cut' },
    { kind: 'stall' },
    { kind: 'garbage' },
    { kind: 'html' },
    { kind: 'oversized' },
    { kind: 'status', status: 302, headers: { Location: '/' } },
    { kind: 'status', status: 403 },
    { kind: 'status', status: 503, headers: { 'Retry-After': '1' } },
    { kind: 'report', report: 15 },
    { kind: 'report', report: -2 },
  ])('is nowhere after $kind', async fault => {
    sandbox.fault(fault, Number.POSITIVE_INFINITY);
    await provoke([sandbox.url, 'http://127.0.0.1:1/']);
    look(sandbox);
    expect(found()).toEqual([]);
  });

  it('is nowhere when nobody is there, certificates are bad, or the caller breaks off', async () => {
    const bad = await tlsServer('good', '');
    const silent = await rawServer('https', () => undefined);
    const gone = await nobody();
    await provoke([gone.url, 'https://gateway.invalid/', silent.url]);
    await provoke([bad.url]);
    await provoke([sandbox.url], { signal: AbortSignal.abort() });
    await provoke([silent.url], { signal: AbortSignal.timeout(50) });
    await bad.close();
    await silent.close();
    expect(found()).toEqual([]);
  });

  it('is nowhere when a server echoes what it got, in any coding', async () => {
    for (const echo of FORMS.slice(0, 4)) {
      const body = `MessageIdentifier=${echo}&Report=15&Text=${encodeURIComponent(echo)}&Foo=${echo}`;
      for (const answer of [
        `200 OK\r\n\r\n${body}`,
        `500 ${echo}\r\nRetry-After: ${echo}\r\n\r\n${body}`,
        `200 OK\r\n\r\n15 - ${echo}`,
      ]) {
        const peer = await rawServer('http', socket =>
          socket.once('data', () => socket.end(`HTTP/1.1 ${answer}`)),
        );
        await provoke([peer.url]);
        await peer.close();
      }
    }
    expect(found()).toEqual([]);
  });

  it('is nowhere in a dry run, a refusal or a bad configuration', async () => {
    await provoke([sandbox.url], { dryRun: true });
    await provoke([sandbox.url], {}, { kind: 'mms', to: ['0'], library: 0, subject: 'x'.repeat(51) });
    look(await new GatewayClient({ ...ACCOUNT, servers: [sandbox.url] }).prepare(MESSAGE));
    for (const server of [
      'http://gateway.example/',
      `https://${PIN}@gateway.example/`,
      `https://gateway.example/?PIN=${PIN}`,
    ]) {
      try {
        new GatewayClient({ ...ACCOUNT, servers: [server] });
      } catch (error) {
        look(error);
      }
    }
    for (const pin of [`${PIN} `, `${PIN}\n`]) {
      try {
        encodeForm(MESSAGE, { credentials: { username: 'A', pin } });
      } catch (error) {
        look(error);
      }
    }
    expect(found()).toEqual([]);
  });

  it('is nowhere in a form that was read, its errors, or the inbox of a sandbox', async () => {
    const body = encodeForm(MESSAGE, { credentials: ACCOUNT });
    look(decodeForm(body));
    for (const broken of [
      `${body}&vCard=1`,
      `PIN=${PIN}`,
      `${body}&PIN=${PIN}`,
      `${body}&SendTo=%zz&pin=${PIN}`,
    ]) {
      try {
        look(decodeForm(broken, { strict: true }));
      } catch (error) {
        look(error);
      }
    }
    await provoke([sandbox.url]);
    for (const path of ['', 'messages', 'messages/1'])
      look(await (await fetch(`${sandbox.inboxUrl}${path}`)).text());
    look(await (await fetch(`${sandbox.url}?${body}`)).text());
    look(await (await fetch(`${sandbox.inboxUrl}messages`)).text());
    expect(found()).toEqual([]);
    expect(sandbox.messages.length).toBeGreaterThan(1);
  });

  it('is nowhere in what undici and Node tell a debugger', async () => {
    const script = `
      import { GatewayClient } from ${JSON.stringify(resolve(import.meta.dirname, '../../src/submit/index.ts'))};
      const servers = ['http://127.0.0.1:1/', process.argv[1]];
      const client = new GatewayClient({ username: 'A.1', pin: ${JSON.stringify(PIN)}, servers });
      const result = await client.send({ kind: 'text', to: ['447700900123'], text: 'x' });
      console.log(result.outcome);`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script, sandbox.url];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_DEBUG: 'undici,http,net,tls' },
    });
    child.stdout.on('data', data => surfaces.push(String(data)));
    child.stderr.on('data', data => surfaces.push(String(data)));
    await once(child, 'close');
    expect(surfaces.join('')).toContain('accepted');
    expect(surfaces.join('')).toMatch(/^HTTP [0-9]+:/m);
    expect(found()).toEqual([]);
  });
});

describe('S2: the address', () => {
  it('never has the PIN, and the method is always POST', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
      response.end('MessageIdentifier=1&Report=0');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    await provoke([`http://127.0.0.1:${port}/`]);
    server.close();
    expect(seen).toHaveLength(2);
    expect(seen.every(line => line.startsWith('POST /webservices/http/sendmms {'))).toBe(true);
    expect(FORMS.filter(form => seen.join('').includes(form))).toEqual([]);
  });
});

describe('S3: a redirect', () => {
  it('to another host brings no request there', async () => {
    const stranger = await rawServer('http', () => undefined);
    const status = { kind: 'status', status: 307, headers: { Location: stranger.url } } as const;
    sandbox.fault(status, Number.POSITIVE_INFINITY);
    await provoke([sandbox.url]);
    expect(stranger.requests()).toBe(0);
    expect(sandbox.requests).toBe(2);
    await stranger.close();
  });

  it('or an address without TLS is refused before any host is looked up', () => {
    expect(() => new GatewayClient({ ...ACCOUNT, servers: ['http://gateway.invalid/'] })).toThrow(
      expect.objectContaining({ name: 'MmsError' }),
    );
  });
});

describe('S4: a bad certificate', () => {
  it('lets no octet of the request out, to this server or the next', async () => {
    const bad = await tlsServer('good', '');
    const next = await rawServer('http', () => undefined);
    await provoke([bad.url, next.url]);
    expect([bad.requests(), next.requests()]).toEqual([0, 0]);
    await Promise.all([bad.close(), next.close()]);
  });
});

describe('S5: what stands in the repository', () => {
  it('has fictitious numbers only', () => {
    const root = resolve(import.meta.dirname, '../..');
    const folders = ['src/submit', 'src/sandbox', 'test/submit', 'test/sandbox', 'test/vectors/submit'];
    const files = folders.flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => /\.(?:ts|json)$/.test(name))
        .map(name => join(root, folder, name)),
    );
    const numbers = files.flatMap(
      file => readFileSync(file, 'utf8').match(/(?<![0-9A-Fa-f])44[0-9]{10}(?![0-9A-Fa-f])/g) ?? [],
    );
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter(number => !/^44(?:7700900|2079460)/.test(number))).toEqual([]);
  });
});
