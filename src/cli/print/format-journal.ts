import { isJournalState, type JournalReport, type UnresolvedRequest } from '../../submit/index.ts';
import { printable } from '../../text/index.ts';

/** What a journal says, for a person: how many are in which state, and everyone of whom it is not known. */
export function formatJournal({ counts, isRunning, unresolved }: JournalReport): string {
  const lines = [
    ...(isRunning ? ['a run is sending by this journal'] : []),
    ...Object.keys(counts).flatMap(state =>
      isJournalState(state) && counts[state] > 0 ? [`${String(counts[state]).padStart(7)}  ${state}`] : [],
    ),
    ...unresolved.flatMap(formatUnresolved),
  ];
  return lines.length === 0 ? 'nothing was sent\n' : `${lines.map(line => printable(line)).join('\n')}\n`;
}

function formatUnresolved({ key, claimedAt, problem, recipients }: UnresolvedRequest): string[] {
  const facts = [
    claimedAt === undefined ? '' : ` at ${claimedAt}`,
    problem === undefined ? '' : `, ${problem}`,
  ];
  return [`${key}  unknown: sent${facts.join('')}`, ...recipients.map(recipient => `    ${recipient}`)];
}
