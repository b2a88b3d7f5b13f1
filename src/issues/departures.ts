import type { IssueCode } from './codes.ts';

/**
 * What encoders refuse of a caller but write where a decoded value carries it: the code of the refusal, and that of the
 * warning with which decoding reported it. `true`: decoding does not mind, so any decoded value may have it.
 */
export const DEPARTURES: Readonly<Partial<Record<IssueCode, IssueCode | true>>> = {
  'wsp/text-control': 'wsp/text-control',
  'wsp/token': 'wsp/token',
  'wsp/quoted-text': true,
  'mms/bad-address': 'mms/address-form',
  'mms/missing-field': 'mms/missing-field-read',
  'mms/foreign-field': 'mms/foreign-field-read',
  'mms/field-value': 'mms/field-value-read',
  'sms/address': 'sms/address-form',
  'sms/user-data-length': 'sms/user-data-length',
  'mms/no-recipient': true,
  'mms/version-too-low': true,
};
