import { isMmsError, MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import type { Submission } from '../submission.ts';
import type { SubmissionOutcome, SubmissionResult } from '../verdict/result.ts';
import type { Journal } from './journal.ts';
import type { JournalReport } from './journal-report.ts';
import { JOURNAL_STATES, type JournalState, recipientStates } from './states.ts';

/** Who may be sent to by a journal, and what a person should know about the others. */
export interface OpenRecipients {
  readonly open: readonly string[];
  readonly warnings: readonly Issue[];
  /** What is known about those who may not be sent to. */
  readonly states: readonly JournalState[];
}

function unknownIssues({ unresolved }: JournalReport): readonly Issue[] {
  return unresolved.map(({ key, claimedAt, recipients }) => {
    const since = claimedAt === undefined ? '' : ` since ${claimedAt}`;
    return issue('submit/journal-unknown', `${key}: no usable answer${since}: ${recipients.join(', ')}`, {
      hint: 'find out what became of it, then resolve it as sent or not-sent',
    });
  });
}

/** Begins or goes on with a run. */
export async function openRecipients(
  journal: Journal,
  campaign: string,
  recipients: readonly string[],
): Promise<OpenRecipients> {
  const { open, warnings } = await journal.begin(campaign, recipients);
  const report = await journal.report();
  const asked = new Set(recipients);
  const isOpen = new Set(open);
  const done = report.recipients.filter(({ recipient }) => asked.has(recipient) && !isOpen.has(recipient));
  const skipped =
    done.length === 0
      ? []
      : [issue('submit/journal-skipped', `${done.length} of ${recipients.length} were sent to before`)];
  return {
    open,
    warnings: [...warnings, ...unknownIssues(report), ...skipped],
    states: done.map(({ state }) => state),
  };
}

/** Sends one request, claimed before and answered after. */
export async function underJournal(
  journal: Journal,
  recipients: readonly string[],
  send: () => Promise<Submission>,
): Promise<Submission> {
  const request = await journal.claim(recipients);
  const submission = await send();
  const { result } = submission;
  const { outcome: state, problem } = result;
  try {
    await journal.answer(request, {
      state,
      ...(problem && { problem: problem.code }),
      recipients: recipientStates(recipients, result),
    });
  } catch (error) {
    throw withResult(error, result);
  }
  return submission;
}

/** The error of a journal with the answer that it could not keep. */
function withResult(error: unknown, result: SubmissionResult): unknown {
  if (!isMmsError(error)) return error;
  const { code, message, path, hint, cause } = error;
  return new MmsError(code, message, { path, hint, cause, details: { result } });
}

/** The result of a run that has nothing to send: what the runs before came to. */
export function earlierResult({ states, warnings }: OpenRecipients): SubmissionResult {
  const outcome = outcomeOf(states);
  const problem = {
    code: outcome === 'unknown' ? 'submit/journal-unknown' : 'submit/rejected',
    message: `sent before: ${[...new Set(states)].join(', ')}`,
  } as const;
  return {
    outcome,
    requestSent: 'maybe',
    attempts: [],
    results: [],
    warnings,
    ...((outcome === 'unknown' || outcome === 'rejected') && { problem }),
  };
}

function outcomeOf(states: readonly JournalState[]): SubmissionOutcome {
  if (states.every(state => state === 'accepted')) return 'accepted';
  if (states.every(state => state === 'rejected')) return 'rejected';
  return states.some(state => JOURNAL_STATES[state].isOpenQuestion === true && state !== 'partial')
    ? 'unknown'
    : 'partial';
}
