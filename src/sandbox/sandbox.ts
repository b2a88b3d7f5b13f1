import type { IncomingMessage, ServerResponse } from 'node:http';
import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { formatResponse } from '../submit/index.ts';
import { answer, answerWithFault } from './answer.ts';
import { type Fault, FaultQueue } from './fault.ts';
import { Gateway, type GatewayOptions, type ReceivedMessage } from './gateway.ts';
import { LocalServer } from './local-server.ts';
import { pageFor } from './pages.ts';
import { readBody } from './read-body.ts';

export interface SandboxOptions extends GatewayOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Default 127.0.0.1: nobody else can reach it. */
  readonly host?: string;
  /** Called with each message that was taken in. */
  readonly onMessage?: (message: ReceivedMessage) => void;
}

/** A gateway of one's own, for tests and trials. It sends nothing anywhere. */
export interface Sandbox {
  /** Where to send to: an entry for `servers` of a client. */
  readonly url: string;
  /** The inbox page. */
  readonly inboxUrl: string;
  readonly port: number;
  /** Requests to send that were read in full, whatever came of them. */
  readonly requests: number;
  /** Connections that were made, ever. */
  readonly connections: number;
  /** Connections that are open now. */
  readonly openConnections: number;
  /** The messages that were taken in, oldest first. */
  readonly messages: readonly ReceivedMessage[];
  /** Does something wrong, once or some times (Infinity: until `clearFaults`). Faults strike in the order given. */
  fault(fault: Fault, times?: number): void;
  clearFaults(): void;
  /** Stops listening, so that connections are refused; the port stays known. */
  pause(): void;
  resume(): Promise<void>;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

const SEND_PATH = /\/send(?:mms|sms)$/;

/** A form is twice as long as its content, and some. */
const MAX_BODY_BYTES = 2 * LIMITS.maxUploadBytes + 64 * 1024;

/** Names under which a browser reaches this machine: others may be a page that tries to read the inbox. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?$/;

class RunningSandbox implements Sandbox {
  requests = 0;
  connections = 0;
  readonly #gateway: Gateway;
  readonly #faults = new FaultQueue();
  readonly #server: LocalServer;
  readonly #host: string;
  readonly #onMessage: SandboxOptions['onMessage'];

  constructor({ port = 0, host = '127.0.0.1', onMessage, ...options }: SandboxOptions) {
    this.#gateway = new Gateway(options);
    this.#host = host;
    this.#onMessage = onMessage;
    this.#server = new LocalServer({
      host,
      port,
      onRequest: (request, response) => void this.#respond(request, response),
      onConnection: socket => {
        this.connections += 1;
        const fault = this.#faults.take('connection');
        if (fault?.kind === 'reset-before-reading') socket.resetAndDestroy();
        if (fault?.kind === 'close-before-reading') socket.destroy();
      },
    });
  }

  get port(): number {
    return this.#server.port;
  }

  get openConnections(): number {
    return this.#server.openConnections;
  }

  get inboxUrl(): string {
    return `http://${this.#host.includes(':') ? `[${this.#host}]` : this.#host}:${this.port}/`;
  }

  get url(): string {
    return `${this.inboxUrl}webservices/http/sendmms`;
  }

  get messages(): readonly ReceivedMessage[] {
    return this.#gateway.received;
  }

  fault(fault: Fault, times = 1): void {
    this.#faults.add(fault, times);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  pause(): void {
    this.#server.pause();
  }

  resume(): Promise<void> {
    return this.#server.listen();
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    try {
      if (!this.#isExpectedHost(request.headers.host)) plain(response, 403, 'unexpected Host header');
      else if (SEND_PATH.test(url.pathname)) await this.#send(request, response, url);
      else await this.#show(request, response, url);
    } catch (error) {
      if (!response.headersSent) plain(response, 500, error instanceof Error ? error.message : 'failed');
    }
  }

  #isExpectedHost(host: string | undefined): boolean {
    return !LOOPBACK_HOST.test(this.#host) || (host !== undefined && LOOPBACK_HOST.test(host));
  }

  async #send(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const body =
      request.method === 'GET' ? Buffer.from(url.search.slice(1)) : await readBody(request, MAX_BODY_BYTES);
    if (body === undefined) return plain(response, 413, 'the form is too long');
    if (request.method !== 'GET' && request.method !== 'POST')
      return plain(response, 405, 'POST is what is expected');
    this.requests += 1;
    const fault = this.#faults.take('request');
    if (fault?.kind === 'status') return answerWithFault(request, response, fault, '');
    const processed = await this.#gateway.process(
      body,
      fault?.kind === 'report' ? fault : undefined,
      request.method === 'GET',
    );
    if (processed.blocked === true) return plain(response, 403, 'blocked: the same request came too often');
    if (processed.received !== undefined) this.#onMessage?.(processed.received);
    const text = formatResponse(processed.reports, processed.format);
    if (fault === undefined) answer(response, text);
    else await answerWithFault(request, response, fault, text);
  }

  async #show(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'GET') return plain(response, 405, 'only GET here');
    const page = await pageFor(url.pathname, this.messages);
    if (page === undefined) return plain(response, 404, 'no such page');
    response.writeHead(200, {
      'Content-Type': page.type,
      'X-Content-Type-Options': 'nosniff',
      ...page.headers,
    });
    response.end(page.body);
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${text}\n`);
}

/**
 * Starts a stand-in for the gateway of the manual on this machine: it reads forms strictly, keeps the messages, gives
 * library numbers and answers in formats 0, 1 and 3, or does wrong on demand.
 * @throws MmsError `sandbox/cannot-listen` when the port is taken
 * @example const sandbox = await startSandbox(); new GatewayClient({ …, servers: [sandbox.url] })
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new RunningSandbox(options);
  try {
    await sandbox.resume();
  } catch (error) {
    throw new MmsError('sandbox/cannot-listen', `cannot listen on port ${options.port}`, { cause: error });
  }
  return sandbox;
}
