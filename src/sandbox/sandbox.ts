import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireObject } from '../bytes/index.ts';
import { isMmsError, MmsError, reasonOf } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { openProfile } from '../presentation/index.ts';
import { encodeForm, formatResponse, type GatewayReport } from '../submit/index.ts';
import { answer, answerWithFault, gatewayReply } from './answer.ts';
import { type Fault, FaultQueue } from './fault.ts';
import { changeFaults } from './fault-route.ts';
import { asFetched } from './fetch.ts';
import { Gateway, type GatewayOptions } from './gateway.ts';
import { LiveEvents } from './live-events.ts';
import { LocalServer } from './local-server.ts';
import { pageFor } from './pages.ts';
import { isReply, type Peer, type PeerRequest } from './peers/peer.ts';
import { peerAt } from './peers/peers.ts';
import { readBody } from './read-body.ts';
import type { ReceivedMessage } from './received-message.ts';
import { replyPage, replyText } from './replies.ts';
import type { Reply } from './reply.ts';
import { refusedReports } from './reports.ts';
import { MessageStore } from './store.ts';

/** How a sandbox is started. */
export interface SandboxOptions extends Omit<GatewayOptions, 'profile'> {
  /** Whose bounds pictures are made to fit: a profile's id or file, or a phone's name; default: 640x480. */
  readonly profile?: string;
  /** Default: any free one. */
  readonly port?: number;
  /** Default 127.0.0.1: nobody else can reach it. */
  readonly host?: string;
  /** A folder that each message is written into; what it holds already is taken in, and numbering goes on. */
  readonly store?: string;
  /** Told when a message cannot be stored; the client gets status 500. */
  readonly onError?: (error: MmsError) => void;
  /** Called with each message that was taken in. */
  readonly onMessage?: (message: ReceivedMessage) => void;
}

/** A gateway of one's own, for tests and trials. It sends nothing anywhere. */
export interface Sandbox {
  /** Where to send to: an entry for `servers` of a client. */
  readonly url: string;
  /** Where the stand-ins for other ways out are: an MMSC for phones, one for service providers, Kannel's sendsms. */
  readonly ways: { readonly mm1: string; readonly mm7: string; readonly kannel: string };
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
  /** Forgets all messages; what a store holds stays there. */
  clear(): void;
  /** Stops listening, so that connections are refused; the port stays known. */
  pause(): void;
  resume(): Promise<void>;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

const SEND_PATH = /\/send(?:mms|sms)$/;

/** What a form has beside its content, which it holds in hexadecimal. */
const FORM_BYTES = 64 * 1024;

/** As every browser calls itself. */
const BROWSER = /^Mozilla\//;

/** Names under which a browser reaches this machine: others may be a page that tries to read the inbox. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?$/;

/**
 * True when a page of another origin may ask for a change: by form, picture, beacon or script. Programs send neither of
 * the headers, browsers one of them, but for a GET to another machine without encryption: there they send neither.
 */
function isForeign({ method, headers }: IncomingMessage, path: string): boolean {
  const onlyShows = (method === 'GET' || method === 'HEAD') && !SEND_PATH.test(path);
  if (onlyShows) return false;
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return true;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin === undefined && BROWSER.test(headers['user-agent'] ?? '');
}

type OpenedOptions = Omit<SandboxOptions, 'profile'> & Pick<GatewayOptions, 'profile'>;

class RunningSandbox implements Sandbox {
  requests = 0;
  connections = 0;
  readonly #gateway: Gateway;
  readonly #limits: Limits;
  readonly #faults = new FaultQueue();
  readonly #events = new LiveEvents();
  readonly #server: LocalServer;
  readonly #host: string;
  readonly #onMessage: SandboxOptions['onMessage'];
  readonly #onError: SandboxOptions['onError'];
  #store: MessageStore | undefined;

