import { expect, it } from 'vitest';
import { formatJournal } from '../../../src/cli/print/format-journal.ts';

const NONE = { counts: { accepted: 0, rejected: 0, unknown: 0 }, isRunning: false, unresolved: [] };

it('a journal tells how many are in each state, and whom it does not know of', () => {
  expect(formatJournal(Object(NONE))).toBe('nothing was sent\n');
  const unresolved = [
    { key: 'k1', claimedAt: '2026-01-02T03:04:05Z', problem: 'reset', recipients: ['+447700900123'] },
    { key: 'k2', recipients: [] },
  ];
  expect(
    formatJournal(Object({ ...NONE, counts: { accepted: 12, unknown: 0 }, isRunning: true, unresolved })),
  ).toBe(
    [
      'a run is sending by this journal',
      '     12  accepted',
      'k1  unknown: sent at 2026-01-02T03:04:05Z, reset',
      '    +447700900123',
      'k2  unknown: sent',
      '',
    ].join('\n'),
  );
});
