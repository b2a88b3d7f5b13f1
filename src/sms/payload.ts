import type { Alphabet } from './data-coding.ts';
import { ESCAPE } from './language.ts';
import { packSeptets } from './septets.ts';
import { MAX_USER_DATA_OCTETS } from './udh.ts';

/** Content in the units of its alphabet, ready to be cut: septets, octets or UTF-16 units. */
export interface Payload {
  readonly alphabet: Alphabet;
  /** In units. */
  readonly length: number;
  /** How many units fit after a header of so many octets. */
  capacity(headerOctets: number): number;
  /** TP-UDL of a part with a header of so many octets. */
  userDataLength(headerOctets: number, units: number): number;
  /** The last place not behind `end` where a part may end: not inside an escape or surrogate pair. */
  cut(end: number): number;
  /** Writes units [start, end) at `offset`, the place after the header. */
  write(start: number, end: number, into: Uint8Array, offset: number): void;
  /** Text of the units [start, end), which come after those of the call before; `undefined` for data. */
  text(start: number, end: number): string | undefined;
}

/** Zero bits between a header and the next septet boundary (3GPP TS 23.040 9.2.3.24). */
export function fillBitsAfter(headerOctets: number): number {
  return (7 - ((headerOctets * 8) % 7)) % 7;
}

/** Septets that a header and its fill bits take. */
export function headerSeptets(headerOctets: number): number {
  return Math.ceil((headerOctets * 8) / 7);
}

/** Septets that were made of `text`. */
export function septetPayload(text: string, septets: Uint8Array): Payload {
  let characters = 0;
  return {
    alphabet: 'gsm7',
    length: septets.length,
    capacity: headerOctets => Math.floor(((MAX_USER_DATA_OCTETS - headerOctets) * 8) / 7),
    userDataLength: (headerOctets, units) => headerSeptets(headerOctets) + units,
    cut: end => (end < septets.length && septets[end - 1] === ESCAPE ? end - 1 : end),
    write: (start, end, into, offset) =>
      packSeptets(septets, start, end, into, offset, fillBitsAfter(offset)),
    text(start, end) {
      if (septets.length === text.length) return text.slice(start, end);
      if (start === 0) characters = 0;
      const first = characters;
      for (let i = start; i < end; i++) if (septets[i] !== ESCAPE) characters++;
      return text.slice(first, characters);
    },
  };
}

/** Text as UTF-16 units; the caller has seen to lone surrogates. */
export function ucs2Payload(text: string): Payload {
  return {
    alphabet: 'ucs2',
    length: text.length,
    capacity: headerOctets => (MAX_USER_DATA_OCTETS - headerOctets) >> 1,
    userDataLength: (headerOctets, units) => headerOctets + units * 2,
    cut: end => (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end),
    write(start, end, into, offset) {
      let at = offset;
      for (let i = start; i < end; i++) {
        const unit = text.charCodeAt(i);
        into[at++] = unit >> 8;
        into[at++] = unit;
      }
    },
    text: (start, end) => text.slice(start, end),
  };
}

/** Octets; `text` is what they were made of, if anything. */
export function octetPayload(data: Uint8Array, text?: string): Payload {
  return {
    alphabet: '8bit',
    length: data.length,
    capacity: headerOctets => MAX_USER_DATA_OCTETS - headerOctets,
    userDataLength: (headerOctets, units) => headerOctets + units,
    cut: end => end,
    write: (start, end, into, offset) => into.set(data.subarray(start, end), offset),
    text: (start, end) => text?.slice(start, end),
  };
}
