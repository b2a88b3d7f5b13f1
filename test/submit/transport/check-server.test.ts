import { once } from 'node:events';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkServer } from '../../../src/submit/transport/check-server.ts';
import { CA, nobody, type Peer, rawServer, tlsServer } from '../servers.ts';

const OPTIONS = { timeouts: { connectMs: 2000, headersMs: 2000, bodyMs: 2000 } };

let peer: Peer | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await peer?.close();
});

describe('the check of a server', () => {
  it('connects, sends nothing and hangs up', async () => {
    let octets = 0;
    let closed: Promise<unknown> | undefined;
    peer = await rawServer('http', (socket: Socket) => {
      closed = once(socket, 'close');
      socket.on('data', ({ length }) => {
        octets += length;
      });
    });
    const check = await checkServer(new URL(peer.url), OPTIONS);
    expect(check).toStrictEqual({ endpoint: peer.url, reachable: true, durationMs: expect.any(Number) });
    await vi.waitFor(() => expect(closed).toBeDefined(), 60_000);
    await closed;
    expect(octets).toBe(0);
  });

  it('says why a server cannot be reached', async () => {
    peer = await nobody();
    expect(await checkServer(new URL(peer.url), OPTIONS)).toEqual({
      endpoint: peer.url,
      reachable: false,
      durationMs: expect.any(Number),
      code: 'ECONNREFUSED',
    });
  });

  it('checks the certificate, by the authorities that are given', async () => {
    peer = await tlsServer('good', '');
    const url = new URL(peer.url);
    expect(await checkServer(url, { ...OPTIONS, ca: CA })).toMatchObject({ reachable: true });
    expect(await checkServer(url, OPTIONS)).toMatchObject({ reachable: false });
  });

  it('measures the time that it took', async () => {
    peer = await nobody();
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    expect(await checkServer(new URL(peer.url), OPTIONS)).toMatchObject({ durationMs: 0 });
  });
});
