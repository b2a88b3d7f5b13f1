import type { IssueCodeRow } from './row.ts';

/** Codes about Enhanced Messaging. */
export const EMS_ISSUES = {
  'ems/no-ems': { severity: 'error', title: 'a make of telephone that has no EMS' },
  'ems/value': {
    severity: 'error',
    title: 'a value that an EMS object cannot have',
    clause: '23.040 9.2.3.24.10',
  },
  'ems/picture-size': {
    severity: 'error',
    title: 'a picture of a size that no element holds',
    clause: '23.040 9.2.3.24.10.1.9',
  },
  'ems/melody-too-long': {
    severity: 'error',
    title: 'a melody of more than 128 octets',
    clause: '23.040 9.2.3.24.10.1.3',
  },
  'ems/object-too-long': {
    severity: 'error',
    title: 'an object that no message has room for',
    clause: '23.040 9.2.3.24.10',
  },
  'ems/user-prompt': {
    severity: 'error',
    title: 'a user prompt without the objects that it counts',
    clause: '23.040 9.2.3.24.10.1.10',
  },
  'ems/not-taken': {
    severity: 'warning',
    title: 'something that telephones of the make do not take',
    rule: {},
  },
  'ems/left-out': { severity: 'warning', title: 'an object that does not fit was left out', rule: {} },
  'ems/melody-split': {
    severity: 'warning',
    title: 'a melody became several objects that play in turn',
    rule: {},
  },
  'ems/ambiguous-position': {
    severity: 'warning',
    title: 'a position after a character of two septets, which phones count differently',
    clause: '23.040 9.2.3.24.10',
    rule: {},
  },
  'ems/position': {
    severity: 'warning',
    title: 'an object or a format beyond the text of its part',
    clause: '23.040 9.2.3.24.10',
  },
  'ems/reserved-value': {
    severity: 'warning',
    title: 'an element with a value that is not assigned',
    clause: '23.040 9.2.3.24.10',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
