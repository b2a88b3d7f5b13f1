import { checkJudged } from '../shapes.ts';
import type { SubmissionOutcome, SubmissionResult } from '../verdict/result.ts';

/** What is known about a recipient or about a request. */
export type JournalState = 'planned' | 'claimed' | SubmissionOutcome;

/** What a state means. */
export interface JournalStateRow {
  readonly meaning: string;
  /** True when it is proven that the message is not out, so that it may be sent. */
  readonly mayBeSent?: true;
  /** True when only a person can find out what became of it. */
  readonly isOpenQuestion?: true;
}

/** The states of a journal, in the order in which they are told. */
export const JOURNAL_STATES: Readonly<Record<JournalState, JournalStateRow>> = {
  planned: { meaning: 'nothing was sent yet', mayBeSent: true },
  claimed: { meaning: 'is being sent; unknown if its run has ended', isOpenQuestion: true },
  accepted: { meaning: 'taken by the gateway' },
  partial: { meaning: 'sent with others of whom some were refused', isOpenQuestion: true },
  rejected: { meaning: 'refused by the gateway' },
  'not-sent': { meaning: 'no octet was sent', mayBeSent: true },
  unknown: { meaning: 'sent without a usable answer', isOpenQuestion: true },
};

/** A key of {@link JOURNAL_STATES}. */
export function isJournalState(value: unknown): value is JournalState {
  return typeof value === 'string' && Object.hasOwn(JOURNAL_STATES, value);
}

/** One recipient of a request in a journal. */
export interface JournalRecipient {
  readonly recipient: string;
  readonly state: JournalState;
  /** What the gateway calls the message. */
  readonly messageIdentifier?: string | undefined;
}

/** What a submission says about each of its recipients: its own outcome where the answer tells them not apart. */
export function recipientStates(
  recipients: readonly string[],
  result: Pick<SubmissionResult, 'outcome' | 'results'>,
): readonly JournalRecipient[] {
  checkJudged(recipients, result);
  const { outcome, results } = result;
  const told = new Map(results.map(one => [one.recipient, one]));
  return recipients.map(recipient => {
    const one = told.get(recipient);
    if (one === undefined) return { recipient, state: outcome };
    const isJudged = outcome !== 'unknown' && outcome !== 'not-sent';
    const state = isJudged ? (one.accepted ? 'accepted' : 'rejected') : outcome;
    const { messageIdentifier } = one;
    return { recipient, state, ...(messageIdentifier && { messageIdentifier }) };
  });
}
