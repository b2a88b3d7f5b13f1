import { describe, expect, it } from 'vitest';
import { issue } from '../../../src/issues/index.ts';
import {
  type Exchange,
  type GatewayMessage,
  type Journal,
  kannel,
  type SendByOptions,
  type SubmissionResult,
  sendBy,
  type Way,
} from '../../../src/submit/index.ts';

const NUMBER = '447700900123';
const ACCOUNT = { servers: ['http://127.0.0.1:1'], username: 'tester', password: 'secret' };
const LONG: GatewayMessage = { kind: 'text', to: [NUMBER], text: 'A long text, '.repeat(30) };

/** A peer that answers one status after the other, the last one for ever. */
function answering(...statuses: readonly number[]): SendByOptions {
  let next = 0;
  const transport = async (): Promise<Exchange> => {
    const status = statuses[Math.min(next++, statuses.length - 1)] ?? 0;
    const body = new TextEncoder().encode(status === 202 ? '0: Accepted for delivery' : 'no');
    return { kind: 'answer', status, body };
  };
  return { transport, throwOnFailure: false };
}

describe('a message of several SMS', () => {
  it('is one result for its recipient', async () => {
    const result = await sendBy(kannel(ACCOUNT), LONG, answering(202));
    expect(result).toMatchObject({
      outcome: 'accepted',
      requestSent: 'maybe',
      results: [{ recipient: NUMBER, accepted: true }],
    });
    expect(result.attempts).toHaveLength(3);
  });

  it('is partial where a part is refused, and tells how far it came', async () => {
    const result = await sendBy(kannel(ACCOUNT), LONG, answering(202, 400));
    expect(result).toMatchObject({ outcome: 'partial', results: [{ recipient: NUMBER, accepted: false }] });
    expect(result.warnings.map(({ code, message }) => [code, message])).toContainEqual([
      'submit/not-tried',
      'only 1 of 3 SMS of the message were accepted',
    ]);
  });

  it('is unknown where it is unknown of a part', async () => {
    const result = await sendBy(kannel(ACCOUNT), LONG, answering(202, 500));
    expect(result.outcome).toBe('unknown');
    expect(result.warnings.map(({ code }) => code)).not.toContain('submit/not-tried');
  });

  it('is unknown where it is unknown of a recipient, and not of another', async () => {
    const to = [NUMBER, '447700900124'];
    const options = { ...answering(202, 500), continueAfterFailure: true };
    const result = await sendBy(kannel(ACCOUNT), { kind: 'text', to, text: 'Hi' }, options);
    expect(result).toMatchObject({ outcome: 'unknown', requestSent: 'maybe' });
  });

  it('is shown by a dry run request by request', async () => {
    const result = await sendBy(kannel(ACCOUNT), LONG, { dryRun: true });
    expect(result).toMatchObject({ outcome: 'not-sent', requestSent: 'no', requests: { length: 3 } });
    const short = await sendBy(kannel(ACCOUNT), { kind: 'text', to: [NUMBER], text: 'Hi' }, { dryRun: true });
    expect(short).not.toHaveProperty('requests');
  });
});

it('a way out is asked for its plan', async () => {
  const message: GatewayMessage = { kind: 'text', to: [NUMBER], text: 'Hi' };
  for (const json of ['{}', '7'])
    await expect(sendBy(JSON.parse(json), message)).rejects.toMatchObject({
      code: 'bytes/value-type',
      path: 'way',
    });
});

const [A, B, C] = ['447700900121', '447700900122', '447700900123'] as const;
const TEXT: GatewayMessage = { kind: 'text', to: [A], text: 'Hi' };
type Outcome = SubmissionResult['outcome'];

