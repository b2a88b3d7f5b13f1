import type { IssueCodeRow } from './row.ts';

/** Codes about SMS TPDUs. */
export const SMS_ISSUES = {
  'sms/address': {
    severity: 'error',
    title: 'not a number or name for an address',
    clause: '23.040 9.1.2.5',
  },
  'sms/field-value': {
    severity: 'error',
    title: 'a value that the field cannot hold',
    clause: '23.040 9.2.3',
  },
  'sms/validity-period': {
    severity: 'error',
    title: 'a validity period that no format holds',
    clause: '23.040 9.2.3.12',
  },
  'sms/alphabet-mismatch': {
    severity: 'error',
    title: 'the data coding scheme names another alphabet',
    clause: '23.038 4',
  },
  'sms/unencodable': {
    severity: 'error',
    title: 'a character outside the chosen alphabet',
    clause: '23.038 6.2',
  },
  'sms/lone-surrogate': {
    severity: 'error',
    title: 'half of a UTF-16 surrogate pair',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/language': { severity: 'error', title: 'no such national language table', clause: '23.038 6.2.1.2.4' },
  'sms/many-parts': { severity: 'warning', title: 'more SMS than was wanted', rule: {} },
  'sms/too-many-parts': {
    severity: 'error',
    title: 'more than 255 parts',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/no-room': {
    severity: 'error',
    title: 'the user data header leaves no room for a character',
    clause: '23.040 9.2.3.24',
  },
  'sms/udh-too-long': {
    severity: 'error',
    title: 'a user data header above 140 octets',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-length': {
    severity: 'error',
    title: 'an information element of the wrong length',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-conflict': {
    severity: 'error',
    title: 'information elements that must not appear together or twice',
    clause: '23.040 9.2.3.24',
  },
  'sms/port-range': {
    severity: 'error',
    title: 'a port outside its range',
    clause: '23.040 9.2.3.24.3',
  },
  'sms/message-type': {
    severity: 'error',
    title: 'a TPDU of another type',
    clause: '23.040 9.2.3.1',
  },
  'sms/user-data-length': {
    severity: 'error',
    title: 'more user data than the TPDU holds or may hold',
    clause: '23.040 9.2.3.16',
  },
  'sms/mixed-parts': {
    severity: 'error',
    title: 'parts of different messages',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/parts-differ': {
    severity: 'warning',
    title: 'parts that hardly belong together: other alphabet or ports, or two parts of one number',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/missing-parts': {
    severity: 'warning',
    title: 'parts of the message are missing',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/element-overrun': {
    severity: 'warning',
    title: 'element lengths that do not fill the header: all elements ignored',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-repeated': {
    severity: 'warning',
    title: 'an information element repeated: the last one counts',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-ignored': {
    severity: 'warning',
    title: 'an information element with impossible content',
    clause: '23.040 9.2.3.24',
  },
  'sms/address-form': {
    severity: 'warning',
    title: 'an address that its type does not allow',
    clause: '23.040 9.1.2.5',
  },
  'sms/timestamp': { severity: 'warning', title: 'no date and time', clause: '23.040 9.2.3.11' },
  'sms/reserved-coding': {
    severity: 'warning',
    title: 'a reserved or compressed data coding scheme',
    clause: '23.038 4',
  },
  'sms/unassigned-septet': {
    severity: 'warning',
    title: 'septets without a character',
    clause: '23.038 6.2.1',
  },
  'sms/trailing-octets': {
    severity: 'warning',
    title: 'octets after the end',
    clause: '23.040 9.2.2',
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
