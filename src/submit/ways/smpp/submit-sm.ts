import { joinOctets, octetAt, requireText } from '../../../bytes/index.ts';
import { MmsError } from '../../../errors.ts';
import {
  decodeDataCodingScheme,
  decodeSubmit,
  decodeUdh,
  type SmsSegment,
  type ValidityPeriod,
} from '../../../sms/index.ts';
import { checkSegment } from '../../shapes.ts';
import { checkWayOptions } from '../shapes.ts';

/** An address of SMPP (3.4, 4.1.1): type of number, numbering plan, digits or name. */
export interface SmppAddress {
  readonly ton: number;
  readonly npi: number;
  readonly address: string;
}

/** The fields of a submit_sm (SMPP 3.4, 4.4.1) that say anything, by their names there. */
export interface SubmitSm {
  readonly source_addr_ton: number;
  readonly source_addr_npi: number;
  readonly source_addr: string;
  readonly dest_addr_ton: number;
  readonly dest_addr_npi: number;
  readonly destination_addr: string;
  readonly esm_class: number;
  readonly protocol_id: number;
  readonly validity_period: string;
  readonly registered_delivery: number;
  readonly data_coding: number;
  /** Header with its length octet, then septets one an octet, or octets. Empty when `message_payload` has it. */
  readonly short_message: Uint8Array;
  /** TLV 0424, for more than 254 octets. */
  readonly message_payload?: Uint8Array;
  /** TLVs 020C, 020E, 020F in place of a header that ties parts together. */
  readonly sar_msg_ref_num?: number;
  readonly sar_total_segments?: number;
  readonly sar_segment_seqnum?: number;
  /** TLVs 020B and 020A in place of a header with ports. */
  readonly dest_port?: number;
  readonly source_port?: number;
}

/** How parts and ports are told (SMPP 3.4, 5.3.2): in the header, or beside the message. */
export type SmppHeaders = 'udh' | 'tlv';

/** Whence, and how. */
export interface SubmitSmOptions {
  /** Letters are a name, `+` and digits a number, six digits or fewer a short code. Default: none, the SMSC decides. */
  readonly sender?: string | undefined;
  /** Default `udh`. */
  readonly headers?: SmppHeaders | undefined;
  /** `always` puts the message into message_payload however short it is; default `when-long`. */
  readonly messagePayload?: 'when-long' | 'always' | undefined;
}

const MOST_SHORT_OCTETS = 254;
const LONGEST_NAME = 11;
const LONGEST_SHORT_CODE = 6;

/** Bits of esm_class (SMPP 3.4, 5.2.12). */
const UDH_INDICATOR = 0x40;
const REPLY_PATH = 0x80;

/** Type of number and numbering plan (SMPP 3.4, 5.2.5 and 5.2.6). */
const INTERNATIONAL = { ton: 1, npi: 1 } as const;
const NETWORK_SPECIFIC = { ton: 3, npi: 0 } as const;
const ALPHANUMERIC = { ton: 5, npi: 0 } as const;
const NOBODY: SmppAddress = { ton: 0, npi: 0, address: '' };

/**
 * A sender as SMPP has it.
 * @throws MmsError `submit/too-long` for a name of more than 11 characters
 */
function smppSender(sender: string | undefined): SmppAddress {
  if (sender === undefined) return NOBODY;
  const digits = /^\+?([0-9]{1,15})$/.exec(sender)?.[1];
  if (digits === undefined) {
    if (sender.length > LONGEST_NAME || !/^[\x20-\x7e]+$/.test(sender)) {
      throw new MmsError('submit/too-long', `expected a sender of 1 to ${LONGEST_NAME} ASCII characters`, {
        path: 'sender',
      });
    }
    return { ...ALPHANUMERIC, address: sender };
  }
  const isShort = !sender.startsWith('+') && digits.length <= LONGEST_SHORT_CODE;
  return { ...(isShort ? NETWORK_SPECIFIC : INTERNATIONAL), address: digits };
}

const two = (value: number): string => String(value).padStart(2, '0');

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

/** A validity as SMPP writes it (3.4, 7.1.1): relative with R, absolute in UTC. */
function validityText(validity: ValidityPeriod | undefined): string {
  if (validity === undefined) return '';
  if (validity instanceof Uint8Array) {
    throw new MmsError('submit/not-carried', 'submit_sm has no validity in the enhanced format');
  }
  if (typeof validity === 'number') {
    const [days, hours] = [
      Math.floor(validity / MINUTES_PER_DAY),
      Math.floor(validity / MINUTES_PER_HOUR) % 24,
    ];
    return `0000${two(days)}${two(hours)}${two(validity % MINUTES_PER_HOUR)}00000R`;
  }
  const digits = new Date(validity).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return `${digits}000+`;
}

