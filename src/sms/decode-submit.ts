import { ByteReader, type ReaderOptions } from '../bytes/index.ts';
import { type Issue, SMS_ISSUES } from '../issues/index.ts';
import { readAddress } from './address.ts';
import { readDataCodingScheme } from './data-coding.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';
import { readFirstOctet, readOctet, SUBMIT_BITS, warnOfRest } from './tpdu.ts';
import { type DecodedUserData, readUserData } from './user-data.ts';
import { readValidityPeriod } from './validity-period.ts';

/** An SMS-SUBMIT as read: all that `encodeSubmit` takes, and the meaning of the user data. */
export interface DecodedSubmit extends DecodedUserData {
  readonly messageType: 'sms-submit';
  readonly to: string;
  readonly typeOfAddress: number;
  readonly messageReference: number;
  readonly protocolIdentifier: number;
  readonly dataCodingScheme: number;
  /** Minutes, ISO text with zone, or the octets of the enhanced format. */
  readonly validityPeriod?: number | string | Uint8Array;
  readonly statusReportRequest: boolean;
  readonly replyPath: boolean;
  readonly rejectDuplicates: boolean;
  readonly warnings: readonly Issue[];
}

/**
 * Reads one SMS-SUBMIT TPDU, without the SMSC address in front.
 * @throws MmsError `bytes/truncated`, `sms/message-type`
 */
export function decodeSubmit(tpdu: Uint8Array, options: ReaderOptions = {}): DecodedSubmit {
  const reader = new ByteReader(tpdu, options, SMS_ISSUES);
  const firstOctet = readFirstOctet(reader, 'sms-submit');
  const messageReference = readOctet(reader, 'messageReference');
  reader.enter('to', TPDU_FIELDS.to);
  const { address: to, typeOfAddress } = readAddress(reader);
  reader.leave(to);
  const protocolIdentifier = readOctet(reader, 'protocolIdentifier');
  const dataCodingScheme = readDataCodingScheme(reader);
  const validityPeriod = readValidityPeriod(reader, firstOctet);
  const has = (bit: number): boolean => (firstOctet & bit) !== 0;
  const userData = readUserData(reader, dataCodingScheme, has(SUBMIT_BITS.userDataHeaderIndicator));
  warnOfRest(reader);
  return {
    messageType: 'sms-submit',
    to,
    typeOfAddress,
    messageReference,
    protocolIdentifier,
    dataCodingScheme,
    ...(validityPeriod === undefined ? {} : { validityPeriod }),
    statusReportRequest: has(SUBMIT_BITS.statusReportRequest),
    replyPath: has(SUBMIT_BITS.replyPath),
    rejectDuplicates: has(SUBMIT_BITS.rejectDuplicates),
    ...userData,
    warnings: reader.warnings,
  };
}
