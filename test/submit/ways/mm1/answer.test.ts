import { describe, expect, it } from 'vitest';
import { encodePdu } from '../../../../src/mms/index.ts';
import { judgeSubmission, judgeTold } from '../../../../src/submit/ways/mm1/answer.ts';

const TO = ['447700900123', '447700900124'];

const answer = (status: number, body: Uint8Array = new Uint8Array()) => ({
  kind: 'answer' as const,
  status,
  body,
});

/** The verdict on an m-send-conf with these fields, under some status of HTTP. */
function judged(fields: object, status = 200) {
  const conf = { messageType: 'm-send-conf', transactionId: 'T1', mmsVersion: '1.2', ...fields };
  return judgeSubmission(answer(status, encodePdu(conf as Parameters<typeof encodePdu>[0])), 'T1', TO);
}

describe('an m-send-conf', () => {
  it('of a message that was taken', () => {
    expect(judged({ responseStatus: 'ok', messageId: 'm1', responseText: 'fine' })).toStrictEqual({
      outcome: 'accepted',
      requestSent: 'maybe',
      results: TO.map(recipient => ({
        recipient,
        report: 0x80,
        accepted: true,
        text: 'fine',
        messageIdentifier: 'm1',
      })),
      warnings: [],
    });
  });

  it('without a Message-ID: taken, with a warning', () => {
    expect(judged({ responseStatus: 'ok' })).toStrictEqual({
      outcome: 'accepted',
      requestSent: 'maybe',
      results: TO.map(recipient => ({ recipient, report: 0x80, accepted: true })),
      warnings: [
        expect.objectContaining({ code: 'submit/response-count', message: 'the MMSC gave no Message-ID' }),
      ],
    });
  });

  it('of a message that some got', () => {
    expect(judged({ responseStatus: 'error-transient-partial-success' })).toStrictEqual({
      outcome: 'partial',
      requestSent: 'maybe',
      results: [],
    });
  });

  it('of a message that was refused', () => {
    expect(judged({ responseStatus: 'error-service-denied', responseText: 'no money' })).toStrictEqual({
      outcome: 'rejected',
      requestSent: 'maybe',
      results: TO.map(recipient => ({ recipient, report: 0x82, accepted: false, text: 'no money' })),
      problem: {
        code: 'submit/rejected',
        message: expect.stringMatching(
          /^the MMSC refuses with status 82 \(error-service-denied\): no.*money$/,
        ),
      },
    });
    expect(judged({ responseStatus: 'error-unspecified' }).problem?.message).toBe(
      'the MMSC refuses with status 81 (error-unspecified)',
    );
    expect(
      judged({ responseStatus: 'error-unspecified', responseText: 'x'.repeat(200) }).problem?.message,
    ).toMatch(/: x{120}$/);
  });

  // MMS_ENC 7.3.30: 192 to 223 are transient, 224 to 255 permanent.
  it.each([
    ['error-unspecified', 0x81, undefined],
    ['error-network-problem', 0x86, true],
    ['error-transient-failure', 0xc0, true],
    ['error-transient-network-problem', 0xc3, true],
    ['error-permanent-failure', 0xe0, undefined],
  ])('%s may pass: %i %s', (responseStatus, report, retryable) => {
    const verdict = judged({ responseStatus });
    expect([verdict.results[0]?.report, verdict.retryable]).toEqual([report, retryable]);
  });

  it.each([
    [0xbf, undefined],
    [0xdf, true],
  ])('of a status that has no name, %i, may pass: %s', (code, retryable) => {
    const conf = encodePdu({
      messageType: 'm-send-conf',
      transactionId: 'T1',
      mmsVersion: '1.2',
      responseStatus: 'ok',
    });
    conf[conf.lastIndexOf(0x80)] = code;
    const verdict = judgeSubmission(answer(200, conf), 'T1', TO);
    expect(verdict).toMatchObject({ outcome: 'rejected' });
    expect(verdict.retryable).toBe(retryable);
  });

  it('about another transaction tells nothing', () => {
    expect(judged({ responseStatus: 'ok', transactionId: 'T2' })).toMatchObject({
      outcome: 'unknown',
      problem: {
        code: 'submit/unreadable-response',
        message: 'the MMSC answered about another transaction',
      },
    });
  });

  it('counts under a status of success alone', () => {
    expect([200, 299].map(status => judged({ responseStatus: 'ok' }, status).outcome)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect([199, 300].map(status => judged({ responseStatus: 'ok' }, status).outcome)).toEqual([
      'unknown',
      'rejected',
    ]);
  });
});

describe('an answer that is none', () => {
  it('tells nothing', () => {
    expect(judgeSubmission(answer(200), 'T1', TO)).toMatchObject({
      outcome: 'unknown',
      problem: {
        code: 'submit/unreadable-response',
        message: expect.stringMatching(/^the answer is not a PDU: ./),
      },
    });
    const other = encodePdu({ messageType: 'm-acknowledge-ind', transactionId: 'T1', mmsVersion: '1.2' });
    expect(judgeSubmission(answer(200, other), 'T1', TO)).toMatchObject({
      outcome: 'unknown',
      problem: {
        code: 'submit/unreadable-response',
        message: 'the MMSC answered with m-acknowledge-ind',
      },
    });
  });

  it.each([
    [199, 'unknown'],
    [300, 'rejected'],
    [404, 'rejected'],
    [499, 'rejected'],
    [500, 'unknown'],
    [503, 'unknown'],
  ])('but status %i, which makes it %s', (status, outcome) => {
    for (const verdict of [judgeTold(answer(status)), judgeSubmission(answer(status), 'T1', TO)]) {
      expect(verdict).toMatchObject({ outcome, results: [], problem: { code: 'submit/http-status' } });
      expect(verdict.problem?.hint === undefined).toBe(outcome === 'rejected');
    }
  });
});

it.each([200, 299])('an MMSC that answers %i was told, whatever stands in the body', status => {
  expect(judgeTold(answer(status, new TextEncoder().encode('Received')))).toStrictEqual({
    outcome: 'accepted',
    requestSent: 'maybe',
    results: [],
  });
});
