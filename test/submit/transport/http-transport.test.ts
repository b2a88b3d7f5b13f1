import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { GatewayClient, type SubmissionResult } from '../../../src/submit/index.ts';
import { httpTransport } from '../../../src/submit/transport/http-transport.ts';
import type { Exchange, TransportRequest } from '../../../src/submit/transport/transport.ts';
import { CA, nobody, type Peer, rawServer, tlsServer } from '../servers.ts';

const REPORT = 'MessageIdentifier=30106CCE&Report=%2D2';
const OK = `HTTP/1.1 200 OK\r\nContent-Length: ${REPORT.length}\r\n\r\n${REPORT}`;
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const MESSAGE = { kind: 'text', to: ['447700900123'], text: 'Hello' } as const;

let peer: Peer | undefined;
let second: Peer | undefined;

afterEach(async () => {
  await peer?.close();
  await second?.close();
});

/** Submits to a server that plays its part as soon as a request begins, with a good server behind it. */
async function submitTo(play: (socket: Socket) => void): Promise<SubmissionResult> {
  peer = await rawServer('http', socket => socket.once('data', () => play(socket)));
  return submit(peer);
}

async function submit(first: Peer): Promise<SubmissionResult> {
  second = await rawServer('http', socket => socket.once('data', () => socket.end(OK)));
  const client = new GatewayClient({
    username: 'ANOther.12345',
    pin: '918273',
    servers: [first.url, second.url],
    ca: CA,
    timeouts: { connectMs: 2000, headersMs: 2000, bodyMs: 2000 },
  });
  const result = await client.send(MESSAGE, { throwOnFailure: false });
  expect([first.requests(), second.requests()]).toEqual([1, 0]);
  expect(result.attempts).toHaveLength(1);
  return result;
}

describe('interim answers that nobody asked for', () => {
  it.each([
    ['100', CONTINUE],
    ['100 with header fields', 'HTTP/1.1 100 Continue\r\nServer: x\r\nX-Wait: 1\r\n\r\n'],
    ['102', 'HTTP/1.1 102 Processing\r\n\r\n'],
    ['103', 'HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n'],
    ['one that has no name yet', 'HTTP/1.1 199 Soon\r\n\r\n'],
    ['100 twice, then 102', `${CONTINUE}${CONTINUE}HTTP/1.1 102 Processing\r\n\r\n`],
    ['1000 of them', CONTINUE.repeat(1000)],
    ['100 of HTTP/1.0', 'HTTP/1.0 100 Continue\r\n\r\n'],
    ['100 that says close', 'HTTP/1.1 100 Continue\r\nConnection: close\r\n\r\n'],
    ['100 that states a length', 'HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n'],
    ['100 without a reason', 'HTTP/1.1 100\r\n\r\n'],
    ['100 in lines of LF', 'HTTP/1.1 100 Continue\n\n'],
  ])('%s: the answer behind counts', async (_, interim) => {
    expect(await submitTo(socket => socket.end(interim + OK))).toMatchObject({ outcome: 'accepted' });
  });

  it('may come before the request does', async () => {
    peer = await rawServer('http', socket => {
      socket.write(CONTINUE);
      socket.once('data', () => socket.end(OK));
    });
    expect(await submit(peer)).toMatchObject({ outcome: 'accepted' });
  });

  it('may stand before an answer in chunks', async () => {
    const chunk = `${REPORT.length.toString(16)}\r\n${REPORT}\r\n0\r\n\r\n`;
    const chunked = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`;
    expect(await submitTo(socket => socket.end(CONTINUE + chunked))).toMatchObject({ outcome: 'accepted' });
  });

  it('may come octet by octet', async () => {
    const result = await submitTo(async socket => {
      for (const octet of CONTINUE + OK) await new Promise(resolve => socket.write(octet, resolve));
    });
    expect(result).toMatchObject({ outcome: 'accepted' });
  });

  it('may come over TLS', async () => {
    peer = await tlsServer('good', CONTINUE + OK);
    expect(await submit(peer)).toMatchObject({ outcome: 'accepted' });
  });

  it('are no answer by themselves', async () => {
    expect(await submitTo(socket => socket.end(CONTINUE))).toMatchObject({
      outcome: 'unknown',
      requestSent: 'maybe',
    });
  });

  it('have a number at which the outcome is unknown', async () => {
    const result = await submitTo(socket => socket.end(CONTINUE.repeat(1001) + OK));
    expect(result).toMatchObject({ outcome: 'unknown', problem: { code: 'submit/connection-lost' } });
  });

  it('of a change of protocol: unknown at once, for nobody asked for one', async () => {
    const result = await submitTo(socket =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    );
    expect(result).toMatchObject({ outcome: 'unknown', requestSent: 'maybe', attempts: [{ code: 'Error' }] });
  });
});

describe('half of a connection', () => {
  it('closed by the server behind its answer', async () => {
    const result = await submitTo(socket => socket.end(`HTTP/1.1 200 OK\r\n\r\n${REPORT}`));
    expect(result).toMatchObject({ outcome: 'accepted' });
  });

  it('stays open on our side until the answer is there', async () => {
    let ended = false;
    const server = createServer({ allowHalfOpen: true }, socket => {
      socket.on('end', () => {
        ended = true;
      });
      socket.once('data', () => setTimeout(() => socket.end(ended ? 'the client hung up' : OK), 100));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/sendmms`;
    const client = new GatewayClient({ username: 'A.1', pin: '918273', servers: [url] });
    expect(await client.send(MESSAGE)).toMatchObject({ outcome: 'accepted' });
    server.close();
  });

  it('a whole answer before the whole request is read counts', async () => {
    const answered = rawServer('http', socket => {
      socket.once('data', () => {
        socket.write(OK);
        socket.resume();
      });
    });
    peer = await answered;
    const exchange = await httpTransport({
      url: new URL(peer.url),
      headers: { 'Content-Length': String(8 * 1024 * 1024) },
      bodyChunks: [new Uint8Array(8 * 1024 * 1024)],
      timeouts: { connectMs: 2000, headersMs: 2000, bodyMs: 2000 },
    });
    expect(exchange).toMatchObject({ kind: 'answer', status: 200 });
  });
});

