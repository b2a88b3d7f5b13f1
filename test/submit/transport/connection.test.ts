import dns, { type LookupOptions } from 'node:dns';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openConnection } from '../../../src/submit/transport/connection.ts';
import { CA, nobody, type Peer, rawServer, tlsServer } from '../servers.ts';

const timeouts = { connectMs: 2000, headersMs: 2000, bodyMs: 2000 };

/** Knows two addresses of every name. */
const lookUp = ((_: string, { all }: LookupOptions, done: (error: null, ...found: unknown[]) => void) => {
  if (all !== true) return done(null, '::1', 6);
  done(null, [
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ]);
}) as typeof dns.lookup;

let peer: Peer | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await peer?.close();
});

/** The code of the failure to connect, `undefined` where there is none. */
async function failure(url: string, ca?: string | readonly string[]): Promise<unknown> {
  try {
    (await openConnection({ url: new URL(url), timeouts, ...(ca !== undefined && { ca }) })).destroy();
    return undefined;
  } catch (error) {
    return Object(error).code;
  }
}

describe('a connection over TLS', () => {
  it.each([
    ['good', CA, undefined],
    ['good', [CA], undefined],
    ['good', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['expired', CA, 'CERT_HAS_EXPIRED'],
    ['other-name', CA, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('to a server with the certificate %s fails where it is not to be trusted', async (name, ca, code) => {
    peer = await tlsServer(name, '');
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await failure(peer.url, ca)).toBe(code);
  });
});

describe('a connection', () => {
  it('goes to the next address of a name where one does not answer', async () => {
    peer = await rawServer('http', () => undefined);
    vi.spyOn(dns, 'lookup').mockImplementation(lookUp);
    const { port } = new URL(peer.url);
    expect(await failure(`http://gateway.example:${port}/`)).toBeUndefined();
  });

  it('goes to an address of IPv6 without its brackets', async () => {
    const error = await openConnection({ url: new URL('http://[::1]:1/'), timeouts }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ address: '::1', port: 1 });
  });

  it('fails where nobody listens', async () => {
    expect(await failure((await nobody()).url)).toBe('ECONNREFUSED');
  });

  it('ends with its signal, also long after it is there', async () => {
    peer = await rawServer('http', () => undefined);
    const breaker = new AbortController();
    const socket = await openConnection({ url: new URL(peer.url), timeouts, signal: breaker.signal });
    const failed = once(socket, 'error');
    breaker.abort();
    expect(await failed).toMatchObject([{ code: 'ABORT_ERR' }]);
    expect(socket.destroyed).toBe(true);
  });

  it('is not made once its signal has come', async () => {
    let connections = 0;
    peer = await rawServer('http', () => {
      connections += 1;
    });
    const opening = openConnection({ url: new URL(peer.url), timeouts, signal: AbortSignal.abort() });
    await expect(opening).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(connections).toBe(0);
  });
});