/** What one request comes to; each tells itself apart by its number. */
function resultOf(number: number, outcome: Outcome, recipient: string): SubmissionResult {
  const requestSent = outcome === 'not-sent' ? 'no' : 'maybe';
  const isFailure = outcome !== 'accepted' && outcome !== 'partial';
  return {
    outcome,
    requestSent,
    attempts: [{ endpoint: `http://${number}/`, requestSent, durationMs: number }],
    results: [{ recipient, report: number, accepted: outcome === 'accepted' }],
    warnings: [issue('submit/response-count', `warning ${number}`)],
    ...(isFailure && {
      problem: { code: 'submit/rejected', message: `problem ${number}`, hint: `hint ${number}` },
    }),
  };
}

/** A way out whose deliveries are given by those they go to and what their requests come to. */
function wayOf(...deliveries: readonly (readonly [recipients: readonly string[], ...outcomes: Outcome[]])[]) {
  const carried: number[] = [];
  let made = 0;
  const way: Way = {
    name: 'test',
    plan: async () => ({
      campaign: 'c',
      deliveries: deliveries.map(([recipients, ...outcomes]) => ({
        recipients,
        requests: outcomes.map(outcome => {
          const number = ++made;
          return {
            describe: () => ({
              method: 'POST',
              servers: [`http://${number}/`],
              headers: {},
              body: '',
              parameters: [],
              recipients,
              warnings: [issue('submit/response-count', `warning ${number}`)],
            }),
            carry: async () => {
              carried.push(number);
              return {
                result: resultOf(number, outcome, recipients[0] ?? ''),
                ...(outcome !== 'accepted' && { cause: `cause ${number}` }),
              };
            },
          };
        }),
      })),
    }),
  };
  return { way, carried };
}

const messages = ({ warnings }: SubmissionResult): string[] => warnings.map(({ message }) => message);
const reports = ({ results }: SubmissionResult): number[] => results.map(({ report }) => report);
const times = ({ attempts }: SubmissionResult): number[] => attempts.map(({ durationMs }) => durationMs);
const QUIET = { throwOnFailure: false } as const;

describe('the requests of one delivery', () => {
  it.each<[Outcome[], Outcome, SubmissionResult['requestSent'], string[]]>([
    [['accepted', 'accepted'], 'accepted', 'maybe', []],
    [
      ['accepted', 'rejected', 'accepted'],
      'partial',
      'maybe',
      ['only 1 of 3 SMS of the message were accepted'],
    ],
    [['accepted', 'not-sent'], 'partial', 'maybe', ['only 1 of 2 SMS of the message were accepted']],
    [
      ['accepted', 'accepted', 'rejected'],
      'partial',
      'maybe',
      ['only 2 of 3 SMS of the message were accepted'],
    ],
    [['accepted', 'unknown'], 'unknown', 'maybe', []],
    [['accepted', 'partial', 'accepted'], 'partial', 'maybe', []],
    [['rejected', 'accepted'], 'rejected', 'maybe', []],
    [['not-sent', 'accepted'], 'not-sent', 'no', []],
  ])('that come to %j are %s', async (outcomes, outcome, requestSent, added) => {
    const { way, carried } = wayOf([[A], ...outcomes]);
    const result = await sendBy(way, TEXT, QUIET);
    const last = outcomes.findIndex(one => one !== 'accepted') + 1 || outcomes.length;
    const numbers = Array.from({ length: last }, (_, index) => index + 1);
    expect([result.outcome, result.requestSent]).toEqual([outcome, requestSent]);
    expect(carried).toEqual(numbers);
    expect(times(result)).toEqual(numbers);
    // One recipient, of whom the last answer counts.
    expect(reports(result)).toEqual([last]);
    expect(messages(result)).toEqual([...numbers.map(number => `warning ${number}`), ...added]);
  });
});

