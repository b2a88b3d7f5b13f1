import { Socket } from 'node:net';
import type { Client, buildConnector as UndiciConnector } from 'undici';
import { mayTryNext } from './connect-failures.ts';
import type { Exchange, Transport, TransportRequest } from './transport.ts';
import { buildConnector, loadUndici, type Undici } from './undici-connector.ts';

/** A gateway's answer has some hundred octets; a hostile one could be endless. */
const MAX_RESPONSE_BYTES = 1024 * 1024;

/** Why a client ends in the ordinary course; made once, since a stack trace costs more than a request. */
const FINISHED = new Error('the exchange is over');

/** How far a connection came. `given` is set once a socket went to undici, which may write to it from then on. */
interface ConnectionState {
  socket?: Socket;
  given: boolean;
  failure?: Error;
}

/**
 * Connects once and keeps the proof: its callback runs before any octet of a request is written, so a failure here
 * with no socket given means that nothing was sent (error codes do not tell). A second connection is never made.
 */
function provingConnector(
  undici: Undici,
  request: TransportRequest,
  state: ConnectionState,
): UndiciConnector.connector {
  const connect = buildConnector(undici, request);
  return (options, callback) => {
    if (state.given || state.failure !== undefined) {
      callback(new Error('a request is sent over one connection only'), null);
      return;
    }
    const socket: unknown = connect(options, (error, connected) => {
      if (error === null || error === undefined) {
        state.given = true;
        callback(null, connected);
      } else {
        state.failure = error;
        callback(error, null);
      }
    });
    if (socket instanceof Socket) state.socket = socket;
  };
}

function openClient(undici: Undici, request: TransportRequest, state: ConnectionState): Client {
  return new undici.Client(request.url.origin, {
    connect: provingConnector(undici, request, state),
    headersTimeout: request.timeouts.headersMs,
    bodyTimeout: request.timeouts.bodyMs,
    maxResponseSize: MAX_RESPONSE_BYTES,
  });
}

async function post(client: Client, { url, headers, body }: TransportRequest): Promise<Exchange> {
  const response = await client.request({ path: url.pathname, method: 'POST', headers, body, reset: true });
  const octets = new Uint8Array(await response.body.arrayBuffer());
  const retryAfter = response.headers['retry-after'];
  return {
    kind: 'answer',
    status: response.statusCode,
    ...(typeof retryAfter === 'string' && { retryAfter }),
    body: octets,
  };
}

function failure(error: unknown, state: ConnectionState): Exchange {
  const requestSent = state.given ? 'maybe' : 'no';
  return {
    kind: 'failure',
    requestSent,
    mayTryNext: requestSent === 'no' && mayTryNext(state.failure),
    error,
  };
}

/** The transport over undici: one client and one connection a try, `Connection: close`, no redirects, no proxies. */
export const undiciTransport: Transport = async request => {
  const undici = await loadUndici();
  const { signal } = request;
  const state: ConnectionState = { given: false };
  if (signal?.aborted) return failure(signal.reason, state);
  const client = openClient(undici, request, state);
  // undici heeds a signal only after connecting: the client is torn down instead, and the socket with it.
  const abort = () => {
    const reason = signal?.reason instanceof Error ? signal.reason : new Error('aborted');
    state.socket?.destroy(reason);
    void client.destroy(reason);
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await post(client, request);
  } catch (error) {
    return failure(error, state);
  } finally {
    signal?.removeEventListener('abort', abort);
    // From here on nothing is written; the end of the socket need not be waited for.
    void client.destroy(FINISHED);
  }
};
