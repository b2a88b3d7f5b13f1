import type { IssueCodeRow } from './row.ts';

/** Codes about lint: settings, sizes and headers. */
export const LINT_ISSUES = {
  'lint/unknown-rule': { severity: 'error', title: 'a setting of a rule that does not exist' },
  'lint/unknown-class': { severity: 'error', title: 'a content class that does not exist' },
  'lint/unknown-make': { severity: 'error', title: 'a make of telephone that is not in the table' },
  'lint/unknown-level': { severity: 'error', title: 'a rule level that does not exist' },
  'size/over-class': {
    severity: 'warning',
    title: 'larger than the content class allows',
    clause: 'OMA-MMS-CONF 7',
    rule: { byMode: true, fix: 'adapt makes pictures smaller' },
  },
  'size/over-profile': {
    severity: 'error',
    title: 'larger than the profile allows',
    rule: { fix: 'adapt makes pictures smaller' },
  },
  'size/near-limit': { severity: 'warning', title: 'within a tenth of the limit', rule: {} },
  'size/over-usual': {
    severity: 'warning',
    title: 'more octets than some networks take',
    rule: { fix: 'adapt makes pictures smaller' },
  },
  'header/mail-slash': { severity: 'warning', title: 'a mail address with a slash', rule: {} },
  'header/subject-too-long': {
    severity: 'warning',
    title: 'a subject of more than 40 characters',
    clause: 'OMA-MMS-CONF',
    rule: {},
  },
  'header/subject-line-break': { severity: 'info', title: 'line breaks of the subject became blanks' },
  'header/recipient-form': {
    severity: 'warning',
    title: 'a recipient that is neither number nor mail address',
    rule: {},
  },
  'header/long-sender': {
    severity: 'warning',
    title: 'a From with a name of more than 30 octets',
    rule: { fix: 'a number is safe' },
  },
  'header/late-field': { severity: 'warning', title: 'a header field of MMS 1.3', rule: {} },
  'header/content-class-mismatch': {
    severity: 'error',
    title: 'a declared class below the real one',
    rule: {},
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
