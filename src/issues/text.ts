import type { IssueCodeRow } from './row.ts';

/** Codes about text. */
export const TEXT_ISSUES = {
  'text/unencodable': { severity: 'error', title: 'a character does not exist in the charset' },
  'text/too-many-lines': { severity: 'error', title: 'a text of more lines than allowed' },
  'text/charset-missing': {
    severity: 'warning',
    title: 'a text part without charset',
    clause: 'AOSP TextModel',
    rule: { fix: 'compose states the charset' },
  },
  'text/charset-guessed': { severity: 'warning', title: 'the charset of a text was guessed', rule: {} },
  'text/charset-mismatch': {
    severity: 'warning',
    title: 'a text whose octets are not in the charset it states',
  },
  'text/converted': { severity: 'warning', title: 'a text was put into another charset' },
  'text/charset-not-accepted': {
    severity: 'warning',
    title: 'the profile does not accept the charset',
    rule: {},
  },
  'text/rare-charset': {
    severity: 'warning',
    title: 'a charset that some phones do not read',
    rule: { fix: 'compose writes UTF-8' },
  },
  'text/utf16-without-bom': {
    severity: 'warning',
    title: 'UTF-16 without byte order mark',
    clause: 'P800',
    rule: {},
  },
  'text/not-a-text': { severity: 'error', title: 'a value that is neither a text nor octets' },
  'text/wide': { severity: 'warning', title: 'UTF-16 or UTF-32 where one octet a character is expected' },
  'text/padding': { severity: 'warning', title: 'NUL or an end-of-file mark in or after a text, dropped' },
  'text/indented': { severity: 'warning', title: 'every line is indented' },
  'text/half-character': { severity: 'warning', title: 'half of a character, replaced by U+FFFD' },
  'text/too-long': { severity: 'warning', title: 'a text longer than the profile shows', rule: {} },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
