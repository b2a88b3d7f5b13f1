import { performance } from 'node:perf_hooks';
import { octetsIn } from '../bytes/index.ts';
import { errorCode, MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { RequestBody } from './body-chunks.ts';
import { callHook, type GatewayHooks } from './hooks.ts';
import type { Outgoing } from './outgoing.ts';
import { scrubCause, scrubVerdict } from './scrub.ts';
import type { Scrubber } from './secrets.ts';
import {
  type Exchange,
  TIMEOUT_DEFAULTS,
  type Timeouts,
  type Transport,
  type TransportRequest,
} from './transport/transport.ts';
import { judgeFailure, type Verdict } from './verdict/outcome.ts';
import type { Attempt, SubmissionResult } from './verdict/result.ts';

/** What a submission needs beside the request. */
export interface SubmissionContext {
  readonly secrets: Scrubber;
  readonly servers: readonly URL[];
  readonly transport: Transport;
  readonly hooks: GatewayHooks;
  readonly timeouts: Timeouts;
  readonly ca?: string | readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A result, and what was thrown where it is a failure. */
export interface Submission {
  readonly result: SubmissionResult;
  readonly cause?: unknown;
}

/** The error of a submission that failed: with its result, as far as it is known. */
export function failureOf({ result, cause }: Submission): MmsError | undefined {
  const { problem } = result;
  if (problem === undefined) return undefined;
  return new MmsError(problem.code, problem.message, { hint: problem.hint, cause, details: { result } });
}

/** Timers count in 31 bits. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The gateway answers when all numbers are done. */
const HEADERS_MS_PER_RECIPIENT = 1000;

function timeoutsFor(request: Outgoing, given: Timeouts): Required<Timeouts> {
  const patient = request.recipients.length * HEADERS_MS_PER_RECIPIENT;
  const timeouts = {
    connectMs: given.connectMs ?? TIMEOUT_DEFAULTS.connectMs,
    headersMs: given.headersMs ?? Math.max(TIMEOUT_DEFAULTS.headersMs, patient),
    bodyMs: given.bodyMs ?? TIMEOUT_DEFAULTS.bodyMs,
  };
  for (const [name, value] of Object.entries(timeouts)) {
    if (Number.isSafeInteger(value) && value > 0) continue;
    throw new MmsError('submit/value', `expected milliseconds from 1 on, found ${String(value)}`, {
      path: `timeouts.${name}`,
    });
  }
  return timeouts;
}

/** The end of a try, however often a server that drips or sends answers of 1xx restarts a shorter wait. */
function deadlineMs({ connectMs, headersMs, bodyMs }: Required<Timeouts>): number {
  return Math.min(connectMs + headersMs + bodyMs, MAX_TIMER_MS);
}

async function exchange(transport: Transport, request: TransportRequest): Promise<Exchange> {
  try {
    return await transport(request);
  } catch (error) {
    return { kind: 'failure', requestSent: 'maybe', mayTryNext: false, error };
  }
}

function attemptOf(url: URL, came: Exchange, durationMs: number): Attempt {
  const endpoint = url.href;
  return came.kind === 'answer'
    ? { endpoint, requestSent: 'maybe', durationMs, status: came.status }
    : { endpoint, requestSent: came.requestSent, durationMs, code: errorCode(came.error) };
}

const NOT_TRIED: Exchange = { kind: 'failure', requestSent: 'no', mayTryNext: false, error: undefined };

/** Tries the servers in order, each once. Only a failure that proves that nothing was sent leads to the next one. */
class Tries {
  readonly attempts: Attempt[] = [];
  readonly warnings: Issue[] = [];
  last: Exchange = NOT_TRIED;
  readonly #request: Outgoing;
  readonly #context: SubmissionContext;

  constructor(request: Outgoing, context: SubmissionContext) {
    this.#request = request;
    this.#context = context;
  }

  async run(): Promise<void> {
    const { servers, signal } = this.#context;
    const body = new RequestBody(this.#request.bodyChunks());
    const timeouts = timeoutsFor(this.#request, this.#context.timeouts);
    for (const url of servers) {
      if (signal?.aborted) break;
      this.last = await this.#try(url, body, timeouts);
      if (this.last.kind === 'answer') break;
      if (this.last.requestSent === 'maybe' || !this.last.mayTryNext) break;
    }
  }

  async #try(url: URL, body: RequestBody, timeouts: Required<Timeouts>): Promise<Exchange> {
    const { transport, ca, signal, hooks } = this.#context;
    const start = performance.now();
    const came = await exchange(transport, {
      url: this.#request.target(url),
      method: this.#request.method,
      ...(this.#request.proxy && { proxy: this.#request.proxy }),
      ...(this.#request.maxAnswerBytes && { maxAnswerBytes: this.#request.maxAnswerBytes }),
      headers: this.#request.headers(),
      get body() {
        return body.octets;
      },
      bodyChunks: body.chunks,
      timeouts,
      ...(ca !== undefined && { ca }),
      signal: AbortSignal.any([AbortSignal.timeout(deadlineMs(timeouts)), ...(signal ? [signal] : [])]),
    });
    const attempt = attemptOf(url, came, Math.round(performance.now() - start));
    this.attempts.push(attempt);
    const parameters = this.#request.parameterNames;
    const event = {
      ...attempt,
      attempt: this.attempts.length,
      bytes: octetsIn(body.chunks),
      parameters,
    };
    callHook(hooks.onAttempt, event, () =>
      this.warnings.push(issue('submit/hook-failed', 'onAttempt threw')),
    );
    return came;
  }
}

function judge(tries: Tries, request: Outgoing, aborted: boolean): Verdict {
  return tries.last.kind === 'answer' ? request.judge(tries.last) : judgeFailure(tries.last, aborted);
}

/** What came of all tries. */
interface Conclusion {
  readonly verdict: Verdict;
  readonly attempts: readonly Attempt[];
  /** Of the request and of the way. */
  readonly warnings: readonly Issue[];
  /** What failed, if anything did. */
  readonly error?: unknown;
  readonly durationMs: number;
}

/** Makes a result without secrets of what came, and tells the hook. */
export function conclude(
  { verdict, attempts, warnings, error, durationMs }: Conclusion,
  { secrets, hooks }: Pick<SubmissionContext, 'secrets' | 'hooks'>,
): Submission {
  const { warnings: judged = [], ...clean } = scrubVerdict(verdict, secrets);
  const { outcome, requestSent, problem } = clean;
  const endpoint = attempts.at(-1)?.endpoint;
  const event = {
    outcome,
    requestSent,
    attempts: attempts.length,
    durationMs: Math.round(durationMs),
    ...(problem && { code: problem.code }),
  };
  const failed: Issue[] = [];
  callHook(hooks.onResult, event, () => failed.push(issue('submit/hook-failed', 'onResult threw')));
  const result: SubmissionResult = {
    ...clean,
    ...(endpoint !== undefined && { endpoint }),
    attempts,
    warnings: [...warnings, ...judged, ...failed],
  };
  return { result, cause: scrubCause(error, secrets) };
}

/** Sends a request and says what became of it. Never throws for what happens on the network. */
export async function submit(request: Outgoing, context: SubmissionContext): Promise<Submission> {
  const start = performance.now();
  const tries = new Tries(request, context);
  await tries.run();
  const { attempts, warnings, last } = tries;
  return conclude(
    {
      verdict: judge(tries, request, context.signal?.aborted === true),
      attempts,
      warnings: [...request.warnings, ...warnings],
      ...(last.kind === 'failure' && { error: last.error }),
      durationMs: performance.now() - start,
    },
    context,
  );
}
