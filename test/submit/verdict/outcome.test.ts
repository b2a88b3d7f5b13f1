import { describe, expect, it } from 'vitest';
import {
  type Audience,
  judgeAnswer,
  judgeFailure,
  judgeStatus,
} from '../../../src/submit/verdict/outcome.ts';

describe('the verdict on an answer', () => {
  const judge = (body: string, recipients: readonly string[], recipientsAreAll = true) => {
    const audience: Audience = { recipients, recipientsAreAll };
    const answer = { kind: 'answer', status: 200, body: new TextEncoder().encode(body) } as const;
    return judgeAnswer(answer, audience);
  };
  const two = ['447700900123', '447700900124'];

  it.each([
    ['all accepted', 'MessageIdentifier=A,B&Report=0,0', two, true, 'accepted', []],
    ['some accepted', 'MessageIdentifier=A,B&Report=0,15', two, true, 'partial', []],
    ['none accepted', 'MessageIdentifier=A,B&Report=8,15', two, true, 'rejected', []],
    ['characters removed', 'MessageIdentifier=A,B&Report=11,19', two, true, 'accepted', []],
    [
      'one success stands for all',
      'MessageIdentifier=B&Report=%2D2',
      two,
      true,
      'accepted',
      ['submit/response-count'],
    ],
    ['one failure may be the last of several', 'MessageIdentifier=B&Report=15', two, true, 'unknown', []],
    [
      'an invalid login is about the request',
      'MessageIdentifier=B&Report=2',
      two,
      true,
      'rejected',
      ['submit/response-count'],
    ],
    ['the same in format 0', '171 - Invalid login', two, true, 'rejected', ['submit/response-count']],
    ['another failure in format 0', '15 - Out of credit', two, true, 'unknown', []],
    [
      'a failure in format 0 for the only number',
      '15 - Out of credit',
      two.slice(0, 1),
      true,
      'rejected',
      [],
    ],
    ['one failure of which nobody knows', 'MessageIdentifier=B&Report=101', two, true, 'unknown', []],
    ['more reports than numbers', 'MessageIdentifier=A,B,C&Report=0,0,0', two, true, 'unknown', []],
    ['copies make the count unknown', 'MessageIdentifier=A,B,C&Report=0,0,15', two, false, 'partial', []],
    ['an address book with one failure', 'MessageIdentifier=A&Report=15', [], false, 'unknown', []],
  ] satisfies [string, string, readonly string[], boolean, string, string[]][])(
    '%s',
    (_, body, recipients, areAll, outcome, warnings) => {
      const verdict = judge(body, recipients, areAll);
      expect(verdict.outcome).toBe(outcome);
      expect((verdict.warnings ?? []).map(({ code }) => code)).toEqual(warnings);
      expect(verdict.problem === undefined).toBe(outcome === 'accepted' || outcome === 'partial');
    },
  );

  it('names the numbers only when the counts match and nobody else got it', () => {
    const body = 'MessageIdentifier=A,B&Report=0,15';
    expect(judge(body, two).results.map(({ recipient }) => recipient)).toEqual(two);
    expect(judge(body, two, false).results.map(({ recipient }) => recipient)).toEqual([undefined, undefined]);
  });

  it('gives one library number, not several', () => {
    expect(judge('MessageIdentifier=A,B&Report=0,0&LibraryNumber=80001', two).libraryNumber).toBe(80001);
    expect(judge('MessageIdentifier=A,B&Report=0,0&LibraryNumber=1,2', two).libraryNumber).toBe(undefined);
  });

  it('has the library number of a part of the numbers too', () => {
    expect(judge('MessageIdentifier=A,B&Report=0,0&LibraryNumber=80001,', two).libraryNumber).toBe(80001);
    expect(judge('MessageIdentifier=A,B&Report=0,0', two)).not.toHaveProperty('libraryNumber');
  });

  it('has what the server said, and what every report is', () => {
    expect(judge('MessageIdentifier=A&Report=0', two.slice(1))).toStrictEqual({
      outcome: 'accepted',
      requestSent: 'maybe',
      results: [{ recipient: two[1], messageIdentifier: 'A', report: 0, accepted: true }],
      warnings: [],
      raw: 'MessageIdentifier=A&Report=0',
    });
    const [result] = judge('MessageIdentifier=A&Report=0', two).results;
    expect(result).not.toHaveProperty('recipient');
  });

  it.each([
    [
      'one failure for an address book',
      'MessageIdentifier=A&Report=2',
      [],
      false,
      'rejected',
      'refused with report 2 (invalid login)',
    ],
    [
      'failures for copies',
      'MessageIdentifier=A,B&Report=15,15',
      two,
      false,
      'rejected',
      'refused with report 15 (out of credit)',
    ],
    [
      'several failures',
      'MessageIdentifier=A,B,C,D,E,F,G&Report=-2,101,101,102,103,104,105',
      two,
      true,
      'unknown',
      '7 reports for 2 numbers: refused with report 101 (unknown report code), 102 (unknown report code), 103 (unknown report code), 104 (unknown report code), 105 (unknown report code)',
    ],
    [
      'more failures than are told',
      'MessageIdentifier=A,B,C,D,E,F&Report=101,102,103,104,105,106',
      [],
      false,
      'rejected',
      'refused with report 101 (unknown report code), 102 (unknown report code), 103 (unknown report code), 104 (unknown report code), 105 (unknown report code)',
    ],
  ] satisfies [string, string, readonly string[], boolean, string, string][])(
    'tells of %s',
    (_, body, recipients, areAll, outcome, message) => {
      expect(judge(body, recipients, areAll)).toMatchObject({
        outcome,
        requestSent: 'maybe',
        problem: { message },
      });
    },
  );

  it('that does not tell keeps its reports, and has a hint', () => {
    const body = 'MessageIdentifier=A&Report=15&LibraryNumber=80001';
    expect(judge(body, two)).toMatchObject({
      outcome: 'unknown',
      results: [{ report: 15 }],
      libraryNumber: 80001,
      problem: { code: 'submit/unreadable-response', hint: expect.stringContaining('ask the gateway') },
    });
    expect(judge('x', two)).toMatchObject({
      outcome: 'unknown',
      requestSent: 'maybe',
      results: [],
      problem: { code: 'submit/unreadable-response' },
      raw: 'x',
    });
  });
});

