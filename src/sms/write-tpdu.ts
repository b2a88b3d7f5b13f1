import { type Carried, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { decodeDataCodingScheme } from './data-coding.ts';
import { MAX_USER_DATA_OCTETS } from './udh.ts';

/** User data of a TPDU as octets, and how they are coded. */
export interface WrittenUserData {
  /** TP-DCS, 0-255; it decides whether `userDataLength` counts septets or octets. */
  readonly dataCodingScheme: number;
  /** The user data begin with a header. */
  readonly userDataHeaderIndicator?: boolean | undefined;
  /** The whole TP-UD, header included. */
  readonly userData: Uint8Array;
  /** TP-UDL: septets for GSM 7-bit, octets otherwise. */
  readonly userDataLength: number;
}

/** How a TPDU is written. */
export interface WriteTpduOptions {
  /** Refuse also what the specification does not allow and a decoded TPDU carries. */
  readonly strict?: boolean | undefined;
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
 * Refuses user data of another length than they state.
 * @throws MmsError `sms/field-value`, `sms/user-data-length`
 */
export function checkUserData(user: WrittenUserData, carried: Carried | undefined): void {
  const { userData, userDataLength, dataCodingScheme } = user;
  if (!(userData instanceof Uint8Array)) throw wrongType('octets (Uint8Array)', userData, 'userData');
  checkedOctet('userDataLength', userDataLength);
  const { alphabet, compressed } = decodeDataCodingScheme(checkedOctet('dataCodingScheme', dataCodingScheme));
  const inSeptets = alphabet === 'gsm7' && compressed !== true;
  const octets = inSeptets ? Math.ceil((userDataLength * 7) / 8) : userDataLength;
  const fits = octets === userData.length && octets <= MAX_USER_DATA_OCTETS;
  if (fits || carried?.lifts('sms/user-data-length', 'userDataLength') !== undefined) return;
  throw new MmsError(
    'sms/user-data-length',
    `expected user data of ${octets} octets, at most ${MAX_USER_DATA_OCTETS}, found ${userData.length}`,
    { path: 'userData' },
  );
}

/** A TPDU of what stands before TP-UDL, and its user data. */
export function joinTpdu(head: readonly number[], { userData, userDataLength }: WrittenUserData): Uint8Array {
  const tpdu = new Uint8Array(head.length + 1 + userData.length);
  tpdu.set(head);
  tpdu[head.length] = userDataLength;
  tpdu.set(userData, head.length + 1);
  return tpdu;
}
