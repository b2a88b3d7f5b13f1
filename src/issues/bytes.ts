import type { IssueCodeRow } from './row.ts';

/** Codes about hexadecimal and octets. */
export const BYTES_ISSUES = {
  'bytes/no-room': { severity: 'error', title: 'the octets do not fit where they are to be written' },
  'bytes/truncated': { severity: 'error', title: 'the input ends inside a value' },
  'bytes/value-range': { severity: 'error', title: 'a number does not fit its field' },
  'bytes/value-type': { severity: 'error', title: 'a value of the wrong type for its field' },
  'hex/bad-digit': { severity: 'error', title: 'a character is not a hexadecimal digit' },
  'hex/odd-length': { severity: 'error', title: 'an odd number of hexadecimal digits' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
