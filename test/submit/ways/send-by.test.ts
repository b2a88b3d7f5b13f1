import { describe, expect, it } from 'vitest';
import {
  type Exchange,
  type GatewayMessage,
  kannel,
  type SendByOptions,
  sendBy,
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
  await expect(sendBy(JSON.parse('{}'), message)).rejects.toMatchObject({
    code: 'bytes/value-type',
    path: 'way',
  });
});
