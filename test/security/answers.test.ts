import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { GatewayClient, parseResponse } from '../../src/submit/index.ts';
import { type Peer, rawServer } from '../submit/servers.ts';

const ACCOUNT = { username: 'ANOther.12345', pin: '918273' };
const MESSAGE = { kind: 'text', to: ['447700900123'], text: 'Hello' } as const;
const REPORT = 'MessageIdentifier=30106CCE&Report=%2D2';

describe('an answer of one name again and again', () => {
  it('is read up to a number of values over all', () => {
    const values = (pairs: number, each: number) => `&x=${'1,'.repeat(each - 1)}1`.repeat(pairs);
    expect(parseResponse(REPORT + values(900, 100)).unknown['x']).toHaveLength(90_000);
    expect(() => parseResponse(REPORT + values(900, 500))).toThrow(
      expect.objectContaining({ code: 'submit/unreadable-response' }),
    );
  });
});

describe('a server that never comes to an end', () => {
  let peer: Peer | undefined;
  afterEach(() => peer?.close());

  function every(socket: Socket, ms: number, text: string): void {
    const timer = setInterval(() => socket.write(text), ms);
    socket.on('close', () => clearInterval(timer));
  }

  it.each([
    ['drips its body', 'HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n', 'x'],
    ['says 103 again and again', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('and %s leaves the outcome unknown at the deadline', async (_, head, piece) => {
    peer = await rawServer('http', socket => {
      socket.once('data', () => {
        if (head !== '') socket.write(head);
        every(socket, 50, piece);
      });
    });
    const client = new GatewayClient({
      ...ACCOUNT,
      servers: [peer.url],
      timeouts: { connectMs: 500, headersMs: 500, bodyMs: 500 },
    });
    const result = await client.send(MESSAGE, { throwOnFailure: false });
    expect(result).toMatchObject({ outcome: 'unknown', requestSent: 'maybe' });
  });

  it('nor one that echoes the form leaves the PIN in RegExp', async () => {
    peer = await rawServer('http', socket => {
      socket.once('data', () =>
        socket.end(`HTTP/1.1 400 Bad\r\nConnection: close\r\n\r\nPIN=${ACCOUNT.pin}`),
      );
    });
    const client = new GatewayClient({ ...ACCOUNT, servers: [peer.url] });
    await client.send(MESSAGE, { throwOnFailure: false });
    const { lastMatch, input }: { lastMatch?: unknown; input?: unknown } = Object(RegExp);
    expect(`${String(lastMatch)} ${String(input)}`).not.toContain(ACCOUNT.pin);
  });
});
