import { type ByteReader, wrongType } from '../bytes/index.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';

/** How user data are coded: septets, octets or UTF-16 units. */
export type Alphabet = 'gsm7' | '8bit' | 'ucs2';

/** 0 shown at once, 1 kept by the phone, 2 by the SIM, 3 by the attached equipment. */
export type MessageClass = 0 | 1 | 2 | 3;

/** What a TP-Data-Coding-Scheme octet says (3GPP TS 23.038 clause 4). */
export interface DataCoding {
  readonly alphabet: Alphabet;
  readonly messageClass?: MessageClass;
  readonly compressed?: true;
  /** The phone deletes the message after reading. */
  readonly automaticDeletion?: true;
  readonly messageWaiting?: MessageWaiting;
  /** An unassigned value: read as GSM 7-bit, as the specification wants. */
  readonly reserved?: true;
}

/** The message waiting indication of a data coding scheme. */
export interface MessageWaiting {
  readonly indication: (typeof WAITING)[number];
  readonly active: boolean;
  /** False: the text may be thrown away. */
  readonly store: boolean;
}

const WAITING = ['voicemail', 'fax', 'e-mail', 'other'] as const;
const GENERAL_ALPHABETS = ['gsm7', '8bit', 'ucs2', undefined] as const;
const CLASSES = [0, 1, 2, 3] as const;

/** Scheme without class, and what to add a class to: group 1111 for GSM 7-bit and 8-bit, 0001 for UCS-2. */
const SCHEMES: Readonly<Record<Alphabet, { plain: number; withClass: number }>> = {
  gsm7: { plain: 0x00, withClass: 0xf0 },
  '8bit': { plain: 0x04, withClass: 0xf4 },
  ucs2: { plain: 0x08, withClass: 0x18 },
};

/** The usual TP-DCS octet: 00, 04, 08, or with a class F0-F3, F4-F7, 18-1B (3GPP TS 23.038 clause 4). */
export function encodeDataCodingScheme(alphabet: Alphabet, messageClass?: MessageClass): number {
  if (typeof alphabet !== 'string' || !Object.hasOwn(SCHEMES, alphabet))
    throw wrongType('gsm7, 8bit or ucs2', alphabet, 'alphabet');
  if (messageClass !== undefined && !CLASSES.includes(messageClass)) {
    throw wrongType('a class from 0 to 3', messageClass, 'messageClass');
  }
  const { plain, withClass } = SCHEMES[alphabet];
  return messageClass === undefined ? plain : withClass + messageClass;
}

/** The meaning of a TP-DCS octet (3GPP TS 23.038 clause 4). */
export function decodeDataCodingScheme(scheme: number): DataCoding {
  if (typeof scheme !== 'number' || !(scheme >= 0 && scheme <= 0xff))
    throw wrongType('an octet', scheme, 'scheme');
  const group = (scheme >> 4) & 0x0f;
  const messageClass = CLASSES[scheme & 3] ?? 0;
  if (group < 0x8) return decodeGeneral(scheme, messageClass);
  if (group < 0xc) return { alphabet: 'gsm7', reserved: true };
  if (group === 0xf) return { alphabet: (scheme & 4) === 0 ? 'gsm7' : '8bit', messageClass };
  const messageWaiting = {
    indication: WAITING[messageClass],
    active: (scheme & 8) !== 0,
    store: group !== 0xc,
  };
  return { alphabet: group === 0xe ? 'ucs2' : 'gsm7', messageWaiting };
}

function decodeGeneral(scheme: number, messageClass: MessageClass): DataCoding {
  const alphabet = GENERAL_ALPHABETS[(scheme >> 2) & 3];
  return {
    alphabet: alphabet ?? 'gsm7',
    ...((scheme & 0x10) === 0 ? {} : { messageClass }),
    ...((scheme & 0x20) === 0 ? {} : { compressed: true }),
    ...((scheme & 0x40) === 0 ? {} : { automaticDeletion: true }),
    ...(alphabet === undefined ? { reserved: true } : {}),
  };
}

/** Reads the TP-DCS octet and warns of what we can only guess. */
export function readDataCodingScheme(reader: ByteReader): number {
  reader.enter('dataCodingScheme', TPDU_FIELDS.dataCodingScheme);
  const scheme = reader.octet();
  const { reserved, compressed } = decodeDataCodingScheme(scheme);
  const hex = scheme.toString(16).padStart(2, '0');
  if (reserved)
    reader.warn('sms/reserved-coding', `scheme ${hex} is reserved, read as GSM 7-bit`, reader.offset - 1);
  if (compressed)
    reader.warn('sms/reserved-coding', `scheme ${hex}: compressed text is left as octets`, reader.offset - 1);
  reader.leave(scheme);
  return scheme;
}