describe('a body', () => {
  it('goes out in its pieces, one behind the other, and none of it twice', async () => {
    const echoed = createServer(socket => {
      let seen = Buffer.alloc(0);
      socket.on('data', octets => {
        seen = Buffer.concat([seen, octets]);
        if (!seen.toString('latin1').endsWith('bcd')) return;
        const body = seen.subarray(seen.indexOf('\r\n\r\n') + 4);
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
      });
    });
    await once(echoed.listen(0, '127.0.0.1'), 'listening');
    const address = echoed.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const exchange = await httpTransport({
      url: new URL(`http://127.0.0.1:${port}/`),
      headers: { 'Content-Length': '4' },
      bodyChunks: [Buffer.from('a'), Buffer.from('bc'), new Uint8Array(), Buffer.from('d')],
      timeouts: { connectMs: 2000, headersMs: 2000, bodyMs: 2000 },
    });
    echoed.close();
    expect(exchange).toMatchObject({ kind: 'answer', body: new TextEncoder().encode('abcd') });
  });
});

/** What comes of a request to a peer, with no signal unless one is given. */
async function exchangeWith(to: Peer, change: Partial<TransportRequest> = {}): Promise<Exchange> {
  return httpTransport({
    url: new URL(to.url),
    headers: {},
    bodyChunks: [new Uint8Array(3)],
    timeouts: { connectMs: 2000, headersMs: 2000, bodyMs: 2000 },
    ...change,
  });
}

/** A peer that writes a text as soon as a request begins, and leaves the connection open. */
async function writing(text: string): Promise<Peer> {
  peer = await rawServer('http', socket => socket.once('data', () => socket.write(text)));
  return peer;
}

