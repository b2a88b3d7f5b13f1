import type { Issue } from '../../issues/index.ts';
import type { JournalRequest, Ledger } from './ledger.ts';
import { JOURNAL_STATES, type JournalState } from './states.ts';

/** A request of which only a person can find out what became. */
export interface UnresolvedRequest {
  /** Of the request, for `resolveJournal`. */
  readonly key: string;
  readonly claimedAt?: string;
  readonly problem?: string;
  /** Those of whom it is not known. */
  readonly recipients: readonly string[];
}

/** All that a journal says. */
export interface JournalReport {
  /** A hash of the message. */
  readonly campaign?: string;
  /** True while a run writes the journal. */
  readonly isRunning: boolean;
  /** Recipients in each state. */
  readonly counts: Readonly<Record<JournalState, number>>;
  readonly requests: readonly JournalRequest[];
  /** Every recipient with its state. */
  readonly recipients: readonly { readonly recipient: string; readonly state: JournalState }[];
  readonly unresolved: readonly UnresolvedRequest[];
  readonly warnings: readonly Issue[];
}

/** What is claimed without an answer is unknown once the run has ended. */
function settled(state: JournalState, isRunning: boolean): JournalState {
  return state === 'claimed' && !isRunning ? 'unknown' : state;
}

function unresolvedOf({ key, claimedAt, problem, recipients }: JournalRequest): UnresolvedRequest[] {
  const open = recipients.filter(
    ({ state }) => state !== 'claimed' && JOURNAL_STATES[state].isOpenQuestion === true,
  );
  if (open.length === 0) return [];
  return [
    {
      key,
      ...(claimedAt !== undefined && { claimedAt }),
      ...(problem !== undefined && { problem }),
      recipients: open.map(({ recipient }) => recipient),
    },
  ];
}

/** How many are in each state. */
export function countStates(
  some: Iterable<readonly [state: JournalState, count: number]>,
): Record<JournalState, number> {
  const counts: Record<JournalState, number> = {
    planned: 0,
    claimed: 0,
    accepted: 0,
    partial: 0,
    rejected: 0,
    'not-sent': 0,
    unknown: 0,
  };
  for (const [state, count] of some) counts[state] += count;
  return counts;
}

/** What a ledger says. */
export function reportOf(
  ledger: Ledger,
  { isRunning, warnings = [] }: { readonly isRunning: boolean; readonly warnings?: readonly Issue[] },
): JournalReport {
  const recipients = ledger.recipients.map(([recipient, state]) => ({
    recipient,
    state: settled(state, isRunning),
  }));
  const requests = ledger.requests.map(request => ({
    ...request,
    state: settled(request.state, isRunning),
    recipients: request.recipients.map(one => ({ ...one, state: settled(one.state, isRunning) })),
  }));
  return {
    ...(ledger.campaign !== undefined && { campaign: ledger.campaign }),
    isRunning,
    counts: countStates(recipients.map(({ state }) => [state, 1])),
    requests,
    recipients,
    unresolved: requests.flatMap(unresolvedOf),
    warnings,
  };
}
