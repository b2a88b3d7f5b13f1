import { getEventListeners, once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer, type Received } from 'smpp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MmsError } from '../../../../src/errors.ts';
import { isPackageMissing, openSession, type SmppPeer } from '../../../../src/submit/ways/smpp/session.ts';
import { CA, tlsServer } from '../../servers.ts';

const TIMES = { connectMs: 2000, answerMs: 2000 };
const SOON = { connectMs: 100, answerMs: 100 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) await close();
});

async function listening(server: Server): Promise<SmppPeer> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, tls: false };
}

/** A centre that answers each command with a status, or hangs up where there is none, or is silent. */
async function centre(statuses: Readonly<Record<string, number | 'silent' | 'hang up'>>) {
  const got: Received[] = [];
  const server = createServer(session => {
    session.on('error', () => undefined);
    session.on('pdu', pdu => {
      got.push(pdu);
      const status = statuses[pdu.command] ?? 'silent';
      if (status === 'hang up') session.socket.destroy();
      else if (status !== 'silent') session.send(pdu.response({ command_status: status, message_id: 'm1' }));
    });
  });
  return { peer: await listening(server), got };
}

const commands = (got: readonly Received[]): string[] => got.map(({ command }) => command);

describe('a session', () => {
  it('binds, submits and says goodbye', async () => {
    const { peer, got } = await centre({ bind_transceiver: 0, submit_sm: 8 });
    const session = await openSession(peer, undefined, TIMES);
    expect(await session.bind({ system_id: 'shop', password: 'secret' })).toMatchObject({
      command_status: 0,
    });
    expect(await session.submit({ destination_addr: '44' })).toMatchObject({ command_status: 8 });
    session.close();
    await vi.waitFor(() => expect(commands(got)).toEqual(['bind_transceiver', 'submit_sm', 'unbind']));
    expect(got[0]).toMatchObject({ system_id: 'shop', password: 'secret' });
    expect(got[1]).toMatchObject({ destination_addr: '44' });
  });

  it('does not begin where nobody listens', async () => {
    const { peer } = await centre({});
    await closing.pop()?.();
    await expect(openSession(peer, undefined, TIMES)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('waits no longer than it may for a connection, and hangs up', async () => {
    let closed: Promise<unknown> | undefined;
    const silent = createTcpServer(socket => {
      closed = once(socket.resume(), 'close');
    });
    const peer = await listening(silent);
    await expect(openSession({ ...peer, tls: true }, undefined, SOON)).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
    await closed;
  });

  it.each([
    ['silent', 'ETIMEDOUT'],
    ['hang up', 'ECONNRESET'],
  ] as const)('fails with a centre that is %s', async (status, code) => {
    const { peer } = await centre({ bind_transceiver: 0, submit_sm: status });
    const session = await openSession(peer, undefined, { connectMs: 2000, answerMs: 500 });
    await session.bind({});
    await expect(session.submit({})).rejects.toMatchObject({ code });
    session.close();
  });

  it('submits nothing over a connection that is closed', async () => {
    const { peer, got } = await centre({ bind_transceiver: 'hang up' });
    const session = await openSession(peer, undefined, TIMES);
    await expect(session.bind({})).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(session.submit({})).rejects.toMatchObject({ code: 'ECONNRESET' });
    session.close();
    expect(commands(got)).toEqual(['bind_transceiver']);
  });
});

describe('the signal', () => {
  it('ends a wait with its reason, and is left alone after it', async () => {
    const { peer } = await centre({ bind_transceiver: 0 });
    const breaker = new AbortController();
    const { signal } = breaker;
    const session = await openSession(peer, undefined, { ...TIMES, signal });
    await session.bind({});
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    const reason = new Error('enough');
    const waiting = session.submit({});
    breaker.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    session.close();
  });

  it('lets nothing be sent when it has come, whatever its reason', async () => {
    const { peer, got } = await centre({ bind_transceiver: 0 });
    const breaker = new AbortController();
    const session = await openSession(peer, undefined, { ...TIMES, signal: breaker.signal });
    breaker.abort('a text');
    await expect(session.bind({})).rejects.toThrow('aborted');
    session.close();
    await vi.waitFor(() => expect(commands(got)).toEqual(['unbind']));
  });
});

describe('a session over TLS', () => {
  it.each([
    ['good', CA, undefined],
    ['good', [CA], undefined],
    ['good', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['other-name', CA, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('with the certificate %s begins where it is to be trusted', async (name, ca, code) => {
    const server = await tlsServer(name, '');
    closing.push(() => server.close());
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const peer = { host: '127.0.0.1', port: Number(new URL(server.url).port), tls: true };
    const opening = openSession(peer, ca, TIMES);
    if (code !== undefined) return expect(opening).rejects.toMatchObject({ code });
    (await opening).close();
  });

  it.each([
    ['localhost', ['localhost']],
    ['127.0.0.1', []],
  ])('to %s asks for the certificate of the names %j', async (host, names) => {
    const asked: string[] = [];
    const server = await tlsServer('good', '', {
      SNICallback: (name, done) => {
        asked.push(name);
        done(null);
      },
    });
    closing.push(() => server.close());
    const peer = { host, port: Number(new URL(server.url).port), tls: true };
    (await openSession(peer, CA, TIMES)).close();
    expect(asked).toEqual(names);
  });
});

it.each([
  [new MmsError('submit/package-missing', 'x'), true],
  [new MmsError('submit/rejected', 'x'), false],
  [Object.assign(new Error('x'), { code: 'submit/package-missing' }), false],
  [undefined, false],
])('%s says that the package is missing: %s', (error, expected) => {
  expect(isPackageMissing(error)).toBe(expected);
});

it('a package that is not there is named', async () => {
  vi.resetModules();
  vi.doMock('smpp', () => {
    throw new Error('not there');
  });
  const fresh = await import('../../../../src/submit/ways/smpp/session.ts');
  await expect(
    fresh.openSession({ host: '127.0.0.1', port: 1, tls: false }, undefined, TIMES),
  ).rejects.toMatchObject({
    code: 'submit/package-missing',
    message: expect.stringMatching(/^the package smpp /),
    hint: 'npm install smpp',
    cause: expect.any(Error),
  });
  vi.doUnmock('smpp');
});
