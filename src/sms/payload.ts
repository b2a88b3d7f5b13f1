import type { Alphabet } from './data-coding.ts';
import { countEscapes, packSeptets } from './pack-septets.ts';
import { ESCAPE } from './shift-tables.ts';
import { MAX_USER_DATA_OCTETS } from './udh.ts';

/** Text that is all in the tables of the GSM 7-bit alphabet. */
interface SeptetPayload {
  readonly alphabet: 'gsm7';
  readonly text: string;
  /** At least `count` of them. */
  readonly septets: Uint8Array;
  readonly count: number;
}

/** Text as UTF-16 units, without lone surrogates. */
interface UnitPayload {
  readonly alphabet: 'ucs2';
  readonly text: string;
}

/** Octets, and the text that they were made of, one character an octet. */
interface OctetPayload {
  readonly alphabet: '8bit';
  readonly text?: string;
  readonly data: Uint8Array;
}

/** Content of one alphabet, ready to be cut by units: septets, UTF-16 units or octets. */
export type Payload = SeptetPayload | UnitPayload | OctetPayload;

/** Zero bits between a header and the next septet boundary (3GPP TS 23.040 9.2.3.24). */
export function fillBitsAfter(headerOctets: number): number {
  return (7 - ((headerOctets * 8) % 7)) % 7;
}

/** Septets that a header and its fill bits take. */
export function headerSeptets(headerOctets: number): number {
  return Math.ceil((headerOctets * 8) / 7);
}

/** How many units fit one part behind a header. */
export function capacityAfter(headerOctets: number, alphabet: Alphabet): number {
  const octets = MAX_USER_DATA_OCTETS - headerOctets;
  if (alphabet === 'gsm7') return Math.floor((octets * 8) / 7);
  return alphabet === 'ucs2' ? octets >> 1 : octets;
}

/** TP-UDL of a part (3GPP TS 23.040 9.2.3.16): septets for GSM 7-bit, octets otherwise. */
export function userDataLengthOf(headerOctets: number, units: number, alphabet: Alphabet): number {
  if (alphabet === 'gsm7') return headerSeptets(headerOctets) + units;
  return headerOctets + (alphabet === 'ucs2' ? units * 2 : units);
}

/** How many units the content has. */
export function unitsOf(payload: Payload): number {
  if (payload.alphabet === 'gsm7') return payload.count;
  return payload.alphabet === 'ucs2' ? payload.text.length : payload.data.length;
}

/** The last place not behind `end` where a part may end: not within an escape or a surrogate pair. */
export function cutBefore(payload: Payload, end: number): number {
  if (end >= unitsOf(payload)) return unitsOf(payload);
  if (payload.alphabet === 'gsm7') return payload.septets[end - 1] === ESCAPE ? end - 1 : end;
  const isWithinPair = payload.alphabet === 'ucs2' && (payload.text.charCodeAt(end) & 0xfc00) === 0xdc00;
  return isWithinPair ? end - 1 : end;
}

/** The text of each part that ends at the given places; nothing for data. */
export function textsOf(payload: Payload, ends: readonly number[]): readonly string[] {
  const { text } = payload;
  if (text === undefined) return [];
  const hasEscapes = payload.alphabet === 'gsm7' && payload.count > text.length;
  let unit = 0;
  let start = 0;
  return ends.map(end => {
    const characters = hasEscapes ? end - unit - countEscapes(payload.septets, unit, end) : end - unit;
    const part = text.slice(start, start + characters);
    unit = end;
    start += characters;
    return part;
  });
}

/** Writes units [start, end) at `offset`, after a header of `headerOctets`. */
export function writePayload(
  payload: Payload,
  start: number,
  end: number,
  into: Uint8Array,
  offset: number,
  headerOctets: number,
): void {
  if (payload.alphabet === 'gsm7') {
    packSeptets(payload.septets, start, end, into, offset, fillBitsAfter(headerOctets));
  } else if (payload.alphabet === 'ucs2') {
    writeUnits(payload.text, start, end, into, offset);
  } else {
    into.set(payload.data.subarray(start, end), offset);
  }
}

function writeUnits(text: string, start: number, end: number, into: Uint8Array, offset: number): void {
  let at = offset;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    into[at++] = unit >> 8;
    into[at++] = unit;
  }
}
