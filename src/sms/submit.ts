import { ByteWriter } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { writeAddress } from './address.ts';
import { decodeDataCodingScheme } from './data-coding.ts';
import { MAX_USER_DATA_OCTETS } from './udh.ts';
import { type ValidityPeriod, validityPeriodFormat, writeValidityPeriod } from './validity-period.ts';

/** Bits of the first octet of SMS-SUBMIT (3GPP TS 23.040 9.2.2.2). */
export const SUBMIT_BITS = {
  messageType: 0x01,
  rejectDuplicates: 0x04,
  statusReportRequest: 0x20,
  userDataHeaderIndicator: 0x40,
  replyPath: 0x80,
} as const;

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
export interface SmsSubmit extends SubmitHeaders {
  /** TP-DCS, 0-255; it decides whether `userDataLength` counts septets or octets. */
  readonly dataCodingScheme: number;
  /** The user data begin with a header. */
  readonly userDataHeaderIndicator?: boolean | undefined;
  /** The whole TP-UD, header included. */
  readonly userData: Uint8Array;
  /** TP-UDL: septets for GSM 7-bit, octets otherwise. */
  readonly userDataLength: number;
}

/** Everything before TP-UDL. */
export function encodeSubmitHead(
  headers: SubmitHeaders,
  dataCodingScheme: number,
  userDataHeaderIndicator: boolean,
): Uint8Array {
  const writer = new ByteWriter();
  writer.octet(
    SUBMIT_BITS.messageType |
      validityPeriodFormat(headers.validityPeriod) |
      (headers.rejectDuplicates === true ? SUBMIT_BITS.rejectDuplicates : 0) |
      (headers.statusReportRequest === true ? SUBMIT_BITS.statusReportRequest : 0) |
      (userDataHeaderIndicator ? SUBMIT_BITS.userDataHeaderIndicator : 0) |
      (headers.replyPath === true ? SUBMIT_BITS.replyPath : 0),
  );
  writer.octet(checkedOctet('messageReference', headers.messageReference));
  writeAddress(writer, headers.to, headers.typeOfAddress);
  writer.octet(checkedOctet('protocolIdentifier', headers.protocolIdentifier));
  writer.octet(checkedOctet('dataCodingScheme', dataCodingScheme));
  writeValidityPeriod(writer, headers.validityPeriod);
  return writer.toBytes();
}

/**
 * A value 0-255.
 * @throws MmsError `sms/field-value`
 */
export function checkedOctet(name: string, value = 0): number {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number`);
  if (Number.isInteger(value) && value >= 0 && value <= 0xff) return value;
  throw new MmsError('sms/field-value', `expected an octet 0-255, found ${value}`, { path: name });
}

/** Head, length octet and user data in one array. */
export function joinSubmit(head: Uint8Array, userDataLength: number, userData: Uint8Array): Uint8Array {
  const tpdu = new Uint8Array(head.length + 1 + userData.length);
  tpdu.set(head, 0);
  tpdu[head.length] = userDataLength;
  tpdu.set(userData, head.length + 1);
  return tpdu;
}

/**
 * One SMS-SUBMIT TPDU, without the SMSC address in front; its length is what AT+CMGS wants.
 * @throws MmsError `sms/address`, `sms/field-value`, `sms/validity-period`, `sms/user-data-length`
 */
export function encodeSubmit(submit: SmsSubmit): Uint8Array {
  const { dataCodingScheme, userData, userDataLength } = submit;
  const { alphabet, compressed } = decodeDataCodingScheme(checkedOctet('dataCodingScheme', dataCodingScheme));
  const inSeptets = alphabet === 'gsm7' && compressed !== true;
  const octets = inSeptets ? Math.ceil((userDataLength * 7) / 8) : userDataLength;
  if (octets !== userData.length || userData.length > MAX_USER_DATA_OCTETS) {
    throw new MmsError(
      'sms/user-data-length',
      `expected user data of ${octets} octets, at most ${MAX_USER_DATA_OCTETS}, found ${userData.length}`,
      { path: 'userData' },
    );
  }
  const head = encodeSubmitHead(submit, dataCodingScheme, submit.userDataHeaderIndicator === true);
  return joinSubmit(head, userDataLength, userData);
}
