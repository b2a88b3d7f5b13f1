import type { IssueCodeRow } from './row.ts';

/** Codes about WAP push. */
export const PUSH_ISSUES = {
  'push/missing': {
    severity: 'error',
    title: 'something that must be there is missing',
    clause: 'WAP-167 8.1',
  },
  'push/value': { severity: 'error', title: 'a value that the field cannot hold', clause: 'WAP-167 8.1' },
  'push/date': { severity: 'error', title: 'not a date in UTC', clause: 'WAP-167 9.2.1' },
  'push/document-type': { severity: 'error', title: 'another document type', clause: 'WAP-167 8.1' },
  'push/pdu-type': { severity: 'error', title: 'the octets are not a Push PDU', clause: 'WAP-230 8.2.4.1' },
  'push/not-in-dtd': {
    severity: 'warning',
    title: 'something that the document type does not allow',
    clause: 'WAP-167 8.1',
  },
  'push/value-dropped': {
    severity: 'warning',
    title: 'a value that does not parse was left out',
    clause: 'WAP-167 8.1',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
