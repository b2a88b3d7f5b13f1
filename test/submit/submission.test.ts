import { performance } from 'node:perf_hooks';
import { describe, expect, it, vi } from 'vitest';
import { issue } from '../../src/issues/index.ts';
import {
  type AttemptEvent,
  type Exchange,
  type GatewayMessage,
  kannel,
  type ResultEvent,
  sendBy,
} from '../../src/submit/index.ts';
import type { Outgoing } from '../../src/submit/outgoing.ts';
import { Secrets } from '../../src/submit/secrets.ts';
import { type SubmissionContext, submit } from '../../src/submit/submission.ts';
import type { TransportRequest } from '../../src/submit/transport/transport.ts';

const WAY = kannel({ servers: ['http://127.0.0.1:1'], username: 'tester', password: 'secret' });
const MESSAGE: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'Hi' };

it.each([
  [{ connectMs: 0 }, 'timeouts.connectMs'],
  [{ headersMs: 1.5 }, 'timeouts.headersMs'],
  [{ bodyMs: Number.POSITIVE_INFINITY }, 'timeouts.bodyMs'],
])('no submission waits for %o', async (timeouts, path) => {
  let requests = 0;
  const transport = async (): Promise<never> => {
    requests++;
    throw new Error('not to be called');
  };
  await expect(sendBy(WAY, MESSAGE, { timeouts, transport })).rejects.toMatchObject({
    code: 'submit/value',
    path,
  });
  expect(requests).toBe(0);
});

const SERVERS = ['https://first.example/', 'https://second.example/'].map(url => new URL(url));
const [FIRST, SECOND] = SERVERS.map(String);
const CHUNKS = [new Uint8Array([1, 2]), new Uint8Array([3])];
const BODY = new Uint8Array([1, 2, 3]);
const WARNING = issue('submit/duplicate-recipient', 'twice');
const JUDGED = issue('submit/response-count', 'one');

/** A request that takes any answer as acceptance. */
const REQUEST: Outgoing = {
  method: 'POST',
  recipients: ['447700900123'],
  warnings: [WARNING],
  parameterNames: ['SendTo'],
  target: server => new URL('send', server),
  headers: () => ({ 'Content-Type': 'text/plain' }),
  bodyChunks: () => CHUNKS,
  judge: ({ status }) => ({
    outcome: 'accepted',
    requestSent: 'maybe',
    results: [],
    raw: `${status} PIN=4711`,
    warnings: [JUDGED],
  }),
};

const ANSWER: Exchange = { kind: 'answer', status: 200, body: new Uint8Array() };

function failure(requestSent: 'no' | 'maybe', mayTryNext: boolean, code = 'ECONNREFUSED'): Exchange {
  return {
    kind: 'failure',
    requestSent,
    mayTryNext,
    error: Object.assign(new Error(`${code} 4711`), { code }),
  };
}

/** Submits to servers that do one thing after the other, and tells what they got. */
async function play(
  exchanges: readonly (Exchange | Error)[],
  context: Partial<SubmissionContext> = {},
  request: Outgoing = REQUEST,
) {
  const seen: TransportRequest[] = [];
  const submission = await submit(request, {
    secrets: new Secrets(['4711']),
    servers: SERVERS,
    hooks: {},
    timeouts: {},
    transport: async asked => {
      const exchange = exchanges[seen.length] ?? new Error('not to be called');
      seen.push(asked);
      if (exchange instanceof Error) throw exchange;
      return exchange;
    },
    ...context,
  });
  return { seen, ...submission };
}

describe('one server after the other', () => {
  it.each<[string, readonly (Exchange | Error)[], object, number]>([
    ['an answer is the end', [ANSWER], { outcome: 'accepted', requestSent: 'maybe', endpoint: FIRST }, 1],
    [
      'where nothing was sent the next one is tried',
      [failure('no', true), ANSWER],
      { outcome: 'accepted', endpoint: SECOND },
      2,
    ],
    [
      'where nothing was sent and something is wrong it is not',
      [failure('no', false)],
      { outcome: 'not-sent', requestSent: 'no', endpoint: FIRST, problem: { code: 'submit/not-connected' } },
      1,
    ],
    [
      'what may be sent is not sent again',
      [failure('maybe', true)],
      {
        outcome: 'unknown',
        requestSent: 'maybe',
        endpoint: FIRST,
        problem: { code: 'submit/connection-lost' },
      },
      1,
    ],
    [
      'what throws may be sent',
      [new Error('no idea')],
      {
        outcome: 'unknown',
        requestSent: 'maybe',
        endpoint: FIRST,
        problem: { code: 'submit/connection-lost' },
      },
      1,
    ],
    [
      'each is tried once',
      [failure('no', true), failure('no', true)],
      { outcome: 'not-sent', endpoint: SECOND },
      2,
    ],
  ])('%s', async (_, exchanges, expected, tries) => {
    const { seen, result } = await play(exchanges);
    expect(result).toMatchObject(expected);
    expect(seen.map(({ url }) => url.href)).toEqual([`${FIRST}send`, `${SECOND}send`].slice(0, tries));
    expect(result.attempts).toHaveLength(tries);
  });

  it('none is tried when the caller has broken off', async () => {
    const { seen, result, cause } = await play([ANSWER], { signal: AbortSignal.abort() });
    expect(seen).toEqual([]);
    expect(result).toStrictEqual({
      outcome: 'not-sent',
      requestSent: 'no',
      attempts: [],
      results: [],
      warnings: [WARNING],
      problem: { code: 'submit/aborted', message: expect.any(String) },
    });
    expect(cause).toBeUndefined();
  });

  it('the next is not tried when the caller breaks off', async () => {
    const controller = new AbortController();
    const hooks = { onAttempt: () => controller.abort() };
    const { seen, result } = await play([failure('no', true), ANSWER], { signal: controller.signal, hooks });
    expect(seen).toHaveLength(1);
    expect(result).toMatchObject({ outcome: 'not-sent', problem: { code: 'submit/aborted' } });
  });

  it('each try is told of', async () => {
    const { result } = await play([failure('no', true), ANSWER]);
    const durationMs = expect.any(Number);
    expect(result.attempts).toEqual([
      { endpoint: FIRST, requestSent: 'no', durationMs, code: 'ECONNREFUSED' },
      { endpoint: SECOND, requestSent: 'maybe', durationMs, status: 200 },
    ]);
    expect(result.warnings).toEqual([WARNING, JUDGED]);
  });
});

