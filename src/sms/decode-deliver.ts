import { ByteReader, type ReaderOptions } from '../bytes/index.ts';
import { type Issue, SMS_ISSUES } from '../issues/index.ts';
import { readAddress } from './address.ts';
import { readDataCodingScheme } from './data-coding.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';
import { readTimestamp } from './timestamp.ts';
import { DELIVER_BITS, readFirstOctet, readOctet, warnOfRest } from './tpdu.ts';
import { type DecodedUserData, readUserData } from './user-data.ts';

/** An SMS-DELIVER as read: all that `encodeDeliver` takes, and the meaning of the user data. */
export interface DecodedDeliver extends DecodedUserData {
  readonly messageType: 'sms-deliver';
  /** `+447700900123`, `12345` or `alpha:MyShop`. */
  readonly from: string;
  readonly typeOfAddress: number;
  readonly protocolIdentifier: number;
  readonly dataCodingScheme: number;
  /** TP-SCTS as ISO text with its zone; absent where the octets are not a date and time. */
  readonly serviceCentreTimestamp?: string;
  /** The seven octets of TP-SCTS where they are not a date and time. */
  readonly serviceCentreTimestampOctets?: Uint8Array;
  readonly moreMessagesToSend: boolean;
  readonly loopPrevention: boolean;
  readonly statusReportIndication: boolean;
  readonly replyPath: boolean;
  readonly warnings: readonly Issue[];
}

/**
 * Reads one SMS-DELIVER TPDU, without the SMSC address in front.
 * @throws MmsError `bytes/truncated`, `sms/message-type`
 */
export function decodeDeliver(tpdu: Uint8Array, options: ReaderOptions = {}): DecodedDeliver {
  const reader = new ByteReader(tpdu, options, SMS_ISSUES);
  const firstOctet = readFirstOctet(reader, 'sms-deliver');
  reader.enter('from', TPDU_FIELDS.from);
  const { address: from, typeOfAddress } = readAddress(reader);
  reader.leave(from);
  const protocolIdentifier = readOctet(reader, 'protocolIdentifier');
  const dataCodingScheme = readDataCodingScheme(reader);
  reader.enter('serviceCentreTimestamp', TPDU_FIELDS.serviceCentreTimestamp);
  const timeStart = reader.offset;
  const serviceCentreTimestamp = readTimestamp(reader);
  const timeOctets = reader.bytes.subarray(timeStart, reader.offset);
  reader.leave(serviceCentreTimestamp);
  const has = (bit: number): boolean => (firstOctet & bit) !== 0;
  const userData = readUserData(reader, dataCodingScheme, has(DELIVER_BITS.userDataHeaderIndicator));
  warnOfRest(reader);
  return {
    messageType: 'sms-deliver',
    from,
    typeOfAddress,
    protocolIdentifier,
    dataCodingScheme,
    ...(serviceCentreTimestamp === undefined
      ? { serviceCentreTimestampOctets: timeOctets }
      : { serviceCentreTimestamp }),
    moreMessagesToSend: !has(DELIVER_BITS.noMoreMessages),
    loopPrevention: has(DELIVER_BITS.loopPrevention),
    statusReportIndication: has(DELIVER_BITS.statusReportIndication),
    replyPath: has(DELIVER_BITS.replyPath),
    ...userData,
    warnings: reader.warnings,
  };
}
