import { MmsError } from '../errors.ts';
import type { InformationElement } from './information-element.ts';
import type { Payload } from './payload.ts';
import { encodeUdh } from './udh.ts';

/** The octet of a concatenation element that counts the parts (3GPP TS 23.040 9.2.3.24.1). */
export const MAX_PARTS = 255;

/** The user data of one message. */
export interface SmsPart {
  /** Counted from 1. */
  readonly sequence: number;
  readonly total: number;
  /** The text of this part; absent for data. */
  readonly text?: string;
  /** The header with its length octet; no octets without header. */
  readonly userDataHeader: Uint8Array;
  /** The whole TP-UD, header included. */
  readonly userData: Uint8Array;
  /** TP-UDL: septets for GSM 7-bit, octets otherwise. */
  readonly userDataLength: number;
}

/** What ties the parts of a long message together. */
export interface Concatenation {
  /** The same in all parts: 0-255, with 16 bits 0-65535. Default 0. */
  readonly reference?: number | undefined;
  /** Default 8. */
  readonly referenceBits?: 8 | 16 | undefined;
}

/** The element without its last two octets' values: total and sequence. */
function concatenationElement({ reference = 0, referenceBits = 8 }: Concatenation): InformationElement {
  if (referenceBits !== 8 && referenceBits !== 16) throw new TypeError('referenceBits must be 8 or 16');
  const most = referenceBits === 8 ? 0xff : 0xffff;
  if (!Number.isInteger(reference) || reference < 0 || reference > most) {
    throw new MmsError('sms/field-value', `expected a reference 0-${most}, found ${reference}`, {
      path: 'reference',
      hint: reference > 0xff && reference <= 0xffff ? 'ask for referenceBits 16' : undefined,
    });
  }
  return referenceBits === 8
    ? { id: 0x00, data: new Uint8Array([reference, 0, 0]) }
    : { id: 0x08, data: new Uint8Array([reference >> 8, reference, 0, 0]) };
}

/** Where the parts end, each filled as far as it goes, which gives the fewest parts. */
function cutPoints(payload: Payload, capacity: number): number[] {
  const ends: number[] = [];
  let start = 0;
  while (start < payload.length) {
    const end = payload.cut(Math.min(start + capacity, payload.length));
    if (end <= start) {
      throw new MmsError(
        'sms/no-room',
        `the header leaves room for ${capacity}, too little for a character`,
        {
          path: 'informationElements',
        },
      );
    }
    ends.push(end);
    start = end;
  }
  return ends;
}

function makePart(
  payload: Payload,
  header: Uint8Array,
  start: number,
  end: number,
): Omit<SmsPart, 'sequence' | 'total'> {
  const userDataLength = payload.userDataLength(header.length, end - start);
  const octets = payload.alphabet === 'gsm7' ? (userDataLength * 7 + 7) >> 3 : userDataLength;
  const userData = new Uint8Array(octets);
  userData.set(header);
  payload.write(start, end, userData, header.length);
  const text = payload.text(start, end);
  const common = { userDataHeader: userData.subarray(0, header.length), userData, userDataLength };
  return text === undefined ? common : { text, ...common };
}

/**
 * Cuts content into as few parts as there can be. Content that fits one message gets no concatenation element.
 * @throws MmsError `sms/no-room`, `sms/too-many-parts`, `sms/udh-too-long`, `sms/element-conflict`, `sms/field-value`
 */
export function segment(
  payload: Payload,
  elements: readonly InformationElement[],
  concatenation: Concatenation,
): SmsPart[] {
  const last = concatenationElement(concatenation);
  const plain = encodeUdh(elements);
  if (payload.length <= payload.capacity(plain.length)) {
    return [{ sequence: 1, total: 1, ...makePart(payload, plain, 0, payload.length) }];
  }
  const header = encodeUdh([...elements, last]);
  const ends = cutPoints(payload, payload.capacity(header.length));
  const total = ends.length;
  if (total > MAX_PARTS) {
    throw new MmsError('sms/too-many-parts', `expected at most ${MAX_PARTS} parts, found ${total}`);
  }
  header[header.length - 2] = total;
  return ends.map((end, index) => {
    header[header.length - 1] = index + 1;
    return { sequence: index + 1, total, ...makePart(payload, header, ends[index - 1] ?? 0, end) };
  });
}
