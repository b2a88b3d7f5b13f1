import { MmsError } from '../errors.ts';
import {
  type Alphabet,
  decodeDataCodingScheme,
  encodeDataCodingScheme,
  type MessageClass,
} from './data-coding.ts';
import { unencodable } from './gsm7.ts';
import { type InformationElement, informationElement } from './information-element.ts';
import { type NationalLanguage, shiftTables } from './language.ts';
import { octetPayload, type Payload, septetPayload, ucs2Payload } from './payload.ts';
import { type Concatenation, type SmsPart, segment } from './segment.ts';
import { writeSeptets } from './septets.ts';
import { checkedOctet, encodeSubmitHead, joinSubmit, type SubmitHeaders } from './submit.ts';

/** Application ports (3GPP TS 23.040 9.2.3.24.3 and .4), such as 2948 for WAP push. */
export interface Ports {
  readonly destination: number;
  /** Default 0. */
  readonly source?: number | undefined;
}

/** What an SMS carries: `text` or `data`, and how it is coded and cut. */
export interface SmsContent extends Concatenation {
  readonly text?: string | undefined;
  readonly data?: Uint8Array | undefined;
  /** Default `auto`: GSM 7-bit where every character is in it, else UCS-2; data are 8-bit. */
  readonly encoding?: 'auto' | Alphabet | undefined;
  readonly ports?: Ports | undefined;
  /** Width of a port number. Default 16. */
  readonly portBits?: 8 | 16 | undefined;
  /** Elements of the caller, written before our own, in every part. */
  readonly informationElements?: readonly InformationElement[] | undefined;
  /** TP-DCS, written as it is; it must name the alphabet that is used. */
  readonly dataCodingScheme?: number | undefined;
  readonly messageClass?: MessageClass | undefined;
  /** National language tables for GSM 7-bit; many phones and networks ignore them. */
  readonly nationalLanguage?: NationalLanguage | undefined;
}

/** A message to be sent: what it carries and to whom. */
export interface SmsMessage extends SmsContent, SubmitHeaders {}

/** One SMS-SUBMIT of a message. */
export interface SmsSegment extends SmsPart {
  /** The TPDU without the SMSC address in front. */
  readonly tpdu: Uint8Array;
  /** Octets of `tpdu`: the number that AT+CMGS wants. */
  readonly length: number;
}

function portsElement({ destination, source = 0 }: Ports, portBits: 8 | 16): InformationElement {
  const most = portBits === 8 ? 0xff : 0xffff;
  for (const [name, port] of Object.entries({ destination, source })) {
    if (typeof port !== 'number') throw new TypeError(`ports.${name} must be a number`);
    if (!Number.isInteger(port) || port < 0 || port > most) {
      throw new MmsError('sms/port-range', `expected a port 0-${most}, found ${port}`, {
        path: `ports.${name}`,
      });
    }
  }
  return informationElement(portBits === 8 ? 'ports8' : 'ports16', { destination, source });
}

function languageElements({ singleShift, lockingShift }: NationalLanguage = {}): InformationElement[] {
  return [
    ...(singleShift === undefined ? [] : [informationElement('singleShift', { language: singleShift })]),
    ...(lockingShift === undefined ? [] : [informationElement('lockingShift', { language: lockingShift })]),
  ];
}

function payloadOf(content: SmsContent): Payload {
  if (content.data !== undefined) return octetPayload(content.data);
  const { text = '' } = content;
  if (content.encoding === 'ucs2') return ucs2Payload(text);
  const septets = new Uint8Array(text.length * 2);
  const count = writeSeptets(text, shiftTables(content.nationalLanguage), septets);
  if (count >= 0) return septetPayload(text, septets.subarray(0, count));
  if (content.encoding === 'gsm7') throw unencodable(text, -1 - count, 'the GSM 7-bit alphabet');
  return ucs2Payload(text);
}

function schemeOf(content: SmsContent, alphabet: Alphabet): number {
  const { dataCodingScheme, messageClass } = content;
  if (dataCodingScheme === undefined) return encodeDataCodingScheme(alphabet, messageClass);
  const coding = decodeDataCodingScheme(checkedOctet('dataCodingScheme', dataCodingScheme));
  if (coding.alphabet !== alphabet || coding.compressed === true) {
    throw new MmsError(
      'sms/alphabet-mismatch',
      `the data coding scheme ${dataCodingScheme} does not name ${alphabet}, in which the content is written`,
      { path: 'dataCodingScheme', hint: `leave it out, or ask for encoding ${coding.alphabet}` },
    );
  }
  return dataCodingScheme;
}

function partsOf(content: SmsContent, payload: Payload): SmsPart[] {
  const elements = [
    ...(content.informationElements ?? []),
    ...(content.ports === undefined ? [] : [portsElement(content.ports, content.portBits ?? 16)]),
    ...(payload.alphabet === 'gsm7' ? languageElements(content.nationalLanguage) : []),
  ];
  return segment(payload, elements, content);
}

/**
 * The user data of a message without its TPDUs, for a gateway that wants only these.
 * @throws MmsError as {@link encodeSms}, except for the fields of the TPDU
 */
export function segmentSms(content: SmsContent): SmsPart[] {
  return partsOf(content, payloadOf(content));
}

/**
 * A message as SMS-SUBMIT TPDUs: one, or as many parts as it takes, each filled.
 * @throws MmsError `sms/unencodable`, `sms/address`, `sms/port-range`, `sms/too-many-parts`, `sms/udh-too-long`,
 *   `sms/no-room`, `sms/alphabet-mismatch`, `sms/field-value`, `sms/validity-period`, `sms/element-conflict`
 * @example
 * const [first] = encodeSms({ to: '+447700900123', data: pushPdu, ports: { destination: 2948, source: 9200 } });
 */
export function encodeSms(message: SmsMessage): SmsSegment[] {
  const payload = payloadOf(message);
  const parts = partsOf(message, payload);
  const hasHeader = (parts[0]?.userDataHeader.length ?? 0) > 0;
  const head = encodeSubmitHead(message, schemeOf(message, payload.alphabet), hasHeader);
  return parts.map(part => {
    const tpdu = joinSubmit(head, part.userDataLength, part.userData);
    return { ...part, tpdu, length: tpdu.length };
  });
}
