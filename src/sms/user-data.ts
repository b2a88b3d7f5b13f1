import type { ByteReader } from '../bytes/index.ts';
import { type Alphabet, decodeDataCodingScheme } from './data-coding.ts';
import type { Ports } from './header-elements.ts';
import type { DecodedInformationElement, ElementValue } from './information-element.ts';
import { type NationalLanguage, shiftTablesOrDefault } from './language.ts';
import { fillBitsAfter, headerSeptets } from './payload.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';
import { MAX_USER_DATA_OCTETS, readUdh } from './udh.ts';
import { textOfSeptets, unpackSeptets } from './unpack-text.ts';

/** Which part of which message this is. */
export interface PartNumber {
  readonly reference: number;
  readonly referenceBits: 8 | 16;
  readonly total: number;
  readonly sequence: number;
}

/** TP-User-Data as read. */
export interface DecodedUserData {
  /** TP-UDL: septets for GSM 7-bit, octets otherwise. */
  readonly userDataLength: number;
  /** The whole TP-UD, header included. */
  readonly userData: Uint8Array;
  readonly userDataHeaderIndicator: boolean;
  /** The header with its length octet; no octets without header. */
  readonly userDataHeader: Uint8Array;
  readonly informationElements: readonly DecodedInformationElement[];
  readonly encoding: Alphabet;
  /** Present unless the content is 8-bit or compressed. */
  readonly text?: string;
  /** The septets of the text in GSM 7-bit, one an octet. */
  readonly septets?: Uint8Array;
  /** Octets after the header, present where `text` is not. */
  readonly data?: Uint8Array;
  readonly ports?: Required<Ports>;
  readonly portBits?: 8 | 16;
  readonly nationalLanguage?: NationalLanguage;
  readonly concatenation?: PartNumber;
}

/** What the elements of a header mean for the message; of a repeated element the last one counts. */
type HeaderMeaning = Pick<DecodedUserData, 'ports' | 'portBits' | 'nationalLanguage' | 'concatenation'>;

function numberIn(value: ElementValue | undefined, name: string): number {
  const field = value?.[name];
  return typeof field === 'number' ? field : 0;
}

function lastOf(
  elements: readonly DecodedInformationElement[],
  ...ids: readonly number[]
): DecodedInformationElement | undefined {
  return elements.findLast(({ id, value }) => ids.includes(id) && value !== undefined);
}

function meaningOf(reader: ByteReader, elements: readonly DecodedInformationElement[]): HeaderMeaning {
  const ports = lastOf(elements, 0x04, 0x05);
  const singleShift = lastOf(elements, 0x24);
  const lockingShift = lastOf(elements, 0x25);
  const concatenation = partNumberOf(reader, elements);
  return {
    ...(ports === undefined
      ? {}
      : {
          ports: {
            destination: numberIn(ports.value, 'destination'),
            source: numberIn(ports.value, 'source'),
          },
          portBits: ports.id === 0x04 ? 8 : 16,
        }),
    ...(singleShift === undefined && lockingShift === undefined
      ? {}
      : {
          nationalLanguage: {
            ...(singleShift === undefined ? {} : { singleShift: numberIn(singleShift.value, 'language') }),
            ...(lockingShift === undefined ? {} : { lockingShift: numberIn(lockingShift.value, 'language') }),
          },
        }),
    ...(concatenation === undefined ? {} : { concatenation }),
  };
}

function partNumberOf(
  reader: ByteReader,
  elements: readonly DecodedInformationElement[],
): PartNumber | undefined {
  const element = lastOf(elements, 0x00, 0x08);
  if (element === undefined) return undefined;
  const total = numberIn(element.value, 'total');
  const sequence = numberIn(element.value, 'sequence');
  if (total === 0 || sequence === 0 || sequence > total) {
    reader.warn('sms/element-ignored', `part ${sequence} of ${total}`);
    return undefined;
  }
  return {
    reference: numberIn(element.value, 'reference'),
    referenceBits: element.id === 0x00 ? 8 : 16,
    total,
    sequence,
  };
}

