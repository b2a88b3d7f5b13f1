import type { IssueCodeRow } from './row.ts';

/** Codes about files. */
export const FILE_ISSUES = {
  'file/not-found': { severity: 'error', title: 'no such file' },
  'file/unreadable': { severity: 'error', title: 'a file that cannot be read' },
  'file/outside-root': {
    severity: 'error',
    title: 'a path that leaves the folder or archive that the message is bound to',
  },
  'file/output-is-input': { severity: 'error', title: 'an output that would replace one of the inputs' },
  'file/unwritable': { severity: 'error', title: 'a file that cannot be written' },
  'file/too-large': { severity: 'error', title: 'a file beyond the limit' },
  'file/syntax': { severity: 'error', title: 'a file that is not JSON' },
  'file/sorted': { severity: 'warning', title: 'files in the order of a shell, put into natural order' },
  'file/unknown-format': { severity: 'error', title: 'a file of no known format' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
