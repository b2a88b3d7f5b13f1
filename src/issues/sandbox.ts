import type { IssueCodeRow } from './row.ts';

/** Codes about the sandbox. */
export const SANDBOX_ISSUES = {
  'sandbox/cannot-listen': { severity: 'error', title: 'the sandbox cannot listen on its port' },
  'sandbox/cannot-store': { severity: 'error', title: 'a store that cannot be read or written' },
  'sandbox/not-adapted': {
    severity: 'warning',
    title: 'pictures that cannot be adapted are delivered as they are',
  },
  'sandbox/get': {
    severity: 'warning',
    title: 'a form sent by GET: user name and PIN are part of the address',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
