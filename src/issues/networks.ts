import type { IssueCodeRow } from './row.ts';

/** Codes about networks by their codes and names. */
export const NETWORKS_ISSUES = {
  'networks/unknown-network': { severity: 'error', title: 'no such network' },
  'networks/no-access-point': { severity: 'error', title: 'a network whose MMS settings are not known' },
  'networks/ambiguous-network': { severity: 'error', title: 'a name that several networks have' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
