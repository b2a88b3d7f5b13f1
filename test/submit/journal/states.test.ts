import { describe, expect, it } from 'vitest';
import { recipientStates } from '../../../src/submit/index.ts';

const TO = ['447700900123', '447700900124'];
const report = (recipient: string, accepted: boolean) => ({
  recipient,
  accepted,
  report: accepted ? 0 : -5,
  messageIdentifier: 'id1',
});

describe('the state of a recipient', () => {
  it('is that of his own report, else the outcome for all', () => {
    const results = [report('447700900123', false)];
    expect(recipientStates(TO, { outcome: 'partial', results })).toEqual([
      { recipient: '447700900123', state: 'rejected', messageIdentifier: 'id1' },
      { recipient: '447700900124', state: 'partial' },
    ]);
  });

  it.each(['unknown', 'not-sent'] as const)('is %s where nobody knows more of the request', outcome => {
    const results = [report('447700900123', true)];
    expect(recipientStates(TO, { outcome, results }).map(({ state }) => state)).toEqual([outcome, outcome]);
  });
});
