import type { IssueCodeRow } from './row.ts';

/** Codes about phones by their names. */
export const HANDSETS_ISSUES = {
  'handsets/unknown-phone': { severity: 'error', title: 'no such phone' },
  'handsets/ambiguous-phone': { severity: 'error', title: 'a name that several phones have' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
