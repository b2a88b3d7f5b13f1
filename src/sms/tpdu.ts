import type { ByteReader } from '../bytes/index.ts';

/** TP-MTI, the low two bits of the first octet (3GPP TS 23.040 9.2.3.1), of the TPDUs that we read. */
export const MESSAGE_TYPES = { 'sms-deliver': 0b00, 'sms-submit': 0b01 } as const;

/** Bits of the first octet of SMS-SUBMIT beside type and validity period format (3GPP TS 23.040 9.2.2.2). */
export const SUBMIT_BITS = {
  rejectDuplicates: 0x04,
  statusReportRequest: 0x20,
  userDataHeaderIndicator: 0x40,
  replyPath: 0x80,
} as const;

/** Bits of the first octet of SMS-DELIVER (3GPP TS 23.040 9.2.2.1). */
export const DELIVER_BITS = {
  noMoreMessages: 0x04,
  loopPrevention: 0x08,
  statusReportIndication: 0x20,
  userDataHeaderIndicator: 0x40,
  replyPath: 0x80,
} as const;

/** A kind of TPDU that we read. */
type TpduType = keyof typeof MESSAGE_TYPES;

const MESSAGE_TYPE_BITS = 0b11;

/** The kind of TPDU that a first octet announces; `undefined` for reports and commands. */
export function messageTypeOf(firstOctet: number): TpduType | undefined {
  const bits = firstOctet & MESSAGE_TYPE_BITS;
  if (bits === MESSAGE_TYPES['sms-submit']) return 'sms-submit';
  return bits === MESSAGE_TYPES['sms-deliver'] ? 'sms-deliver' : undefined;
}

/** @throws MmsError `sms/message-type` unless the first octet is of the wanted type */
export function refuseMessageType(reader: ByteReader, firstOctet: number, wanted: TpduType): void {
  const found = messageTypeOf(firstOctet);
  if (found === wanted) return;
  throw reader.error(
    'sms/message-type',
    `expected ${wanted}, found ${found ?? 'a report or command'} (first octet ${firstOctet.toString(16).padStart(2, '0')})`,
    0,
  );
}

/** One octet as a field of this name. */
export function readOctet(reader: ByteReader, name: string): number {
  reader.enter(name);
  const value = reader.octet();
  reader.leave(value);
  return value;
}

/** Warns of octets behind the user data. */
export function warnOfRest(reader: ByteReader): void {
  if (reader.left > 0) reader.warn('sms/trailing-octets', `${reader.left} octets after the user data`);
}
