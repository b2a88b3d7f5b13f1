import { wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Alphabet } from './data-coding.ts';
import { defaultReference } from './default-reference.ts';
import type { InformationElement } from './information-element.ts';
import { packedLength } from './pack-septets.ts';
import {
  capacityAfter,
  cutBefore,
  type Payload,
  textsOf,
  unitsOf,
  userDataLengthOf,
  writePayload,
} from './payload.ts';
import { MAX_USER_DATA_OCTETS, udhLength, udhOctets } from './udh.ts';

/** The octet of a concatenation element that counts the parts (3GPP TS 23.040 9.2.3.24.1). */
export const MAX_PARTS = 255;

/** The user data of one message. */
export interface SmsPart {
  /** Counted from 1. */
  readonly sequence: number;
  readonly total: number;
  /** The text of this part; absent for data. */
  readonly text?: string | undefined;
  /** The header with its length octet; no octets without header. */
  readonly userDataHeader: Uint8Array;
  /** The whole TP-UD, header included. */
  readonly userData: Uint8Array;
  /** TP-UDL: septets for GSM 7-bit, octets otherwise. */
  readonly userDataLength: number;
  /** The septets of the text in GSM 7-bit, one an octet, as SMPP and some gateways want them; else absent. */
  readonly septets?: Uint8Array | undefined;
}

/** One SMS-SUBMIT of a message. */
export interface SmsSegment extends SmsPart {
  /** The TPDU without the SMSC address in front; all octets of a message's segments are views of one buffer. */
  readonly tpdu: Uint8Array;
  /** Octets of `tpdu`: the number that AT+CMGS wants. */
  readonly length: number;
}

/** What ties the parts of a long message together. */
export interface Concatenation {
  /** The same in all parts: 0-255, with 16 bits 0-65535. Default: a hash of what is written. */
  readonly reference?: number | undefined;
  /** Default 8. */
  readonly referenceBits?: 8 | 16 | undefined;
}

function checkReference({ reference = 0, referenceBits = 8 }: Concatenation): void {
  if (referenceBits !== 8 && referenceBits !== 16) {
    throw wrongType('referenceBits 8 or 16', referenceBits, 'referenceBits');
  }
  if (typeof reference !== 'number') throw wrongType('a number', reference, 'reference');
  const most = referenceBits === 8 ? 0xff : 0xffff;
  if (Number.isInteger(reference) && reference >= 0 && reference <= most) return;
  throw new MmsError('sms/field-value', `expected a reference 0-${most}, found ${reference}`, {
    path: 'reference',
    hint: reference > 0xff && reference <= 0xffff ? 'ask for referenceBits 16' : undefined,
  });
}

/** The element with total and sequence still 0; they are its last two octets. */
function concatenationElement(reference: number, referenceBits: 8 | 16): InformationElement {
  const data = new Uint8Array(referenceBits === 8 ? 3 : 4);
  data[data.length - 3] = reference;
  if (referenceBits === 16) data[0] = reference >> 8;
  return { id: referenceBits === 8 ? 0x00 : 0x08, data };
}

/** Where parts end that are each filled, which makes the fewest; `undefined` where one could not hold a character. */
function fillParts(payload: Payload, capacity: number): number[] | undefined {
  const whole = unitsOf(payload);
  const ends: number[] = [];
  let start = 0;
  while (start < whole) {
    const end = cutBefore(payload, start + capacity);
    if (end <= start) return undefined;
    ends.push(end);
    start = end;
  }
  return ends;
}

/** Where content is cut. */
interface Layout {
  readonly payload: Payload;
  /** The header of every part, total and sequence still 0. */
  readonly header: readonly number[];
  /** Where each part ends, in units. */
  readonly ends: readonly number[];
  /** Bits of the reference, where it is to be made of what is written. */
  readonly missingReference: 8 | 16 | undefined;
}

/**
 * Decides where content is cut. Content that fits one message gets no concatenation element.
 * @throws MmsError `sms/no-room`, `sms/too-many-parts`, `sms/udh-too-long`, `sms/element-conflict`, `sms/field-value`
 */
export function layOut(
  payload: Payload,
  elements: readonly InformationElement[],
  concatenation: Concatenation,
): Layout {
  checkReference(concatenation);
  const plain = udhOctets(elements);
  const units = unitsOf(payload);
  if (units <= capacityAfter(plain.length, payload.alphabet))
    return { payload, header: plain, ends: [units], missingReference: undefined };
  const { reference, referenceBits = 8 } = concatenation;
  const header = udhOctets([...elements, concatenationElement(reference ?? 0, referenceBits)]);
  const ends = fillParts(payload, capacityAfter(header.length, payload.alphabet));
  if (ends === undefined) {
    const octets = MAX_USER_DATA_OCTETS - header.length;
    throw new MmsError('sms/no-room', `the header leaves ${octets} octets, too few for a character`, {
      path: 'informationElements',
    });
  }
  if (ends.length > MAX_PARTS) {
    throw new MmsError('sms/too-many-parts', `expected at most ${MAX_PARTS} parts, found ${ends.length}`);
  }
  return { payload, header, ends, missingReference: reference === undefined ? referenceBits : undefined };
}

