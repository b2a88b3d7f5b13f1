import { requireArray, requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { type Chunk, type ChunkOptions, chunksOf } from './chunks.ts';
import { type AccountCredentials, Credentials } from './credentials.ts';
import type { GatewayMessage } from './form/message.ts';
import { resolveNetwork } from './form/resolve-network.ts';
import { type DescribeOptions, GatewayRequest } from './gateway-request.ts';
import type { GatewayHooks } from './hooks.ts';
import type { Journal } from './journal/journal.ts';
import { earlierResult, openRecipients, underJournal } from './journal/journalled.ts';
import type { LibraryCache } from './library/cache.ts';
import { type CachedUpload, cachedUpload, planUpload, rememberUpload } from './library/upload.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { failureOf, type Submission, submit } from './submission.ts';
import { checkServer, type ServerCheck } from './transport/check-server.ts';
import { httpTransport } from './transport/http-transport.ts';
import { GATEWAY_SERVERS, serverUrl } from './transport/server-url.ts';
import { TIMEOUT_DEFAULTS, type Timeouts, type Transport } from './transport/transport.ts';
import type { SubmissionResult } from './verdict/result.ts';

/** The account, and how its gateway is reached. */
export interface GatewayClientOptions extends AccountCredentials {
  /** Full addresses, tried in this order. Default: {@link GATEWAY_SERVERS}. */
  readonly servers?: readonly string[];
  /** Allows `http:` to other machines: user name, PIN and message then travel in the clear. */
  readonly allowInsecureHttp?: boolean;
  /** Certificates to trust in place of the system's, in PEM form. Checking cannot be switched off. */
  readonly ca?: string | readonly string[];
  readonly timeouts?: Timeouts;
  readonly hooks?: GatewayHooks;
  /** Octets of content in one submission; default `LIMITS.maxUploadBytes`. */
  readonly maxContentBytes?: number;
  /** Sends a file that was uploaded before by its library number. Off unless given. */
  readonly libraryCache?: LibraryCache;
  /** Remembers across runs what was sent: see `fileJournal`. A dry run leaves it alone. */
  readonly journal?: Journal;
  /** Carries the requests; default: HTTP/1.1 over one new connection a try. */
  readonly transport?: Transport;
}

/** How one message is sent. */
export interface SendOptions extends DescribeOptions {
  /** Breaks off. Before anything was sent nothing will be; later the outcome is `unknown`. */
  readonly signal?: AbortSignal;
  /** Sends nothing: the result has the outcome `not-sent` and the request without its PIN. */
  readonly dryRun?: boolean;
  readonly timeouts?: Timeouts;
  /** Default true. False: a result with a `problem` is returned in place of the error. */
  readonly throwOnFailure?: boolean;
}

function checkServers(written: readonly string[], allowInsecureHttp: boolean): readonly URL[] {
  const urls = requireArray(written, 'a list of addresses', 'servers').map(server =>
    serverUrl(server, { allowInsecureHttp }),
  );
  const distinct = new Map(urls.map(url => [url.href, url]));
  if (distinct.size === 0) throw new MmsError('submit/server-url', 'expected at least one server');
  return [...distinct.values()];
}

function dryRun(request: PreparedRequest): SubmissionResult {
  const { warnings } = request;
  return { outcome: 'not-sent', requestSent: 'no', attempts: [], results: [], warnings, request };
}

/** A message on its way: its request, and what a library cache has to do with it. */
interface Outgoing {
  readonly request: GatewayRequest;
  readonly upload: CachedUpload;
}

function withWarnings(result: SubmissionResult, warnings: readonly Issue[] = []): SubmissionResult {
  return { ...result, warnings: [...warnings, ...result.warnings] };
}

/**
 * Hands messages to the gateway. Each server is tried once, the next one only where it is proven that nothing was sent;
 * nothing is ever sent twice. The PIN is in the body of the request and nowhere else.
 * @example await new GatewayClient({ username, pin }).send({ kind: 'mms', to: ['447700900123'], file })
 */
export class GatewayClient {
  readonly #credentials: Credentials;
  readonly #servers: readonly URL[];
  readonly #options: Omit<GatewayClientOptions, 'username' | 'pin' | 'servers'>;

  /** @throws MmsError `submit/credentials`, `submit/server-url` */
  constructor(options: GatewayClientOptions) {
    const {
      username,
      pin,
      servers = GATEWAY_SERVERS,
      ...others
    } = requireObject(options, 'an account such as { username, pin }', 'options');
    this.#credentials = new Credentials({ username, pin });
    this.#servers = checkServers(servers, others.allowInsecureHttp ?? false);
    this.#options = others;
  }

  /**
   * The request as it would be sent, without PIN and, unless asked for, user name; touches no network.
   * @throws MmsError `submit/invalid-message` with every problem in `details.issues`, `submit/too-large`
   */
  async prepare(message: GatewayMessage, options: DescribeOptions = {}): Promise<PreparedRequest> {
    requireObject(options, 'options such as { showUsername }', 'options');
    return this.#request(await resolveNetwork(message)).describe(options);
  }

  /**
   * Submits a message. With a journal, only to those who were not sent to before.
   * @returns the result when all or some numbers were accepted, and for a dry run
   * @throws MmsError `submit/invalid-message` and `submit/too-large` before anything is sent; `submit/not-connected`,
   * `submit/aborted`, `submit/connection-lost`, `submit/http-status`, `submit/unreadable-response`, `submit/rejected`
   * with the {@link SubmissionResult} in `details.result` (see `submissionResultOf`); what a journal throws
   */
  async send(message: GatewayMessage, options: SendOptions = {}): Promise<SubmissionResult> {
    requireObject(options, 'options such as { dryRun }', 'options');
    const outgoing = this.#outgoing(await resolveNetwork(message));
    const { journal } = this.#options;
    const submission =
      journal === undefined || options.dryRun === true
        ? await this.#deliver(outgoing, options)
        : await this.#deliverRest(journal, outgoing, options);
    const error = failureOf(submission);
    if (error !== undefined && options.throwOnFailure !== false) throw error;
    return submission.result;
  }

  /**
   * Submits a message to a long list, a chunk of numbers a request, and yields a result for each. Stops after the first
   * chunk that is not accepted in full; to go on later pass `start: chunk.next` with the same list, or keep a journal
   * and call it again.
   * @throws MmsError as {@link GatewayClient.send} does for the message itself, before the first chunk;
   * `submit/conflict` when address books or copies would get the message once a chunk; what a journal throws
   */
  async *sendInChunks(
    message: GatewayMessage,
    options: ChunkOptions & SendOptions = {},
  ): AsyncGenerator<Chunk> {
    const outgoing = this.#outgoing(await resolveNetwork(message));
    const { request } = outgoing;
    const journal = options.dryRun === true ? undefined : this.#options.journal;
    chunksOf(request, options, []);
    const begun = journal && (await openRecipients(journal, request.campaign(), request.recipients));
    for (const chunk of chunksOf(request, options, begun?.open)) {
      const part = { ...outgoing, request: request.to(chunk.to) };
      const deliver = (): Promise<Submission> => this.#deliver(part, options);
      const { result } = journal ? await underJournal(journal, chunk.to, deliver) : await deliver();
      yield { ...chunk, result: withWarnings(result, chunk.index === 0 ? begun?.warnings : undefined) };
      const goesOn =
        result.outcome === 'accepted' || options.dryRun === true || options.continueAfterFailure === true;
      if (!goesOn || options.signal?.aborted) return;
    }
  }

  /** Connects to each server, TLS included, and hangs up. Sends nothing, so it says nothing about the account. */
  async verify(): Promise<readonly ServerCheck[]> {
    const { ca, timeouts } = this.#options;
    const options = { ...(ca !== undefined && { ca }), timeouts: { ...TIMEOUT_DEFAULTS, ...timeouts } };
    return Promise.all(this.#servers.map(url => checkServer(url, options)));
  }

  /** Everything about a message that is worked out once, however many requests send it. */
  #outgoing(message: GatewayMessage): Outgoing {
    const upload = cachedUpload(this.#options.libraryCache, this.#credentials.username, message);
    return { upload, request: this.#request(upload.message) };
  }

  /** Sends to those whom a journal leaves open. Copies and address books go with one request, and with one only. */
  async #deliverRest(journal: Journal, outgoing: Outgoing, options: SendOptions): Promise<Submission> {
    const { request } = outgoing;
    const { audience, recipientsAreAll } = request;
    const begun = await openRecipients(journal, request.campaign(), audience);
    const { open, warnings } = begun;
    if (open.length === 0) return { result: earlierResult(begun) };
    if (!recipientsAreAll && open.length < audience.length) {
      throw new MmsError('submit/conflict', 'the address books and copies of this message had it before', {
        hint: 'send to the new numbers alone, by another journal',
      });
    }
    const rest = recipientsAreAll ? { ...outgoing, request: request.to(open) } : outgoing;
    const { result, cause } = await underJournal(journal, open, () => this.#deliver(rest, options));
    return { result: withWarnings(result, warnings), cause };
  }

  async #deliver({ request, upload }: Outgoing, options: SendOptions): Promise<Submission> {
    const { libraryCache } = this.#options;
    const plan = await planUpload(libraryCache, upload);
    const planned =
      plan.fromLibrary === undefined ? request : this.#request(plan.fromLibrary).to(request.recipients);
    if (options.dryRun === true) return { result: dryRun(planned.describe(options)) };
    const { result, cause } = await submit(planned, {
      secrets: this.#credentials,
      servers: this.#servers,
      transport: this.#options.transport ?? httpTransport,
      hooks: this.#options.hooks ?? {},
      timeouts: { ...this.#options.timeouts, ...options.timeouts },
      ca: this.#options.ca,
      signal: options.signal,
    });
    const remembered = await rememberUpload(libraryCache, plan, result);
    return { result: { ...result, warnings: [...plan.warnings, ...result.warnings, ...remembered] }, cause };
  }

  #request(message: GatewayMessage): GatewayRequest {
    return GatewayRequest.of(message, {
      credentials: this.#credentials,
      servers: this.#servers,
      maxContentBytes: this.#options.maxContentBytes,
    });
  }
}