describe('the verdict on a status', () => {
  const answer = (status: number) =>
    ({ kind: 'answer', status, body: new TextEncoder().encode('MessageIdentifier=A&Report=0') }) as const;
  const audience: Audience = { recipients: ['447700900123'], recipientsAreAll: true };

  it.each([200, 201, 299])('%i is that on its body', status => {
    expect(judgeAnswer(answer(status), audience).outcome).toBe('accepted');
  });

  it.each([
    [199, /^HTTP status 199$/],
    [300, /redirects/],
    [399, /redirects/],
    [400, /^HTTP status 400$/],
    [500, /^HTTP status 500$/],
  ])('%i is that nobody knows', (status, message) => {
    const verdict = judgeAnswer(answer(status), audience);
    expect(verdict).toEqual({
      outcome: 'unknown',
      requestSent: 'maybe',
      results: [],
      problem: {
        code: 'submit/http-status',
        message: expect.stringMatching(message),
        hint: expect.any(String),
      },
      raw: 'MessageIdentifier=A&Report=0',
    });
    expect(verdict).not.toHaveProperty('retryAfter');
  });

  it('that nothing was done has no hint', () => {
    expect(judgeStatus({ ...answer(413), retryAfter: '5' })).toEqual({
      outcome: 'rejected',
      requestSent: 'maybe',
      results: [],
      problem: { code: 'submit/http-status', message: 'HTTP status 413' },
      retryAfter: '5',
    });
  });
});

describe('the verdict on a failure', () => {
  const error = Object.assign(new Error('x'), { code: 'ECONNRESET' });

  it.each([
    ['maybe', true, 'unknown', 'submit/aborted', 'after sending', true],
    ['maybe', false, 'unknown', 'submit/connection-lost', 'ECONNRESET', true],
    ['no', true, 'not-sent', 'submit/aborted', 'before anything', false],
    ['no', false, 'not-sent', 'submit/not-connected', 'ECONNRESET', false],
  ] as const)(
    'where it was sent: %s, and broken off: %s',
    (requestSent, aborted, outcome, code, message, hasHint) => {
      expect(judgeFailure({ requestSent, error }, aborted)).toEqual({
        outcome,
        requestSent,
        results: [],
        problem: {
          code,
          message: expect.stringContaining(message),
          ...(hasHint && { hint: expect.any(String) }),
        },
      });
    },
  );
});