describe('a transport', () => {
  it('gets what goes to the server, and no more than there is', async () => {
    const { seen } = await play([ANSWER]);
    expect(seen[0]).toStrictEqual({
      url: new URL(`${FIRST}send`),
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: BODY,
      bodyChunks: CHUNKS,
      timeouts: { connectMs: 10_000, headersMs: 300_000, bodyMs: 60_000 },
      signal: expect.any(AbortSignal),
    });
  });

  it('gets a proxy, a bound and certificates where there are', async () => {
    const more = { proxy: new URL('http://proxy.example/'), maxAnswerBytes: 10 };
    const { seen } = await play([ANSWER], { ca: 'PEM' }, { ...REQUEST, ...more });
    expect(seen[0]).toMatchObject({ ...more, ca: 'PEM' });
  });

  it.each([
    [{}, 301, { connectMs: 10_000, headersMs: 301_000, bodyMs: 60_000 }],
    [{ headersMs: 1 }, 301, { connectMs: 10_000, headersMs: 1, bodyMs: 60_000 }],
    [{ connectMs: 1, bodyMs: 2 }, 299, { connectMs: 1, headersMs: 300_000, bodyMs: 2 }],
  ])('waits for %j and a second a recipient', async (timeouts, count, expected) => {
    const recipients = Array.from({ length: count }, () => '447700900123');
    const { seen } = await play([ANSWER], { timeouts }, { ...REQUEST, recipients });
    expect(seen[0]?.timeouts).toEqual(expected);
  });

  it.each([
    [{ connectMs: 1, headersMs: 20, bodyMs: 300 }, 321],
    [{ connectMs: 2 ** 31, headersMs: 1, bodyMs: 1 }, 2 ** 31 - 1],
  ])('has an end with %j, also where a server drips', async (timeouts, expected) => {
    const deadline = vi.spyOn(AbortSignal, 'timeout');
    try {
      await play([ANSWER], { timeouts });
      expect(deadline).toHaveBeenCalledWith(expected);
    } finally {
      deadline.mockRestore();
    }
  });

  it('hears when the caller breaks off', async () => {
    const controller = new AbortController();
    const { seen } = await play([ANSWER], { signal: controller.signal });
    expect(seen[0]?.signal?.aborted).toBe(false);
    controller.abort();
    expect(seen[0]?.signal?.aborted).toBe(true);
  });
});

describe('what is told of a submission', () => {
  it('has no secret in it', async () => {
    const { result } = await play([ANSWER]);
    expect(result.raw).toBe('200 PIN=[REDACTED]');
    const { cause } = await play([failure('maybe', false, 'ECONNRESET')]);
    expect(cause).toMatchObject({ message: 'ECONNRESET [REDACTED]', code: 'ECONNRESET' });
    const thrown = await play([new RangeError('thrown 4711')]);
    expect(thrown.cause).toMatchObject({ message: 'thrown [REDACTED]', name: 'RangeError' });
    expect((await play([ANSWER])).cause).toBeUndefined();
  });

  it('is told to hooks in whole milliseconds', async () => {
    const attempts: AttemptEvent[] = [];
    const results: ResultEvent[] = [];
    const hooks = {
      onAttempt: (event: AttemptEvent) => attempts.push(event),
      onResult: (event: ResultEvent) => results.push(event),
    };
    const times = [1000, 2000, 2010.4, 3000, 3020.6, 4030.4];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 0);
    try {
      await play([failure('no', true), failure('no', false, 'EPROTO')], { hooks });
    } finally {
      clock.mockRestore();
    }
    const common = { requestSent: 'no', bytes: 3, parameters: ['SendTo'] };
    expect(attempts).toEqual([
      { ...common, endpoint: FIRST, durationMs: 10, code: 'ECONNREFUSED', attempt: 1 },
      { ...common, endpoint: SECOND, durationMs: 21, code: 'EPROTO', attempt: 2 },
    ]);
    expect(results).toEqual([
      { outcome: 'not-sent', requestSent: 'no', attempts: 2, durationMs: 3030, code: 'submit/not-connected' },
    ]);
  });

  it('has a warning for each hook that throws', async () => {
    const broken = (): void => {
      throw new Error('hook');
    };
    const { result } = await play([ANSWER], { hooks: { onAttempt: broken, onResult: broken } });
    expect(result.warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'submit/duplicate-recipient twice',
      'submit/hook-failed onAttempt threw',
      'submit/response-count one',
      'submit/hook-failed onResult threw',
    ]);
  });
});