/** How many parts {@link layOut} would make; infinitely many where the header leaves no room. */
export function countParts(
  payload: Payload,
  elements: readonly InformationElement[],
  { referenceBits = 8 }: Concatenation,
): number {
  const plain = udhLength(elements);
  if (plain <= MAX_USER_DATA_OCTETS && unitsOf(payload) <= capacityAfter(plain, payload.alphabet)) return 1;
  const header = Math.max(plain, 1) + (referenceBits === 8 ? 5 : 6);
  return fillParts(payload, capacityAfter(header, payload.alphabet))?.length ?? Number.POSITIVE_INFINITY;
}

const NO_HEADER = new Uint8Array(0);

/**
 * The parts of a layout as TPDUs; `head` is what stands before TP-UDL. All are views of one array: memory for many
 * small ones costs more than their content.
 */
export function writeTpdus(layout: Layout, head: readonly number[]): SmsSegment[] {
  const { payload, header, ends } = layout;
  const { alphabet } = payload;
  const prefix = [...head, 0, ...header];
  const texts = textsOf(payload, ends);
  const tpdusEnd = octetsOf(layout, head.length + 1);
  const buffer = bufferOf(payload, tpdusEnd);
  const segments: SmsSegment[] = [];
  let offset = 0;
  let start = 0;
  for (const end of ends) {
    const userDataLength = userDataLengthOf(header.length, end - start, alphabet);
    const length = head.length + 1 + userDataOctets(userDataLength, alphabet);
    const tpdu = new Uint8Array(buffer, offset, length);
    const sequence = segments.length + 1;
    writePrefix(tpdu, prefix, ends.length, sequence);
    tpdu[head.length] = userDataLength;
    writePayload(payload, start, end, tpdu, prefix.length, header.length);
    const userDataStart = offset + head.length + 1;
    const septets = alphabet === 'gsm7' ? new Uint8Array(buffer, tpdusEnd + start, end - start) : undefined;
    offset += length;
    start = end;
    segments.push({
      sequence,
      total: ends.length,
      text: texts[sequence - 1],
      userDataHeader: header.length === 0 ? NO_HEADER : new Uint8Array(buffer, userDataStart, header.length),
      userData: new Uint8Array(buffer, userDataStart, offset - userDataStart),
      userDataLength,
      septets,
      tpdu,
      length,
    });
  }
  if (layout.missingReference !== undefined) {
    const reference = defaultReference(new DataView(buffer, 0, tpdusEnd), layout.missingReference);
    for (const { tpdu } of segments) writeReference(tpdu, prefix.length, reference, layout.missingReference);
  }
  return segments;
}

/** It stands before the number of parts and that of this one, which end the header. */
function writeReference(tpdu: Uint8Array, headerEnd: number, reference: number, bits: 8 | 16): void {
  tpdu[headerEnd - 3] = reference;
  if (bits === 16) tpdu[headerEnd - 4] = reference >> 8;
}

/** Room for TPDUs, and behind them the septets that there are. */
function bufferOf(payload: Payload, tpdusEnd: number): ArrayBuffer {
  if (payload.alphabet !== 'gsm7') return new ArrayBuffer(tpdusEnd);
  const all = new Uint8Array(tpdusEnd + payload.count);
  all.set(payload.septets.subarray(0, payload.count), tpdusEnd);
  return all.buffer;
}

function userDataOctets(userDataLength: number, alphabet: Alphabet): number {
  return alphabet === 'gsm7' ? packedLength(userDataLength, 0) : userDataLength;
}

/** Octets of all parts, each behind `before` others. */
function octetsOf({ payload, header, ends }: Layout, before: number): number {
  let octets = 0;
  let start = 0;
  for (const end of ends) {
    const length = userDataLengthOf(header.length, end - start, payload.alphabet);
    octets += before + userDataOctets(length, payload.alphabet);
    start = end;
  }
  return octets;
}

/** What stands before the content; a concatenation element ends with the number of parts and of this one. */
function writePrefix(tpdu: Uint8Array, prefix: readonly number[], total: number, sequence: number): void {
  for (let i = 0; i < prefix.length; i++) tpdu[i] = prefix[i] ?? 0;
  if (total === 1) return;
  tpdu[prefix.length - 2] = total;
  tpdu[prefix.length - 1] = sequence;
}

/** The parts of a layout without their TPDUs. */
export function writeUserData(layout: Layout): SmsPart[] {
  return writeTpdus(layout, []).map(
    ({ sequence, total, text, userDataHeader, userData, userDataLength, septets: units }): SmsPart => ({
      sequence,
      total,
      text,
      userDataHeader,
      userData,
      userDataLength,
      septets: units,
    }),
  );
}
