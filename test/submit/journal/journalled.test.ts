import { describe, expect, it } from 'vitest';
import { MmsError } from '../../../src/errors.ts';
import { issue } from '../../../src/issues/index.ts';
import type { Journal } from '../../../src/submit/journal/journal.ts';
import { reportOf } from '../../../src/submit/journal/journal-report.ts';
import { earlierResult, openRecipients, underJournal } from '../../../src/submit/journal/journalled.ts';
import { Ledger } from '../../../src/submit/journal/ledger.ts';
import { headLine, type JournalLine } from '../../../src/submit/journal/line.ts';
import type { JournalState } from '../../../src/submit/journal/states.ts';
import type { Submission } from '../../../src/submit/submission.ts';

const [A, B, C] = ['447700900121', '447700900122', '447700900123'] as const;

/** A journal in memory that tells what was asked of it. */
function journalOf(lines: readonly JournalLine[], failing?: unknown) {
  const ledger = new Ledger();
  for (const line of [headLine('c'), ...lines]) ledger.add(line);
  const calls: unknown[] = [];
  const journal: Journal = {
    begin: async (campaign, recipients) => {
      calls.push(['begin', campaign, recipients]);
      return {
        open: recipients.filter(one => ledger.mayBeSent(one)),
        warnings: [issue('submit/journal-torn', 'torn')],
      };
    },
    claim: async recipients => {
      calls.push(['claim', recipients]);
      return 'r1';
    },
    answer: async (request, answer) => {
      calls.push(['answer', request, answer]);
      if (failing !== undefined) throw failing;
    },
    report: async () => reportOf(ledger, { isRunning: true }),
    close: async () => undefined,
  };
  return { journal, calls };
}

const done = (state: JournalState, key: string, recipient: string, at?: string): JournalLine[] => [
  { line: 'claim', request: key, recipients: [recipient], ...(at !== undefined && { at }) },
  { line: 'answer', request: key, state, recipients: [{ recipient, state }] },
];

describe('who may be sent to', () => {
  it('is everybody at first', async () => {
    const { journal, calls } = journalOf([]);
    expect(await openRecipients(journal, 'c', [A, B])).toEqual({
      open: [A, B],
      warnings: [expect.objectContaining({ code: 'submit/journal-torn' })],
      states: [],
    });
    expect(calls).toEqual([['begin', 'c', [A, B]]]);
  });

  it('is told with what became of the others, of those who are asked about', async () => {
    const { journal } = journalOf([...done('accepted', 'r1', A), ...done('rejected', 'r2', C)]);
    const { open, warnings, states } = await openRecipients(journal, 'c', [A, B]);
    expect([open, states]).toEqual([[B], ['accepted']]);
    expect(warnings.slice(1).map(({ code, message }) => [code, message])).toEqual([
      ['submit/journal-skipped', '1 of 2 were sent to before'],
    ]);
  });

  it.each([
    [undefined, `r1: no usable answer: ${A}`],
    ['2004-05-23T14:14:58.000Z', `r1: no usable answer since 2004-05-23T14:14:58.000Z: ${A}`],
  ])('is told with what is unknown since %s, for a person to find out', async (at, message) => {
    const { journal } = journalOf(done('unknown', 'r1', A, at));
    const { warnings } = await openRecipients(journal, 'c', [B]);
    expect(warnings.slice(1)).toEqual([
      expect.objectContaining({
        code: 'submit/journal-unknown',
        message,
        hint: expect.stringContaining('resolve'),
      }),
    ]);
  });
});

describe('one request', () => {
  const submission = (result: Partial<Submission['result']>): Submission => ({
    result: { outcome: 'accepted', requestSent: 'maybe', attempts: [], results: [], warnings: [], ...result },
  });

  it('is claimed before it is sent, and answered after', async () => {
    const { journal, calls } = journalOf([]);
    const sent = submission({});
    const send = async (): Promise<Submission> => {
      calls.push('send');
      return sent;
    };
    expect(await underJournal(journal, [A], send)).toBe(sent);
    expect(calls).toEqual([
      ['claim', [A]],
      'send',
      ['answer', 'r1', { state: 'accepted', recipients: [{ recipient: A, state: 'accepted' }] }],
    ]);
  });

  it('leaves the code of what went wrong', async () => {
    const { journal, calls } = journalOf([]);
    const problem = { code: 'submit/http-status', message: 'HTTP status 500' } as const;
    await underJournal(journal, [A], async () => submission({ outcome: 'unknown', problem }));
    expect(calls.at(-1)).toEqual([
      'answer',
      'r1',
      { state: 'unknown', problem: 'submit/http-status', recipients: [{ recipient: A, state: 'unknown' }] },
    ]);
  });

  it('whose answer cannot be kept has it in the error', async () => {
    const cause = new Error('ENOSPC');
    const failure = new MmsError('submit/journal-unwritable', 'full', {
      path: 'a.journal',
      hint: 'make room',
      cause,
    });
    const { journal } = journalOf([], failure);
    const sent = submission({});
    await expect(underJournal(journal, [A], async () => sent)).rejects.toMatchObject({
      code: 'submit/journal-unwritable',
      message: 'full',
      path: 'a.journal',
      hint: 'make room',
      cause,
      details: { result: sent.result },
    });
  });

  it('fails as a journal of somebody else fails', async () => {
    const failure = new Error('of his own');
    const { journal } = journalOf([], failure);
    await expect(underJournal(journal, [A], async () => submission({}))).rejects.toBe(failure);
  });
});

describe('a run that has nothing to send', () => {
  it.each<[readonly JournalState[], string, string | undefined]>([
    [['accepted', 'accepted'], 'accepted', undefined],
    [['rejected', 'rejected'], 'rejected', 'submit/rejected'],
    [['accepted', 'rejected'], 'partial', undefined],
    [['accepted', 'partial'], 'partial', undefined],
    [['partial'], 'partial', undefined],
    [['accepted', 'unknown'], 'unknown', 'submit/journal-unknown'],
    [['partial', 'unknown'], 'unknown', 'submit/journal-unknown'],
    [['claimed'], 'unknown', 'submit/journal-unknown'],
  ])('after %j is %s', (states, outcome, code) => {
    const warnings = [issue('submit/journal-skipped', 'x')];
    expect(earlierResult({ open: [], warnings, states })).toEqual({
      outcome,
      requestSent: 'maybe',
      attempts: [],
      results: [],
      warnings,
      ...(code !== undefined && {
        problem: { code, message: `sent before: ${[...new Set(states)].join(', ')}` },
      }),
    });
  });
});
