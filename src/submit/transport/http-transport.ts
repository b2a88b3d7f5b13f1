import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  validateHeaderName,
  validateHeaderValue,
} from 'node:http';
import type { Socket } from 'node:net';
import { mayTryNext } from './connect-failures.ts';
import { loadUndici, openConnection } from './connection.ts';
import type { Exchange, TransportRequest } from './transport.ts';
import { within } from './within.ts';

/** A gateway's answer has some hundred octets; a hostile one could be endless. */
const MAX_RESPONSE_BYTES = 1024 * 1024;

/** A gateway that says 102 every second while it works through a long list stays below. */
const MAX_INTERIM_ANSWERS = 1000;

function checkHeaders(headers: TransportRequest['headers']): void {
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
}

/**
 * The final answer's head. Interim answers (1xx) are passed over, asked for or not (RFC 9110 15.2), up to a number that
 * no server needs.
 */
function headOfAnswer(outgoing: ClientRequest): Promise<IncomingMessage> {
  let interim = 0;
  return new Promise((resolve, reject) => {
    outgoing.on('information', () => {
      interim += 1;
      if (interim > MAX_INTERIM_ANSWERS)
        reject(new Error(`more than ${MAX_INTERIM_ANSWERS} interim answers`));
    });
    outgoing.on('response', resolve);
    // Errors after the head are not lost: then either all of the body comes, or reading it fails.
    outgoing.on('error', reject);
    outgoing.on('close', () => reject(new Error('closed without an answer')));
  });
}

/** `undefined` when it is longer than allowed. */
async function bodyOfAnswer(
  answer: IncomingMessage,
  maxBytes: number,
  came: () => void,
): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer) {
    came();
    length += piece.length;
    if (length > maxBytes) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces, length));
}

/** What this transport asks for: the body in pieces alone. */
type PiecewiseRequest = Omit<TransportRequest, 'body'>;

async function exchange(socket: Socket, request: PiecewiseRequest): Promise<Exchange> {
  const { url, proxy, method = 'POST', headers, bodyChunks, timeouts } = request;
  const { HeadersTimeoutError, BodyTimeoutError, ResponseExceededMaxSizeError } = (await loadUndici()).errors;
  const outgoing = httpRequest({
    createConnection: () => socket,
    method,
    // a proxy wants the address as a whole
    path: proxy === undefined ? url.pathname + url.search : url.href,
    headers: { Host: url.host, ...headers, Connection: 'close' },
    // an interim answer may be of HTTP/1.0, say `Connection: close` or end its lines with LF; one connection has one
    // answer, so nothing can be slipped in between two
    insecureHTTPParser: true,
  });
  // held back until all is there, so that small pieces go out together
  outgoing.cork();
  for (const chunk of bodyChunks) outgoing.write(chunk);
  outgoing.end();
  const answer = await within(
    timeouts.headersMs,
    () => new HeadersTimeoutError(),
    () => headOfAnswer(outgoing),
  );
  const octets = await within(
    timeouts.bodyMs,
    () => new BodyTimeoutError(),
    came => bodyOfAnswer(answer, request.maxAnswerBytes ?? MAX_RESPONSE_BYTES, came),
  );
  if (octets === undefined) throw new ResponseExceededMaxSizeError();
  const { statusCode = 0 } = answer;
  const retryAfter = answer.headers['retry-after'];
  return {
    kind: 'answer',
    status: statusCode,
    ...(retryAfter !== undefined && { retryAfter }),
    body: octets,
  };
}

function failure(error: unknown, sending: boolean): Exchange {
  return {
    kind: 'failure',
    requestSent: sending ? 'maybe' : 'no',
    mayTryNext: !sending && mayTryNext(error),
    error,
  };
}

/**
 * The transport over HTTP/1.1: one connection a try, `Connection: close`, no redirects, a proxy only where one is given.
 * undici connects; Node's own client talks, since undici takes an interim answer 100 that it did not ask for as the end
 * of the exchange.
 */
export async function httpTransport(request: PiecewiseRequest): Promise<Exchange> {
  const { signal } = request;
  let socket: Socket | undefined;
  let sending = false;
  try {
    checkHeaders(request.headers);
    signal?.throwIfAborted();
    socket = await openConnection(request);
    signal?.throwIfAborted();
    sending = true;
    return await exchange(socket, request);
  } catch (error) {
    return failure(signal?.aborted ? signal.reason : error, sending);
  } finally {
    socket?.destroy();
  }
}
