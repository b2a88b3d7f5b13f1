import type { IssueCodeRow } from './row.ts';

/** Codes about octets of which nobody said what they are. */
export const INSPECT_ISSUES = {
  'inspect/unknown-form': { severity: 'error', title: 'the octets are of no known form' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
