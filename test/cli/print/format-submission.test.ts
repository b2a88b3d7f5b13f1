import { expect, it } from 'vitest';
import { formatSubmission } from '../../../src/cli/print/format-submission.ts';

it('a submission tells what became of each recipient, in the words of the server or of its code', () => {
  const told = formatSubmission(
    Object({
      outcome: 'partial',
      endpoint: 'http://a.example',
      requestSent: true,
      attempts: [],
      warnings: [],
      results: [
        { recipient: '+447700900123', messageIdentifier: 'm1', report: 0, accepted: true },
        { report: 3, accepted: false, text: 'blocked\u001b' },
        { recipient: '+447700900124', report: 4711, accepted: false },
      ],
    }),
  );
  const lines = told.split('\n');
  expect(lines[0]).toBe('partial by http://a.example');
  expect(lines[1]).toMatch(/^ {2}\+447700900123 {2}accepted {2}m1 {2}0 \S+/);
  expect(lines[2]).toBe('  all  refused    3 blocked\\u{1b}');
  expect(lines[3]).toBe('  +447700900124  refused    4711 ');
});