  constructor({ port = 0, host = '127.0.0.1', onMessage, onError, store: _, ...options }: OpenedOptions) {
    this.#gateway = new Gateway(options);
    this.#limits = resolveLimits(options.limits);
    this.#host = host;
    this.#onMessage = onMessage;
    this.#onError = onError;
    this.#server = new LocalServer({
      host,
      port,
      limits: this.#limits,
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

  get ways(): Sandbox['ways'] {
    const at = (path: string): string => `${this.inboxUrl}${path}`;
    return { mm1: at('mms'), mm7: at('mm7'), kannel: at('cgi-bin/sendsms') };
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

  clear(): void {
    this.#gateway.clear();
    this.#events.tell();
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

  /** @throws MmsError `sandbox/cannot-store` */
  async openStore(folder: string): Promise<void> {
    const { store, messages, last } = await MessageStore.open(folder, this.#limits);
    await this.#gateway.restore(messages, last);
    this.#store = store;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(`http://sandbox${request.url}`);
      const peer = peerAt(url.pathname, request.method);
      if (!this.#isExpectedHost(request.headers.host)) replyText(response, 403, 'unexpected Host header');
      else if (isForeign(request, url.pathname))
        replyText(response, 403, 'asked by a page of another origin');
      else if (peer !== undefined) await this.#receiveByPeer(peer, request, response, url);
      else if (SEND_PATH.test(url.pathname)) await this.#receive(request, response, url.search);
      else if (url.pathname === '/faults') await changeFaults(request, response, this.#faults);
      else if (request.method === 'DELETE' && url.pathname === '/messages') this.#clear(response);
      else if (request.method === 'GET' && url.pathname === '/events') this.#listen(response);
      else await this.#show(request, response, url);
    } catch (error) {
      if (isMmsError(error)) this.#onError?.(error);
      if (!response.headersSent) replyText(response, 500, reasonOf(error));
    }
  }

  #isExpectedHost(host: string | undefined): boolean {
    const isPublic = !LOOPBACK_HOST.test(new URL(this.inboxUrl).host);
    return isPublic || (host !== undefined && LOOPBACK_HOST.test(host));
  }

  get #maxBodyBytes(): number {
    return 2 * this.#limits.maxUploadBytes + FORM_BYTES;
  }

  async #receive(request: IncomingMessage, response: ServerResponse, query: string): Promise<void> {
    const byGet = request.method === 'GET';
    const body = byGet ? Buffer.from(query.slice(1)) : await readBody(request, this.#maxBodyBytes);
    if (body === undefined) replyText(response, 413, 'the form is too long');
    else if (byGet || request.method === 'POST') await this.#process(request, response, body);
    else replyText(response, 405, 'POST is what is expected');
  }

  async #process(request: IncomingMessage, response: ServerResponse, body: Uint8Array): Promise<void> {
    this.requests += 1;
    const fault = this.#faults.take('request');
    if (fault?.kind === 'status') {
      await answerWithFault(request, response, fault, gatewayReply(''));
      return;
    }
    const reportFault = fault?.kind === 'report' ? fault : undefined;
    const processed = await this.#gateway.process(body, reportFault, request.method === 'GET');
    if (processed.blocked === true) {
      replyText(response, 403, 'blocked: the same request came too often');
      return;
    }
    if (processed.received !== undefined) await this.#keep(processed.received);
    const reply = gatewayReply(formatResponse(processed.reports, processed.format));
    if (fault === undefined) answer(response, reply);
    else await answerWithFault(request, response, fault, reply);
  }

  /** What comes by another protocol is put into a form, and so goes the way of all messages. */
  async #receiveByPeer(
    peer: Peer,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const body = await readBody(request, this.#maxBodyBytes);
    if (body === undefined) {
      replyText(response, 413, 'the message is too long');
      return;
    }
    this.requests += 1;
    const fault = this.#faults.take('request');
    if (fault?.kind === 'status') {
      await answerWithFault(request, response, fault, gatewayReply(''));
      return;
    }
    const { headers } = request;
    const rawQuery = url.search.slice(1);
    const reply = await this.#peerReply(
      peer,
      { headers, query: url.searchParams, rawQuery, body },
      fault?.kind === 'report' ? fault : undefined,
    );
    if (fault === undefined) answer(response, reply);
    else await answerWithFault(request, response, fault, reply);
  }

  async #peerReply(
    peer: Peer,
    request: PeerRequest,
    fault: Extract<Fault, { kind: 'report' }> | undefined,
  ): Promise<Reply> {
    const read = await peer.read(request);
    if (isReply(read)) return read;
    const { message, account = this.#gateway.anyone, reply } = read;
    let reports: readonly GatewayReport[];
    try {
      const form = encodeForm(message, { credentials: account });
      const processed = await this.#gateway.process(Buffer.from(form, 'latin1'), fault);
      if (processed.received !== undefined) await this.#keep(processed.received);
      ({ reports } = processed);
    } catch (error) {
      if (!isMmsError(error) || error.code === 'sandbox/cannot-store') throw error;
      reports = refusedReports('', error.message);
    }
    return reply(reports);
  }

  async #keep(received: ReceivedMessage): Promise<void> {
    await this.#store?.keep(received);
    this.#onMessage?.(received);
    this.#events.tell();
  }

  #clear(response: ServerResponse): void {
    this.clear();
    replyText(response, 200, 'no messages');
  }

  #listen(response: ServerResponse): void {
    if (!this.#events.add(response)) replyText(response, 503, 'too many pages are open');
  }

  async #show(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { pathname, searchParams } = url;
    const messages = await asFetched(pathname, this.messages, request.headers);
    const page =
      request.method === 'GET' ? await pageFor(pathname, searchParams, messages, this.#limits) : undefined;
    if (page === undefined) replyText(response, 404, 'no such page');
    else replyPage(response, page);
  }
}

/**
 * Starts a stand-in for the gateway of the manual on this machine: it reads forms strictly, keeps the messages, gives
 * library numbers and answers in formats 0, 1 and 3, or does wrong on demand.
 * @throws MmsError `sandbox/cannot-listen` when the port is taken, `sandbox/cannot-store`, and as `openProfile`
 * @example const sandbox = await startSandbox(); new GatewayClient({ …, servers: [sandbox.url] })
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  requireObject(options, 'options such as { port }', 'options');
  const { profile, ...others } = options;
  const opened = profile === undefined ? {} : { profile: await openProfile(profile) };
  const sandbox = new RunningSandbox({ ...others, ...opened });
  if (options.store !== undefined) await sandbox.openStore(options.store);
  try {
    await sandbox.resume();
  } catch (error) {
    throw new MmsError('sandbox/cannot-listen', `cannot listen on port ${options.port}`, { cause: error });
  }
  return sandbox;
}