describe('an exchange', () => {
  it.each([
    ['', {}],
    ['Retry-After: 120\r\n', { retryAfter: '120' }],
  ])('gives status, body and when to come again, if the answer says so: %j', async (field, retry) => {
    const answer = `HTTP/1.1 503 Busy\r\n${field}Content-Length: 2\r\n\r\nno`;
    expect(await exchangeWith(await writing(answer))).toStrictEqual({
      kind: 'answer',
      status: 503,
      body: new TextEncoder().encode('no'),
      ...retry,
    });
  });

  it('posts unless it is told to get', async () => {
    const lines: string[] = [];
    peer = await rawServer('http', socket =>
      socket.once('data', data => {
        lines.push(data.toString('latin1').split(' ')[0] ?? '');
        socket.end(OK);
      }),
    );
    await exchangeWith(peer);
    await exchangeWith(peer, { method: 'GET' });
    expect(lines).toEqual(['POST', 'GET']);
  });

  it('hangs up behind the answer, whatever the server wants', async () => {
    let closed: Promise<unknown> | undefined;
    peer = await rawServer('http', socket => {
      closed = once(socket, 'close');
      socket.once('data', () => socket.write(OK.replace('\r\n', '\r\nConnection: keep-alive\r\n')));
    });
    expect(await exchangeWith(peer)).toMatchObject({ status: 200 });
    await closed;
  });

  it('takes an answer of the length that is allowed, and none that is longer', async () => {
    const answering = await writing(OK);
    const allowed = (maxAnswerBytes: number): Promise<Exchange> =>
      exchangeWith(answering, { maxAnswerBytes });
    expect(await allowed(REPORT.length)).toMatchObject({ kind: 'answer' });
    expect(await allowed(REPORT.length - 1)).toMatchObject({
      kind: 'failure',
      requestSent: 'maybe',
      error: { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' },
    });
  });
});

describe('a failure', () => {
  const LOST = { kind: 'failure', requestSent: 'maybe', mayTryNext: false } as const;
  const SHORT = { timeouts: { connectMs: 2000, headersMs: 100, bodyMs: 100 } };

  it.each([
    ['a head', '', 'UND_ERR_HEADERS_TIMEOUT'],
    ['a body', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nx', 'UND_ERR_BODY_TIMEOUT'],
  ])('to send %s in time, behind which we hang up', async (_, text, code) => {
    let closed: Promise<unknown> | undefined;
    peer = await rawServer('http', socket => {
      closed = once(socket, 'close');
      socket.once('data', () => socket.write(text));
    });
    expect(await exchangeWith(peer, SHORT)).toEqual({ ...LOST, error: expect.objectContaining({ code }) });
    await closed;
  });

  it('behind the request leads to no other server, though the same code before it would', async () => {
    peer = await rawServer('http', socket => socket.once('data', () => socket.resetAndDestroy()));
    expect(await exchangeWith(peer)).toEqual({
      ...LOST,
      error: expect.objectContaining({ code: 'ECONNRESET' }),
    });
  });

  it('to connect leads to the next server', async () => {
    expect(await exchangeWith(await nobody())).toMatchObject({
      kind: 'failure',
      requestSent: 'no',
      mayTryNext: true,
    });
  });

  it('to trust a server stops before anything is sent', async () => {
    peer = await tlsServer('expired', OK);
    expect(await exchangeWith(peer, { ca: CA })).toEqual({
      kind: 'failure',
      requestSent: 'no',
      mayTryNext: false,
      error: expect.objectContaining({ code: 'CERT_HAS_EXPIRED' }),
    });
    expect(peer.requests()).toBe(0);
  });

  it.each([
    [{ 'X-A': 'b\r\nX-C: d' }, 'ERR_INVALID_CHAR'],
    [{ 'X A': 'b' }, 'ERR_INVALID_HTTP_TOKEN'],
  ])('to write a header field such as %j comes before the connection', async (headers, code) => {
    let connections = 0;
    peer = await rawServer('http', () => {
      connections += 1;
    });
    expect(await exchangeWith(peer, { headers })).toEqual({
      kind: 'failure',
      requestSent: 'no',
      mayTryNext: false,
      error: expect.objectContaining({ code }),
    });
    expect(connections).toBe(0);
  });

  it('is that of the signal where it has come', async () => {
    const reason = new Error('enough');
    const aborted = { signal: AbortSignal.abort(reason) };
    expect(await exchangeWith(await nobody(), aborted)).toEqual({
      kind: 'failure',
      requestSent: 'no',
      mayTryNext: false,
      error: reason,
    });
    const breaker = new AbortController();
    peer = await rawServer('http', socket => socket.once('data', () => breaker.abort(reason)));
    expect(await exchangeWith(peer, { signal: breaker.signal })).toEqual({ ...LOST, error: reason });
  });
});

describe('the request on the wire', () => {
  it('asks for no 100, is sent once in one piece with its length, and ends the connection', async () => {
    let seen = '';
    peer = await rawServer('http', socket => {
      socket.on('data', data => {
        seen += data.toString('latin1');
        if (/\r\n\r\n.+/s.test(seen)) socket.end(OK);
      });
    });
    const { host } = new URL(peer.url);
    await submit(peer);
    const [head = '', body = ''] = seen.split('\r\n\r\n');
    const [line, ...fields] = head.split('\r\n');
    expect(line).toBe('POST /sendmms HTTP/1.1');
    expect(fields.toSorted()).toEqual([
      'Connection: close',
      `Content-Length: ${body.length}`,
      'Content-Type: application/x-www-form-urlencoded; charset="utf-8"',
      `Host: ${host}`,
    ]);
  });
});
