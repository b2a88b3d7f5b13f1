import type { IssueCodeRow } from './row.ts';

/** Codes about references and names. */
export const MESSAGE_ISSUES = {
  'ref/missing-src': { severity: 'error', title: 'a medium without src', clause: 'MMS-CONF2', rule: {} },
  'ref/unresolved': { severity: 'error', title: 'no part for a reference', clause: 'Gaia smil.js', rule: {} },
  'ref/external': {
    severity: 'error',
    title: 'a reference that leaves the message',
    clause: 'MMS-CONF2',
    rule: {},
  },
  'ref/non-ascii': {
    severity: 'error',
    title: 'a reference outside US-ASCII',
    clause: 'MMS-CONF2',
    rule: { fix: 'compose writes the name of the part' },
  },
  'ref/unsafe-chars': {
    severity: 'warning',
    title: 'characters that some receivers change',
    clause: 'AOSP',
    rule: { fix: 'compose writes the name of the part' },
  },
  'ref/case-mismatch': {
    severity: 'warning',
    title: 'a reference differs from the name in case',
    rule: { fix: 'compose writes the name of the part' },
  },
  'ref/unreferenced': { severity: 'warning', title: 'a part that no slide shows', rule: {} },
  'name/too-long': {
    severity: 'warning',
    title: 'a part name longer than 40 characters',
    clause: 'Gaia smil.js',
    rule: { fix: 'compose shortens the name' },
  },
  'name/collision': {
    severity: 'warning',
    title: 'two parts of one name, renamed',
    rule: { fix: 'compose numbers the names' },
  },
  'name/flattened': {
    severity: 'warning',
    title: 'a folder was dropped from a part name',
    rule: { fix: 'compose drops folders' },
  },
  'name/changed': { severity: 'info', title: 'a part name was made safe' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
