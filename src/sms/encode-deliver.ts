import { Carried, requireObject, requireOctets } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { addressOctets } from './address.ts';
import { TIMESTAMP_OCTETS, timestampOctets } from './timestamp.ts';
import { DELIVER_BITS, MESSAGE_TYPES } from './tpdu.ts';
import {
  checkedOctet,
  checkUserData,
  joinTpdu,
  type WriteTpduOptions,
  type WrittenUserData,
} from './write-tpdu.ts';

/** One SMS-DELIVER, what a phone gets: for tests, and to write one back. Every `DecodedDeliver` is one. */
export interface SmsDeliver extends WrittenUserData {
  /** `+447700900123`, `12345` or `alpha:MyShop`. */
  readonly from: string;
  /** Type-of-address octet, where the form of `from` does not imply it: A1 for a national number. */
  readonly typeOfAddress?: number | undefined;
  /** TP-PID, 0-255. Default 0. */
  readonly protocolIdentifier?: number | undefined;
  /** TP-SCTS: a Date, or ISO text with its zone. Required, unless there are its octets. */
  readonly serviceCentreTimestamp?: string | Date | undefined;
  /** The seven octets of TP-SCTS where they are not a date and time. */
  readonly serviceCentreTimestampOctets?: Uint8Array | undefined;
  readonly moreMessagesToSend?: boolean | undefined;
  readonly loopPrevention?: boolean | undefined;
  readonly statusReportIndication?: boolean | undefined;
  readonly replyPath?: boolean | undefined;
  /** Those of `decodeDeliver`, to write a TPDU back as it was read: what they report may stand again. */
  readonly warnings?: readonly Issue[] | undefined;
}

/**
 * One SMS-DELIVER TPDU (3GPP TS 23.040 9.2.2.1), without the SMSC address in front.
 * @throws MmsError `sms/address`, `sms/field-value`, `sms/user-data-length`
 * @example encodeDeliver({ from: '+447700900123', serviceCentreTimestamp: '2026-07-08T09:10:11Z', ...segment, dataCodingScheme: 0 })
 */
export function encodeDeliver(deliver: SmsDeliver, options: WriteTpduOptions = {}): Uint8Array {
  const { strict = false } = requireObject(options, 'options such as { strict }', 'options');
  const { warnings } = requireObject(deliver, 'an SMS-DELIVER', 'deliver');
  const carried = warnings === undefined || strict ? undefined : new Carried(warnings);
  checkUserData(deliver, carried);
  const head = [
    firstOctet(deliver),
    ...addressOctets(deliver.from, deliver.typeOfAddress, carried, 'from'),
    checkedOctet('protocolIdentifier', deliver.protocolIdentifier),
    deliver.dataCodingScheme,
    ...timeOctets(deliver),
  ];
  return joinTpdu(head, deliver);
}

function firstOctet(deliver: SmsDeliver): number {
  const bit = (isSet: boolean | undefined, mask: number): number => (isSet === true ? mask : 0);
  return (
    MESSAGE_TYPES['sms-deliver'] |
    bit(deliver.moreMessagesToSend !== true, DELIVER_BITS.noMoreMessages) |
    bit(deliver.loopPrevention, DELIVER_BITS.loopPrevention) |
    bit(deliver.statusReportIndication, DELIVER_BITS.statusReportIndication) |
    bit(deliver.userDataHeaderIndicator, DELIVER_BITS.userDataHeaderIndicator) |
    bit(deliver.replyPath, DELIVER_BITS.replyPath)
  );
}

/** Nobody asks the clock: a message without its time is refused. */
function timeOctets({
  serviceCentreTimestamp,
  serviceCentreTimestampOctets: octets,
}: SmsDeliver): Iterable<number> {
  if (serviceCentreTimestamp !== undefined)
    return timestampOctets(serviceCentreTimestamp, 'serviceCentreTimestamp');
  if (
    octets !== undefined &&
    requireOctets(octets, 'serviceCentreTimestampOctets').length === TIMESTAMP_OCTETS
  )
    return octets;
  throw new MmsError('sms/field-value', 'expected the time at which the service centre got the message', {
    path: 'serviceCentreTimestamp',
    hint: 'give it as ISO text with its zone, such as 2026-12-31T23:59:58+01:00',
  });
}