describe('several deliveries', () => {
  it.each<[Outcome[], boolean, number, Outcome, SubmissionResult['requestSent'], string[]]>([
    [['accepted', 'accepted', 'accepted'], false, 3, 'accepted', 'maybe', []],
    [['rejected', 'accepted', 'accepted'], false, 1, 'partial', 'maybe', [`no longer tried: ${B}, ${C}`]],
    [['accepted', 'rejected', 'accepted'], false, 2, 'partial', 'maybe', [`no longer tried: ${C}`]],
    [['not-sent', 'accepted', 'accepted'], false, 1, 'not-sent', 'no', [`no longer tried: ${B}, ${C}`]],
    [['unknown', 'accepted', 'accepted'], false, 1, 'unknown', 'maybe', [`no longer tried: ${B}, ${C}`]],
    [['rejected', 'rejected', 'rejected'], true, 3, 'rejected', 'maybe', []],
    [['rejected', 'accepted', 'rejected'], true, 3, 'partial', 'maybe', []],
    [['not-sent', 'accepted', 'unknown'], true, 3, 'unknown', 'maybe', []],
    [['not-sent', 'not-sent', 'not-sent'], true, 3, 'not-sent', 'no', []],
    [['accepted', 'accepted', 'not-sent'], false, 3, 'partial', 'maybe', []],
  ])('that come to %j, on after a failure: %s, are %s', async (outcomes, on, tried, outcome, sent, added) => {
    const [first = 'accepted', second = 'accepted', third = 'accepted'] = outcomes;
    const { way, carried } = wayOf([[A], first], [[B], second], [[C], third]);
    const result = await sendBy(way, TEXT, { ...QUIET, continueAfterFailure: on });
    const numbers = Array.from({ length: tried }, (_, index) => index + 1);
    expect([result.outcome, result.requestSent]).toEqual([outcome, sent]);
    expect(carried).toEqual(numbers);
    expect(times(result)).toEqual(numbers);
    expect(reports(result)).toEqual(numbers);
    expect(messages(result)).toEqual([...numbers.map(number => `warning ${number}`), ...added]);
    const failed = outcomes.slice(0, tried).findIndex(one => one !== 'accepted') + 1;
    expect(result.problem?.message).toBe(failed === 0 ? undefined : `problem ${failed}`);
  });

  it('that are no longer tried are told by their code', async () => {
    const { way } = wayOf([[A], 'rejected'], [[B], 'accepted']);
    const { warnings } = await sendBy(way, TEXT, QUIET);
    expect(warnings.map(({ code }) => code)).toEqual(['submit/response-count', 'submit/not-tried']);
  });

  it('end when the caller breaks off, though all is well', async () => {
    const { way, carried } = wayOf([[A], 'accepted'], [[B], 'accepted']);
    const options = { ...QUIET, continueAfterFailure: true, signal: AbortSignal.abort() };
    const result = await sendBy(way, TEXT, options);
    expect(carried).toEqual([1]);
    expect([result.outcome, messages(result)]).toEqual(['partial', ['warning 1', `no longer tried: ${B}`]]);
  });
});

describe("a way out of one's own", () => {
  it.each([
    [wayOf(), 'a message has at least one recipient'],
    [wayOf([[A]]), 'a delivery has at least one request'],
  ])('is told what its plan lacks: %#', async ({ way }, message) => {
    await expect(sendBy(way, TEXT)).rejects.toThrow(new TypeError(message));
  });
});

describe('a failure', () => {
  it('is thrown with what was known, unless it is asked for', async () => {
    const failing = () => wayOf([[A], 'unknown']).way;
    await expect(sendBy(failing(), TEXT)).rejects.toMatchObject({
      code: 'submit/rejected',
      message: 'problem 1',
      hint: 'hint 1',
      cause: 'cause 1',
      details: { result: resultOf(1, 'unknown', A) },
    });
    await expect(sendBy(failing(), TEXT, { throwOnFailure: true })).rejects.toMatchObject({
      code: 'submit/rejected',
    });
    expect(await sendBy(failing(), TEXT, QUIET)).toEqual(resultOf(1, 'unknown', A));
  });

  it('of some is none to be thrown', async () => {
    const { way } = wayOf([[A], 'accepted'], [[B], 'rejected']);
    expect(await sendBy(way, TEXT)).toMatchObject({ outcome: 'partial', problem: { message: 'problem 2' } });
    expect((await sendBy(wayOf([[A], 'accepted']).way, TEXT)).outcome).toBe('accepted');
  });
});

