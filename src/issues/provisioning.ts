import type { IssueCodeRow } from './row.ts';

/** Codes about client provisioning. */
export const PROVISIONING_ISSUES = {
  'provisioning/document-type': { severity: 'error', title: 'another document type' },
  'provisioning/value': { severity: 'error', title: 'a value that settings cannot have' },
  'provisioning/imsi': {
    severity: 'error',
    title: 'no IMSI of 6 to 15 digits',
    clause: '23.003 2.2',
  },
  'provisioning/pin': {
    severity: 'error',
    title: 'a PIN that is not only digits',
    clause: 'OMA-WAP-ProvBoot 6',
  },
  'provisioning/pin-in-document': {
    severity: 'error',
    title: 'the settings contain their own PIN',
    rule: {},
  },
  'provisioning/not-in-dtd': {
    severity: 'warning',
    title: 'something that the document type does not have',
    clause: 'OMA-WAP-ProvCont 4',
  },
  'provisioning/dangling-reference': {
    severity: 'warning',
    title: 'a reference to an access point or proxy that the document does not have',
    clause: 'OMA-WAP-ProvCont 4.6',
    rule: {},
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
