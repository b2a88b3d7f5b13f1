import { describe, expect, it } from 'vitest';
import { recipientStates } from '../../../src/submit/index.ts';
import { isJournalState } from '../../../src/submit/journal/states.ts';

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

  it('is accepted where his own report says so, whatever became of the others', () => {
    const results = [report('447700900123', true), report('447700900124', false)];
    expect(recipientStates(TO, { outcome: 'rejected', results }).map(({ state }) => state)).toEqual([
      'accepted',
      'rejected',
    ]);
  });

  it.each(['unknown', 'not-sent'] as const)('is %s where nobody knows more of the request', outcome => {
    const results = [report('447700900123', true)];
    expect(recipientStates(TO, { outcome, results }).map(({ state }) => state)).toEqual([outcome, outcome]);
  });
});

it.each([
  ['accepted', true],
  ['not-sent', true],
  ['lost', false],
  ['toString', false],
  [['accepted'], false],
  [undefined, false],
])('%j is a state: %s', (value, expected) => {
  expect(isJournalState(value)).toBe(expected);
});
