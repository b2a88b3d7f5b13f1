import { Carried, requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { addressOctets } from './address.ts';
import { decodeDataCodingScheme } from './data-coding.ts';
import { MESSAGE_TYPES, SUBMIT_BITS } from './tpdu.ts';
import { MAX_USER_DATA_OCTETS } from './udh.ts';
import { type ValidityPeriod, validityPeriodFormat, validityPeriodOctets } from './validity-period.ts';

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
  /** Those of `decodeSubmit`, to write a TPDU back as it was read: what they report may stand again. */
  readonly warnings?: readonly Issue[] | undefined;
}

/** Options of {@link encodeSubmit}. */
export interface EncodeSubmitOptions {
  /** Refuse also what the specification does not allow and a decoded TPDU carries. */
  readonly strict?: boolean | undefined;
}

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
 * A value 0-255.
 * @throws MmsError `sms/field-value`
 */
export function checkedOctet(name: string, value = 0): number {
  if (typeof value !== 'number') throw wrongType('a number', value, name);
  if (Number.isInteger(value) && value >= 0 && value <= 0xff) return value;
  throw new MmsError('sms/field-value', `expected an octet 0-255, found ${value}`, { path: name });
}

/**
 * One SMS-SUBMIT TPDU, without the SMSC address in front; its length is what AT+CMGS wants.
 * @throws MmsError `sms/address`, `sms/field-value`, `sms/validity-period`, `sms/user-data-length`
 */
export function encodeSubmit(submit: SmsSubmit, { strict = false }: EncodeSubmitOptions = {}): Uint8Array {
  const { dataCodingScheme, userDataLength, warnings } = requireObject(submit, 'an SMS-SUBMIT', 'submit');
  const carried = warnings === undefined || strict ? undefined : new Carried(warnings);
  const userData = ofUserData(submit.userData);
  checkedOctet('userDataLength', userDataLength);
  const { alphabet, compressed } = decodeDataCodingScheme(checkedOctet('dataCodingScheme', dataCodingScheme));
  const inSeptets = alphabet === 'gsm7' && compressed !== true;
  const octets = inSeptets ? Math.ceil((userDataLength * 7) / 8) : userDataLength;
  const fits = octets === userData.length && octets <= MAX_USER_DATA_OCTETS;
  if (!fits && carried?.lifts('sms/user-data-length', 'userDataLength') === undefined) {
    throw new MmsError(
      'sms/user-data-length',
      `expected user data of ${octets} octets, at most ${MAX_USER_DATA_OCTETS}, found ${userData.length}`,
      { path: 'userData' },
    );
  }
  const head = submitHead(submit, dataCodingScheme, submit.userDataHeaderIndicator === true, carried);
  const tpdu = new Uint8Array(head.length + 1 + userData.length);
  tpdu.set(head);
  tpdu[head.length] = userDataLength;
  tpdu.set(userData, head.length + 1);
  return tpdu;
}

function ofUserData(userData: Uint8Array): Uint8Array {
  if (userData instanceof Uint8Array) return userData;
  throw wrongType('octets (Uint8Array)', userData, 'userData');
}
