import type { IssueCodeRow } from './row.ts';

/** Codes about Nokia Smart Messaging. */
export const SMART_ISSUES = {
  'smart/version': {
    severity: 'error',
    title: 'no version octet 30 before the items of a multipart message',
    clause: 'SM3',
  },
  'smart/item-length': {
    severity: 'error',
    title: 'the length of an item is wrong or does not fit',
    clause: 'SM3',
  },
  'smart/too-many-items': { severity: 'error', title: 'more items than the limit' },
  'smart/missing-item': { severity: 'error', title: 'a multipart message without the item it is made for' },
  'smart/other-item': {
    severity: 'warning',
    title: 'an item that is repeated, unknown or of another message',
  },
  'smart/text': { severity: 'warning', title: 'a text that is not plain UTF-16' },
  'smart/text-too-long': {
    severity: 'warning',
    title: 'a text longer than phones show beside a picture',
    clause: 'Netpbm pbmtonokia',
  },
  'smart/tone-too-long': {
    severity: 'warning',
    title: 'a tone longer than a profile may hold',
    clause: 'SM3',
  },
  'smart/network-code': {
    severity: 'error',
    title: 'no mobile country and network code',
    clause: '24.008 10.5.1.3',
  },
  'smart/line-feed': {
    severity: 'warning',
    title: 'no line feed after the network code of a versioned operator logo',
    clause: 'SM3',
  },
  'smart/bare-bitmap': { severity: 'warning', title: 'an OTA bitmap where a multipart message is expected' },
  'smart/operator-logo': {
    severity: 'warning',
    title: 'an operator logo where a picture message is expected',
  },
  'smart/unusual-size': { severity: 'warning', title: 'a picture of a size that phones may not show' },
  'smart/too-many-parts': {
    severity: 'warning',
    title: 'more SMS than old phones put together',
    clause: 'Ringtone Tools; gammu',
  },
  'smart/unknown-port': { severity: 'error', title: 'a port that Smart Messaging does not use' },
  'sckl/header': {
    severity: 'error',
    title: 'a text that does not begin like the script form',
    clause: 'Nokia FAQ',
  },
  'sckl/field': { severity: 'error', title: 'a port or reference that its digits cannot hold' },
  'sckl/parts': { severity: 'error', title: 'parts that are missing or do not belong together' },
  'sckl/too-many-parts': { severity: 'error', title: 'content for more than 255 SMS' },
  'sckl/lower-case': { severity: 'warning', title: 'a script header in lower case' },
  'sckl/binary-header': { severity: 'warning', title: 'a user data header inside the script form' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
