import { describe, expect, it } from 'vitest';
import { judgeSubmitRsp } from '../../../../src/submit/ways/mm7/answer.ts';

const TO = ['447700900123', '447700900124'];

const judged = (status: number, text: string) =>
  judgeSubmitRsp({ kind: 'answer', status, body: new TextEncoder().encode(text) }, 't1', TO);

/** The envelope of an answer. */
function rsp(code: number | string, more = '', transaction: string | undefined = 't1'): string {
  const header = transaction === '' ? '' : `<Header><TransactionID>${transaction}</TransactionID></Header>`;
  return `<Envelope>${header}<Body><SubmitRsp><Status><StatusCode>${code}</StatusCode>${more}</Status><MessageID>m1</MessageID></SubmitRsp></Body></Envelope>`;
}

const text = (words: string): string => `<StatusText>${words}</StatusText>`;

describe('the answer to a SubmitReq', () => {
  it('that takes the message', () => {
    const answer = rsp(1000, text('fine'));
    expect(judged(200, answer)).toStrictEqual({
      outcome: 'accepted',
      requestSent: 'maybe',
      results: TO.map(recipient => ({
        recipient,
        report: 1000,
        accepted: true,
        text: 'fine',
        messageIdentifier: 'm1',
      })),
      raw: answer,
    });
  });

  it('that takes it for some', () => {
    expect(judged(200, rsp(1100))).toStrictEqual({
      outcome: 'partial',
      requestSent: 'maybe',
      results: [],
      raw: rsp(1100),
    });
  });

  it('that refuses it', () => {
    const answer = rsp(2001, text('')).replace('<MessageID>m1</MessageID>', '');
    expect(judged(200, answer)).toStrictEqual({
      outcome: 'rejected',
      requestSent: 'maybe',
      results: TO.map(recipient => ({ recipient, report: 2001, accepted: false })),
      problem: { code: 'submit/rejected', message: 'the MMSC refuses with 2001 Operation restricted' },
      raw: answer,
    });
  });

  it.each([
    [text(' no money '), '2001 no money'],
    ['', '2001 Operation restricted'],
    [text('x'.repeat(200)), `2001 ${'x'.repeat(120)}`],
  ])('says why, as far as a person reads it: %j', (more, said) => {
    expect(judged(200, rsp(2001, more)).problem?.message).toBe(`the MMSC refuses with ${said}`);
  });

  it.each([
    [1000, 'accepted', undefined],
    [2001, 'rejected', undefined],
    [3000, 'rejected', true],
  ])('%i: %s', (code, outcome, retryable) => {
    const verdict = judged(200, rsp(code));
    expect([verdict.outcome, verdict.retryable]).toEqual([outcome, retryable]);
  });

  it('that tells nothing', () => {
    expect(judged(200, rsp(4005))).toMatchObject({
      outcome: 'unknown',
      problem: {
        code: 'submit/rejected',
        message: 'the MMSC answers 4005 Service error, not to be sent again',
        hint: expect.any(String),
      },
    });
    expect(judged(200, rsp(5000, text('what')))).toMatchObject({
      outcome: 'unknown',
      problem: { code: 'submit/unreadable-response', message: 'not a status: 5000 what' },
    });
    expect(judged(200, rsp('1e3'))).toMatchObject({
      outcome: 'unknown',
      problem: { code: 'submit/unreadable-response', message: 'no status in the answer' },
    });
    expect(judged(200, 'Hello')).toMatchObject({
      outcome: 'unknown',
      problem: { code: 'submit/unreadable-response', message: 'the answer is not MM7' },
      raw: 'Hello',
    });
  });

  it.each([
    ['t1', 1000, 'accepted', undefined],
    ['0000', 1000, 'unknown', 'a success without its transaction'],
    ['', 1000, 'unknown', 'a success without its transaction'],
    ['t2', 1000, 'unknown', 'the MMSC answered about another transaction'],
    ['t2', 2001, 'unknown', 'the MMSC answered about another transaction'],
    ['0000', 2001, 'rejected', 'the MMSC refuses with 2001 Operation restricted'],
    ['', 2001, 'rejected', 'the MMSC refuses with 2001 Operation restricted'],
    ['', 2000, 'rejected', 'the MMSC refuses with 2000 Client error'],
  ])('about transaction %j with %i: %s', (transaction, code, outcome, message) => {
    const verdict = judged(200, rsp(code, '', transaction));
    expect([verdict.outcome, verdict.problem?.message]).toEqual([outcome, message]);
  });
});

describe('the status of HTTP', () => {
  it.each([
    [200, 'accepted'],
    [299, 'accepted'],
    [500, 'accepted'],
    [503, 'accepted'],
    [300, 'rejected'],
    [400, 'rejected'],
    [499, 'rejected'],
  ])('%i lets the envelope of a success be %s: a refusal is one whatever stands in it', (status, outcome) => {
    expect(judged(status, rsp(1000)).outcome).toBe(outcome);
  });

  it.each([
    [199, 'rejected', undefined],
    [299, 'unknown', undefined],
    [300, 'rejected', undefined],
    [408, 'rejected', undefined],
    [409, 'rejected', true],
    [410, 'rejected', undefined],
    [499, 'rejected', undefined],
    [500, 'unknown', undefined],
    [503, 'unknown', undefined],
  ])('%i without an envelope: %s', (status, outcome, retryable) => {
    const verdict = judged(status, '');
    expect([verdict.outcome, verdict.retryable]).toEqual([outcome, retryable]);
    expect(verdict.problem?.hint === undefined).toBe(outcome === 'rejected');
    expect(verdict.results).toEqual([]);
  });
});
