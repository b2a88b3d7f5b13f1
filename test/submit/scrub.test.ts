import { describe, expect, it } from 'vitest';
import { Credentials } from '../../src/submit/credentials.ts';
import { scrubCause, scrubVerdict } from '../../src/submit/scrub.ts';
import { REDACTED } from '../../src/submit/secrets.ts';

const CREDENTIALS = new Credentials({ username: 'ANOther.12345', pin: 'CANARY-7f3a' });

describe('the cause of a failed submission', () => {
  it('has no PIN in its message, and keeps name and code', () => {
    const error = Object.assign(new RangeError('refused: PIN=CANARY-7f3a'), { code: 'ECONNRESET' });
    const cause = scrubCause(error, CREDENTIALS);
    expect(cause).toMatchObject({
      name: 'RangeError',
      code: 'ECONNRESET',
      message: `refused: PIN=${REDACTED}`,
    });
  });

  it('has no PIN in what several failures say', () => {
    const error = new AggregateError([new Error('a CANARY-7f3a'), new Error('b')]);
    expect(scrubCause(error, CREDENTIALS)?.message).toBe(`Error: a ${REDACTED}; Error: b`);
  });

  it('may say nothing', () => {
    expect(scrubCause(new Error(''), CREDENTIALS)?.message).toBe('');
  });

  it('drops what else an error carries, and what is not an error', () => {
    const error = Object.assign(new Error('x'), { socket: 'CANARY-7f3a', cause: new Error('CANARY-7f3a') });
    expect(Object.keys(scrubCause(error, CREDENTIALS) ?? {}).toSorted()).toEqual(['code', 'name']);
    expect(scrubCause(error, CREDENTIALS)?.cause).toBeUndefined();
    expect(scrubCause('CANARY-7f3a', CREDENTIALS)).toBeUndefined();
  });
});

describe('a verdict', () => {
  const verdict = { outcome: 'rejected', requestSent: 'maybe' } as const;
  const said = (text: string) => ({
    ...verdict,
    results: [
      { report: 2, accepted: false, text, messageIdentifier: text },
      { report: 2, accepted: false },
    ],
    raw: text,
    retryAfter: text,
    problem: { code: 'submit/rejected', message: text } as const,
  });

  it('has no PIN in anything that a server said', () => {
    expect(scrubVerdict(said('a CANARY-7f3a'), CREDENTIALS)).toStrictEqual(said(`a ${REDACTED}`));
  });

  it('has nothing that was not said', () => {
    expect(scrubVerdict({ ...verdict, results: [] }, CREDENTIALS)).toStrictEqual({ ...verdict, results: [] });
  });
});