type Tlvs = Pick<
  SubmitSm,
  'sar_msg_ref_num' | 'sar_total_segments' | 'sar_segment_seqnum' | 'dest_port' | 'source_port'
>;

/** A header that TLVs can say in full, as TLVs; what else is in it has to stay a header. */
function headerTlvs(header: Uint8Array): Tlvs | undefined {
  if (header.length === 0) return {};
  let tlvs: Tlvs = {};
  for (const { id, data } of decodeUdh(header).elements) {
    const at = (index: number): number => octetAt(data, index);
    if (id === 0x00) {
      tlvs = { ...tlvs, sar_msg_ref_num: at(0), sar_total_segments: at(1), sar_segment_seqnum: at(2) };
    } else if (id === 0x08) {
      tlvs = {
        ...tlvs,
        sar_msg_ref_num: at(0) * 256 + at(1),
        sar_total_segments: at(2),
        sar_segment_seqnum: at(3),
      };
    } else if (id === 0x05) {
      tlvs = { ...tlvs, dest_port: at(0) * 256 + at(1), source_port: at(2) * 256 + at(3) };
    } else return undefined;
  }
  return tlvs;
}

/** Septets one an octet, out of user data that has them packed behind its header (3GPP TS 23.038 6.1.2.1). */
function unpackSeptets({ userData, userDataHeader, userDataLength }: SmsSegment): Uint8Array {
  const first = Math.ceil((userDataHeader.length * 8) / 7);
  return Uint8Array.from({ length: userDataLength - first }, (_, index) => {
    const bit = (first + index) * 7;
    const [low = 0, high = 0] = [userData[bit >> 3], userData[(bit >> 3) + 1]];
    return ((low | (high << 8)) >> (bit & 7)) & 0x7f;
  });
}

/** The text or octets behind the header: septets one an octet, no fill bits. */
function contentOf(segment: SmsSegment, isGsm7: boolean): Uint8Array {
  const { septets, userData, userDataHeader } = segment;
  if (isGsm7) return septets ?? unpackSeptets(segment);
  return userData.subarray(userDataHeader.length);
}

/**
 * One SMS of ours as the fields of submit_sm: a pure function, which opens no connection.
 * @param number digits with country code
 * @throws MmsError `submit/too-long`, `submit/not-carried` for compressed text
 */
export function submitSm(segment: SmsSegment, number: string, options: SubmitSmOptions = {}): SubmitSm {
  checkSegment(segment);
  requireText(number, 'the digits of a number', 'number');
  checkWayOptions('submitSm', options);
  const { dataCodingScheme, protocolIdentifier, replyPath, statusReportRequest, validityPeriod } =
    decodeSubmit(segment.tpdu);
  const { alphabet, compressed } = decodeDataCodingScheme(dataCodingScheme);
  if (compressed === true) throw new MmsError('submit/not-carried', 'submit_sm has no compressed text');
  const tlvs = options.headers === 'tlv' ? headerTlvs(segment.userDataHeader) : undefined;
  const header = tlvs === undefined ? segment.userDataHeader : new Uint8Array();
  const message = joinOctets([header, contentOf(segment, alphabet === 'gsm7')]);
  const isPayload = options.messagePayload === 'always' || message.length > MOST_SHORT_OCTETS;
  const source = smppSender(options.sender);
  return {
    source_addr_ton: source.ton,
    source_addr_npi: source.npi,
    source_addr: source.address,
    dest_addr_ton: INTERNATIONAL.ton,
    dest_addr_npi: INTERNATIONAL.npi,
    destination_addr: number,
    esm_class: (header.length > 0 ? UDH_INDICATOR : 0) | (replyPath === true ? REPLY_PATH : 0),
    protocol_id: protocolIdentifier ?? 0,
    validity_period: validityText(validityPeriod),
    registered_delivery: statusReportRequest === true ? 1 : 0,
    data_coding: dataCodingScheme,
    short_message: isPayload ? new Uint8Array() : message,
    ...(isPayload && { message_payload: message }),
    ...tlvs,
  };
}
