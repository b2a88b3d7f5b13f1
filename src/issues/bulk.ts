import type { IssueCodeRow } from './row.ts';

/** Codes about campaigns in a queue. */
export const BULK_ISSUES = {
  'bulk/package-missing': { severity: 'error', title: 'an optional package that a queue needs' },
  'bulk/database': { severity: 'error', title: 'the database of a queue cannot be used' },
  'bulk/campaign': { severity: 'error', title: 'a campaign that cannot be put into a queue as it is' },
  'bulk/other-message': { severity: 'error', title: 'a campaign whose message is not the one it had before' },
  'bulk/unknown-campaign': { severity: 'error', title: 'a campaign that the database does not know' },
  'bulk/csv': { severity: 'error', title: 'a list that is not CSV as expected' },
  'bulk/variable': { severity: 'error', title: 'a variable that a recipient does not have' },
  'bulk/hours': { severity: 'error', title: 'hours that are not understood' },
  'bulk/fit': { severity: 'error', title: 'a message that cannot be fitted in a process of its own' },
  'bulk/chunk-failed': { severity: 'error', title: 'a chunk that could not be sent to its end' },
  'bulk/paused': {
    severity: 'error',
    title: 'a queue that was paused because nothing was accepted any more',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
