import type { IssueCodeRow } from './row.ts';

/** Codes about MMS PDUs. */
export const MMS_ISSUES = {
  'mms/not-a-pdu': { severity: 'error', title: 'the octets are not an MMS PDU', clause: 'MMS_ENC 7' },
  'mms/unknown-message-type': {
    severity: 'error',
    title: 'an unknown message type',
    clause: 'MMS_ENC 7.3',
  },
  'mms/missing-field': { severity: 'error', title: 'a mandatory field is missing', clause: 'MMS_ENC 6' },
  'mms/foreign-field': { severity: 'error', title: 'the PDU has no such field', clause: 'MMS_ENC 6' },
  'mms/unknown-field': { severity: 'error', title: 'no such header field', clause: 'MMS_ENC 7.4' },
  'mms/field-value': {
    severity: 'error',
    title: 'a value that the field cannot hold',
    clause: 'MMS_ENC 7.3',
  },
  'mms/bad-address': { severity: 'error', title: 'not an address', clause: 'MMS_ENC 8' },
  'mms/no-recipient': { severity: 'error', title: 'none of To, Cc and Bcc', clause: 'MMS_ENC 6' },
  'mms/version-too-low': {
    severity: 'error',
    title: 'a field newer than the stated version',
    clause: 'MMS_ENC 7.3',
  },
  'mms/too-many-headers': { severity: 'error', title: 'more header fields than allowed' },
  'mms/too-large': { severity: 'error', title: 'the message is larger than allowed' },
  'mms/wrong-length': {
    severity: 'warning',
    title: 'a length that does not fit is read as the one that does',
    clause: 'MMS_ENC 7.2',
  },
  'mms/missing-field-read': {
    severity: 'warning',
    title: 'a mandatory field is missing',
    clause: 'MMS_ENC 6',
  },
  'mms/foreign-field-read': {
    severity: 'warning',
    title: 'a field that the PDU does not have',
    clause: 'MMS_ENC 6',
  },
  'mms/field-value-read': {
    severity: 'warning',
    title: 'a value that the field may not have in this PDU',
    clause: 'MMS_ENC 6',
  },
  'mms/empty-text': { severity: 'warning', title: 'a free text without characters: left out' },
  'mms/repeated-field': { severity: 'warning', title: 'a single field given twice', clause: 'MMS_ENC 6' },
  'mms/value-kept-raw': {
    severity: 'warning',
    title: 'a value that does not parse, kept as octets',
    clause: 'MMS_ENC 7.3',
  },
  'mms/unknown-value': { severity: 'warning', title: 'an unassigned value', clause: 'MMS_ENC 7.3' },
  'mms/address-form': { severity: 'warning', title: 'an address of no known form', clause: 'MMS_ENC 8' },
  'mms/trailing-octets': { severity: 'warning', title: 'octets after the last field', clause: 'MMS_ENC 7' },
  'mms/no-recipient-composed': { severity: 'warning', title: 'the message names no recipient yet' },
  'mms/field-dropped': {
    severity: 'warning',
    title: 'a field that this kind of PDU may not carry was left out',
    clause: 'MMS_ENC 6',
  },
  'mms/default-date': { severity: 'info', title: 'no date given: 1970-01-01T00:00:00Z stands in' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