/** Reads TP-UDL and TP-UD. */
export function readUserData(reader: ByteReader, scheme: number, hasHeader: boolean): DecodedUserData {
  const { alphabet, compressed } = decodeDataCodingScheme(scheme);
  const inSeptets = alphabet === 'gsm7' && compressed !== true;
  reader.enter('userDataLength', TPDU_FIELDS.userDataLength);
  const userDataLength = reader.octet();
  reader.leave(userDataLength);
  const octets = inSeptets ? (userDataLength * 7 + 7) >> 3 : userDataLength;
  if (octets > MAX_USER_DATA_OCTETS) {
    reader.warn(
      'sms/user-data-length',
      `expected at most ${MAX_USER_DATA_OCTETS} octets of user data, found ${octets}`,
      undefined,
      'userDataLength',
    );
  }
  if (octets > reader.left) {
    const found = `${octets} octets of user data announced, ${reader.left} found`;
    reader.warn('sms/user-data-length', found, undefined, 'userDataLength');
  }
  const outerEnd = reader.narrow(Math.min(octets, reader.left));
  const userData = reader.bytes.subarray(reader.offset, reader.end);
  reader.enter('userData', TPDU_FIELDS.userData);
  const header = readHeader(reader, hasHeader);
  const content = readContent(reader, userDataLength, header, inSeptets, alphabet === 'ucs2' && !compressed);
  reader.leave();
  reader.widen(outerEnd);
  return {
    userDataLength,
    userData,
    userDataHeaderIndicator: hasHeader,
    ...header,
    encoding: alphabet,
    ...content,
  };
}

type DecodedHeader = Pick<DecodedUserData, 'userDataHeader' | 'informationElements'> & HeaderMeaning;

function readHeader(reader: ByteReader, hasHeader: boolean): DecodedHeader {
  if (!hasHeader) return { userDataHeader: new Uint8Array(0), informationElements: [] };
  const start = reader.offset;
  reader.enter('userDataHeader', TPDU_FIELDS.userDataHeader);
  const informationElements = readUdh(reader);
  const meaning = meaningOf(reader, informationElements);
  const userDataHeader = reader.bytes.subarray(start, reader.offset);
  reader.leave(userDataHeader);
  return { userDataHeader, informationElements, ...meaning };
}

function readContent(
  reader: ByteReader,
  userDataLength: number,
  { userDataHeader, nationalLanguage = {} }: DecodedHeader,
  inSeptets: boolean,
  inUnits: boolean,
): Pick<DecodedUserData, 'text' | 'data' | 'septets'> {
  const headerOctets = userDataHeader.length;
  const start = reader.offset;
  const name = inSeptets || inUnits ? 'text' : 'data';
  reader.enter(name, TPDU_FIELDS[name]);
  const octets = reader.view(reader.left);
  if (!inSeptets && !inUnits) {
    reader.leave(octets);
    return { data: octets };
  }
  if (inUnits) {
    const text = textOfUcs2(octets);
    if (octets.length % 2 === 1) {
      reader.warn('sms/user-data-length', 'an odd number of octets of UCS-2', start);
    }
    reader.leave(text);
    return { text };
  }
  const fillBits = fillBitsAfter(headerOctets);
  const room = Math.max(0, Math.floor((octets.length * 8 - fillBits) / 7));
  const stated = Math.max(0, userDataLength - headerSeptets(headerOctets));
  const septets = unpackSeptets(octets, Math.min(stated, room), fillBits);
  const { text, unassigned } = textOfSeptets(septets, shiftTablesOrDefault(nationalLanguage));
  if (unassigned > 0) {
    reader.warn('sms/unassigned-septet', `${unassigned} septets without a character`, start);
  }
  reader.leave(text);
  return { text, septets };
}

/** UTF-16BE; a surrogate whose other half is in another part is kept as it is. */
function textOfUcs2(octets: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < octets.length; i += 2) {
    text += String.fromCharCode(((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0));
  }
  return text;
}
