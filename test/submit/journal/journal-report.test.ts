import { describe, expect, it } from 'vitest';
import { issue } from '../../../src/issues/index.ts';
import { countStates, reportOf } from '../../../src/submit/journal/journal-report.ts';
import { Ledger } from '../../../src/submit/journal/ledger.ts';
import { headLine, type JournalLine } from '../../../src/submit/journal/line.ts';

const AT = '2004-05-23T14:14:58.000Z';
const [A, B, C, D] = ['447700900121', '447700900122', '447700900123', '447700900124'] as const;

const LINES: readonly JournalLine[] = [
  headLine('c'),
  { line: 'plan', recipients: [A, B, C, D] },
  { line: 'claim', request: 'r1', recipients: [A], at: AT },
  {
    line: 'answer',
    request: 'r1',
    state: 'unknown',
    problem: 'submit/connection-lost',
    recipients: [{ recipient: A, state: 'unknown' }],
  },
  { line: 'claim', request: 'r2', recipients: [B] },
  {
    line: 'answer',
    request: 'r2',
    state: 'accepted',
    recipients: [{ recipient: B, state: 'accepted', messageIdentifier: 'm1' }],
  },
  { line: 'claim', request: 'r3', recipients: [C] },
];

function ledgerOf(lines: readonly JournalLine[]): Ledger {
  const ledger = new Ledger();
  for (const line of lines) if (!ledger.add(line)) throw new Error(`does not fit: ${JSON.stringify(line)}`);
  return ledger;
}

describe('what a journal says', () => {
  it('while a run goes on: a claim is being sent', () => {
    expect(reportOf(ledgerOf(LINES), { isRunning: true })).toEqual({
      campaign: 'c',
      isRunning: true,
      counts: { planned: 1, claimed: 1, accepted: 1, partial: 0, rejected: 0, 'not-sent': 0, unknown: 1 },
      requests: [
        {
          key: 'r1',
          state: 'unknown',
          recipients: [{ recipient: A, state: 'unknown' }],
          claimedAt: AT,
          problem: 'submit/connection-lost',
        },
        {
          key: 'r2',
          state: 'accepted',
          recipients: [{ recipient: B, state: 'accepted', messageIdentifier: 'm1' }],
        },
        { key: 'r3', state: 'claimed', recipients: [{ recipient: C, state: 'claimed' }] },
      ],
      recipients: [
        { recipient: A, state: 'unknown' },
        { recipient: B, state: 'accepted' },
        { recipient: C, state: 'claimed' },
        { recipient: D, state: 'planned' },
      ],
      unresolved: [{ key: 'r1', claimedAt: AT, problem: 'submit/connection-lost', recipients: [A] }],
      warnings: [],
    });
  });

  it('once the run has ended: what was claimed is unknown', () => {
    const torn = issue('submit/journal-torn', 'x');
    const report = reportOf(ledgerOf(LINES), { isRunning: false, warnings: [torn] });
    expect(report).toMatchObject({
      isRunning: false,
      counts: { planned: 1, claimed: 0, accepted: 1, unknown: 2 },
      unresolved: [
        { key: 'r1', recipients: [A] },
        { key: 'r3', recipients: [C] },
      ],
      warnings: [torn],
    });
    expect(report.requests[2]).toEqual({
      key: 'r3',
      state: 'unknown',
      recipients: [{ recipient: C, state: 'unknown' }],
    });
    expect(Object.keys(report.unresolved[1] ?? {})).toEqual(['key', 'recipients']);
  });

  it('of whom it is not known, in a request whose answer told some apart', () => {
    const ledger = ledgerOf([
      headLine('c'),
      { line: 'claim', request: 'r1', recipients: [A, B, C] },
      {
        line: 'answer',
        request: 'r1',
        state: 'partial',
        recipients: [
          { recipient: A, state: 'partial' },
          { recipient: B, state: 'rejected' },
          { recipient: C, state: 'accepted' },
        ],
      },
    ]);
    expect(reportOf(ledger, { isRunning: false }).unresolved).toEqual([{ key: 'r1', recipients: [A] }]);
  });

  it('before its first line', () => {
    expect(Object.keys(reportOf(new Ledger(), { isRunning: false }))).not.toContain('campaign');
  });
});

it('states are counted, several at once', () => {
  expect(
    countStates([
      ['accepted', 2],
      ['unknown', 1],
      ['accepted', 3],
    ]),
  ).toEqual({ planned: 0, claimed: 0, accepted: 5, partial: 0, rejected: 0, 'not-sent': 0, unknown: 1 });
});
