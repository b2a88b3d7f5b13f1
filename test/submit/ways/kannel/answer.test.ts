import { describe, expect, it } from 'vitest';
import { judgeSendsms } from '../../../../src/submit/ways/kannel/answer.ts';

const TO = ['447700900123'];
const judged = (status: number, text: string, retryAfter?: string) =>
  judgeSendsms(
    {
      kind: 'answer',
      status,
      body: new TextEncoder().encode(text),
      ...(retryAfter !== undefined && { retryAfter }),
    },
    TO,
  );

describe('the answer of sendsms', () => {
  it.each(['0: Accepted for delivery', '3: Queued for later delivery', ' 0: Accepted for delivery\r\n'])(
    '202 %j: taken, with what it says',
    text => {
      expect(judged(202, text)).toStrictEqual({
        outcome: 'accepted',
        requestSent: 'maybe',
        results: [{ recipient: '447700900123', report: 202, accepted: true, text: text.trim() }],
        raw: text,
      });
    },
  );

  it.each([
    [200, '0: Accepted for delivery'],
    [299, '0: Accepted for delivery'],
    [202, '4: 0: Accepted for delivery'],
    [202, ''],
  ])('%i %j: nobody knows', (status, text) => {
    expect(judged(status, text)).toStrictEqual({
      outcome: 'unknown',
      requestSent: 'maybe',
      results: [],
      problem: {
        code: 'submit/unreadable-response',
        message: `Kannel says ${text}`,
        hint: expect.stringContaining('before sending again'),
      },
      raw: text,
    });
  });

  it.each([
    [199, 'x'],
    [300, 'moved'],
    [400, 'Missing receiver number, rejected'],
    [499, 'x'],
  ])('%i %j: refused', (status, text) => {
    expect(judged(status, text)).toStrictEqual({
      outcome: 'rejected',
      requestSent: 'maybe',
      results: [{ recipient: '447700900123', report: status, accepted: false, text }],
      problem: { code: 'submit/rejected', message: `Kannel refuses with status ${status}: ${text}` },
      raw: text,
    });
  });

  it.each(['Temporal failure, try again later.', 'TEMPORAL FAILURE'])('503 %j: refused for now', text => {
    expect(judged(503, text, '30')).toMatchObject({ outcome: 'rejected', retryable: true, retryAfter: '30' });
  });

  it.each([
    [500, 'Temporal failure'],
    [504, 'Temporal failure'],
    [503, 'No Temporal failure'],
    [500, 'x'],
  ])('%i %j: of somebody in between, so nobody knows', (status, text) => {
    expect(judged(status, text, '30')).toMatchObject({
      outcome: 'unknown',
      problem: { code: 'submit/http-status' },
      retryAfter: '30',
      raw: text,
    });
    expect(judged(status, text)).not.toHaveProperty('retryable');
  });

  it('is shown as far as a person reads it', () => {
    const text = `a${'b'.repeat(300)}`;
    const shown = `a${'b'.repeat(119)}`;
    expect(judged(400, text)).toMatchObject({
      results: [{ text: shown }],
      problem: { message: `Kannel refuses with status 400: ${shown}` },
      raw: text,
    });
    expect(judged(200, text).problem?.message).toBe(`Kannel says ${shown}`);
  });
});
