import type { ByteReader, FieldLabel } from '../bytes/index.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';

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

/** TP-MTI. */
const MESSAGE_TYPE_BITS = 0b11;
/** TP-VPF. */
const VALIDITY_PERIOD_BITS = 0b11000;

interface BitField extends FieldLabel {
  readonly mask: number;
}

/** The fields in the first octet from its highest bit on. */
const FIRST_OCTET: Readonly<Record<TpduType, readonly BitField[]>> = {
  'sms-submit': [
    { name: 'TP-RP', mask: SUBMIT_BITS.replyPath, clause: '23.040 9.2.3.17' },
    { name: 'TP-UDHI', mask: SUBMIT_BITS.userDataHeaderIndicator, clause: '23.040 9.2.3.23' },
    { name: 'TP-SRR', mask: SUBMIT_BITS.statusReportRequest, clause: '23.040 9.2.3.5' },
    { name: 'TP-VPF', mask: VALIDITY_PERIOD_BITS, clause: '23.040 9.2.3.3' },
    { name: 'TP-RD', mask: SUBMIT_BITS.rejectDuplicates, clause: '23.040 9.2.3.25' },
    { name: 'TP-MTI', mask: MESSAGE_TYPE_BITS, clause: '23.040 9.2.3.1' },
  ],
  'sms-deliver': [
    { name: 'TP-RP', mask: DELIVER_BITS.replyPath, clause: '23.040 9.2.3.17' },
    { name: 'TP-UDHI', mask: DELIVER_BITS.userDataHeaderIndicator, clause: '23.040 9.2.3.23' },
    { name: 'TP-SRI', mask: DELIVER_BITS.statusReportIndication, clause: '23.040 9.2.3.4' },
    { name: 'reserved', mask: 0x10 },
    { name: 'TP-LP', mask: DELIVER_BITS.loopPrevention, clause: '23.040 9.2.3.28' },
    { name: 'TP-MMS', mask: DELIVER_BITS.noMoreMessages, clause: '23.040 9.2.3.2' },
    { name: 'TP-MTI', mask: MESSAGE_TYPE_BITS, clause: '23.040 9.2.3.1' },
  ],
};

/** A kind of TPDU that we read. */
type TpduType = keyof typeof MESSAGE_TYPES;

/** The kind of TPDU that a first octet announces; `undefined` for reports and commands. */
export function messageTypeOf(firstOctet: number): TpduType | undefined {
  const bits = firstOctet & MESSAGE_TYPE_BITS;
  if (bits === MESSAGE_TYPES['sms-submit']) return 'sms-submit';
  return bits === MESSAGE_TYPES['sms-deliver'] ? 'sms-deliver' : undefined;
}

/** @throws MmsError `sms/message-type` unless the first octet is of the wanted type */
function refuseMessageType(reader: ByteReader, firstOctet: number, wanted: TpduType): void {
  const found = messageTypeOf(firstOctet);
  if (found === wanted) return;
  throw reader.error(
    'sms/message-type',
    `expected ${wanted}, found ${found ?? 'a report or command'} (first octet ${firstOctet.toString(16).padStart(2, '0')})`,
    0,
  );
}

/** One octet as a field of this name. */
export function readOctet(reader: ByteReader, name: keyof typeof TPDU_FIELDS): number {
  reader.enter(name, TPDU_FIELDS[name]);
  const value = reader.octet();
  reader.leave(value);
  return value;
}

/** Reads the first octet of a TPDU of the wanted type. */
export function readFirstOctet(reader: ByteReader, wanted: TpduType): number {
  const start = reader.offset;
  reader.enter('firstOctet', TPDU_FIELDS.firstOctet);
  const octet = reader.octet();
  if (reader.isTraced) tellBits(reader, octet, start, FIRST_OCTET[wanted]);
  reader.leave(octet);
  refuseMessageType(reader, octet, wanted);
  return octet;
}

function tellBits(reader: ByteReader, octet: number, at: number, fields: readonly BitField[]): void {
  for (const field of fields) {
    const end = 8 - Math.log2(field.mask & -field.mask);
    const start = Math.clz32(field.mask) - 24;
    reader.piece(field, at + start / 8, (octet & field.mask) >> (8 - end), at + end / 8);
  }
}

/** Warns of octets behind the user data. */
export function warnOfRest(reader: ByteReader): void {
  if (reader.left > 0) reader.warn('sms/trailing-octets', `${reader.left} octets after the user data`);
}