describe('a dry run', () => {
  it.each([
    [[], undefined, undefined],
    [['accepted'], 1, undefined],
    [['accepted', 'accepted'], 1, 2],
  ] as const)(
    'of requests that would come to %j shows them and sends nothing',
    async (outcomes, one, all) => {
      const { way, carried } = wayOf([[A], ...outcomes]);
      const { request, requests, ...rest } = await sendBy(way, TEXT, { dryRun: true });
      expect(carried).toEqual([]);
      expect(request?.servers).toEqual(one === undefined ? undefined : [`http://${one}/`]);
      expect(requests?.length).toBe(all);
      expect(rest).toEqual({
        outcome: 'not-sent',
        requestSent: 'no',
        attempts: [],
        results: [],
        warnings: outcomes.map((_, index) => issue('submit/response-count', `warning ${index + 1}`)),
      });
    },
  );

  it.each([
    [{ dryRun: 7 }, 'options.dryRun'],
    [{ throwOnFailure: 7 }, 'options.throwOnFailure'],
    [{ continueAfterFailure: 7 }, 'options.continueAfterFailure'],
    [7, 'options'],
  ])('is not asked for by %j', async (options, path) => {
    await expect(
      sendBy(wayOf([[A], 'accepted']).way, TEXT, JSON.parse(JSON.stringify(options))),
    ).rejects.toMatchObject({ code: 'submit/value', path });
  });
});

describe('by a journal', () => {
  /** One that leaves these open, and remembers what it is told. */
  function journalOf(open: readonly string[]) {
    const calls: unknown[] = [];
    const journal: Journal = {
      begin: async (campaign, recipients) => {
        calls.push(['begin', campaign, recipients]);
        return { open, warnings: [issue('submit/journal-torn', 'torn')] };
      },
      claim: async recipients => {
        calls.push(['claim', recipients]);
        return 'r1';
      },
      answer: async (_, { state }) => {
        calls.push(['answer', state]);
      },
      report: async () => ({
        isRunning: true,
        counts: { planned: 0, claimed: 0, accepted: 0, partial: 0, rejected: 0, 'not-sent': 0, unknown: 0 },
        requests: [],
        recipients: [A, B, C].map(recipient => ({ recipient, state: 'accepted' })),
        unresolved: [],
        warnings: [],
      }),
      close: async () => undefined,
    };
    return { journal, calls };
  }

  it('those who had the message are left out, and the others claimed', async () => {
    const { way, carried } = wayOf([[A], 'accepted'], [[B, C], 'accepted']);
    const { journal, calls } = journalOf([B, C]);
    const result = await sendBy(way, TEXT, { journal });
    expect(carried).toEqual([2]);
    expect(calls).toEqual([
      ['begin', 'c', [A, B, C]],
      ['claim', [B, C]],
      ['answer', 'accepted'],
    ]);
    expect(messages(result)).toEqual(['torn', '1 of 3 were sent to before', 'warning 2']);
  });

  it('a request to several of whom one had it goes to nobody', async () => {
    const { way, carried } = wayOf([[A, B], 'accepted']);
    const { journal } = journalOf([B]);
    await expect(sendBy(way, TEXT, { journal })).rejects.toMatchObject({
      code: 'submit/conflict',
      hint: 'send to the new ones alone',
    });
    expect(carried).toEqual([]);
  });

  it('nothing is sent when nobody is left', async () => {
    const { way, carried } = wayOf([[A], 'accepted'], [[B], 'accepted']);
    const { journal, calls } = journalOf([]);
    const result = await sendBy(way, TEXT, { journal });
    expect(result).toMatchObject({ outcome: 'accepted', requestSent: 'maybe', attempts: [] });
    expect([carried, calls.length]).toEqual([[], 1]);
  });

  it('nothing is written in a dry run', async () => {
    const { journal, calls } = journalOf([A]);
    await sendBy(wayOf([[A], 'accepted']).way, TEXT, { journal, dryRun: true });
    expect(calls).toEqual([]);
  });
});
