import { Carried, requireObject } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';
import { addressOctets } from './address.ts';
import { MESSAGE_TYPES, SUBMIT_BITS } from './tpdu.ts';
import { type ValidityPeriod, validityPeriodFormat, validityPeriodOctets } from './validity-period.ts';
import {
  checkedOctet,
  checkUserData,
  joinTpdu,
  type WriteTpduOptions,
  type WrittenUserData,
} from './write-tpdu.ts';

/** What an SMS-SUBMIT says beside its user data. */
export interface SubmitHeaders {
  /** `+447700900123` international, `12345` or `*101#` national or unknown, `alpha:MyShop` a name. */
  readonly to: string;
  /** Type-of-address octet, where the form of `to` does not imply it: A1 for a national number. */
  readonly typeOfAddress?: number | undefined;
  /** TP-MR, 0-255; modems overwrite it. Default 0. */
  readonly messageReference?: number | undefined;
  /** TP-PID, 0-255. Default 0. */
  readonly protocolIdentifier?: number | undefined;
  /** Default: none is written, the SMSC decides. */
  readonly validityPeriod?: ValidityPeriod | undefined;
  readonly statusReportRequest?: boolean | undefined;
  readonly replyPath?: boolean | undefined;
  readonly rejectDuplicates?: boolean | undefined;
}

/** One SMS-SUBMIT with its user data as octets. `encodeSms` makes them from text. */
export interface SmsSubmit extends SubmitHeaders, WrittenUserData {
  /** Those of `decodeSubmit`, to write a TPDU back as it was read: what they report may stand again. */
  readonly warnings?: readonly Issue[] | undefined;
}

/** Options of {@link encodeSubmit}. */
export type EncodeSubmitOptions = WriteTpduOptions;

/** The octets before TP-UDL. */
export function submitHead(
  headers: SubmitHeaders,
  dataCodingScheme: number,
  userDataHeaderIndicator: boolean,
  carried?: Carried,
): number[] {
  return [
    MESSAGE_TYPES['sms-submit'] |
      validityPeriodFormat(headers.validityPeriod) |
      (headers.rejectDuplicates === true ? SUBMIT_BITS.rejectDuplicates : 0) |
      (headers.statusReportRequest === true ? SUBMIT_BITS.statusReportRequest : 0) |
      (userDataHeaderIndicator ? SUBMIT_BITS.userDataHeaderIndicator : 0) |
      (headers.replyPath === true ? SUBMIT_BITS.replyPath : 0),
    checkedOctet('messageReference', headers.messageReference),
    ...addressOctets(headers.to, headers.typeOfAddress, carried),
    checkedOctet('protocolIdentifier', headers.protocolIdentifier),
    checkedOctet('dataCodingScheme', dataCodingScheme),
    ...validityPeriodOctets(headers.validityPeriod),
  ];
}

/**
 * One SMS-SUBMIT TPDU, without the SMSC address in front; its length is what AT+CMGS wants.
 * @throws MmsError `sms/address`, `sms/field-value`, `sms/validity-period`, `sms/user-data-length`
 */
export function encodeSubmit(submit: SmsSubmit, options: EncodeSubmitOptions = {}): Uint8Array {
  const { strict = false } = requireObject(options, 'options such as { strict }', 'options');
  const { warnings, dataCodingScheme } = requireObject(submit, 'an SMS-SUBMIT', 'submit');
  const carried = warnings === undefined || strict ? undefined : new Carried(warnings);
  checkUserData(submit, carried);
  const head = submitHead(submit, dataCodingScheme, submit.userDataHeaderIndicator === true, carried);
  return joinTpdu(head, submit);
}
