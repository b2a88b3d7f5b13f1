import { ByteReader } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import type { IssueCode } from '../issues/index.ts';
import { readUnknownValue, textString, tokenText } from '../wsp/index.ts';
import type { PduField, PduFields } from './pdu-fields.ts';

/** What shows that a length of the value just read was wrong. */
const LYING_LENGTH: ReadonlySet<IssueCode> = new Set([
  'wsp/section-rest',
  'wsp/length-overrun',
  'wsp/missing-terminator',
]);

/** Warnings after which nobody looks any more: each look reads to the end of the fields. */
const MAX_LOOKS = 16;

const CONTENT_TYPE_FIELD = 0x04;

/** Above the number of every header field (MMS_ENC 7.4). */
const FIRST_EXTENSION = 0x40;

/** The longest length that one octet says (WAP-230 8.4.2.2). */
const MAX_SHORT_LENGTH = 30;

/**
 * Where the field begins that follows the one just read. That is where its length says; but a length that lies must not
 * cost the fields behind it. A length too long has taken in octets that are fields by themselves; behind one too short
 * there are no fields, while behind the next 00 there are.
 * @param start - of the field
 * @param warned - how many warnings there were before it
 */
export function nextFieldAfter(reader: ByteReader, fields: PduFields, start: number, warned: number): number {
  const stated = reader.offset;
  const found = reader.warnings.slice(warned).filter(({ code }) => LYING_LENGTH.has(code));
  if (found.length === 0 || reader.strict || warned > MAX_LOOKS) return stated;
  const fits = (end: number): boolean => end > start + 1 && areFields(reader, fields, end, assigned);
  const rest = found.find(({ code, offset = stated }) => code === 'wsp/section-rest' && fits(offset));
  if (rest?.offset !== undefined) return rest.offset;
  if (fits(stated)) return stated;
  const end = endOfText(reader.bytes, stated);
  return fits(end) ? end : stated;
}

/** A value with the length that it should have had. */
export interface OtherLength {
  /** Behind the value. */
  readonly end: number;
  /** The value with that length in front. */
  readonly octets: Uint8Array;
  /** What it says; absent where it makes no sense with that length either. */
  readonly value?: unknown;
}

/**
 * The length nearest to the one stated with which a value makes sense and what follows it are fields; else, where what
 * follows the stated one are none, the nearest with which it is so.
 * @param start - of the field
 * @param warned - how many warnings there were before a value that makes sense with the length that it states
 */
export function otherLength(
  reader: ByteReader,
  fields: PduFields,
  field: PduField,
  start: number,
  warned: number | undefined,
): OtherLength | undefined {
  const { bytes, end: last } = reader;
  const from = start + 2;
  const stated = bytes[start + 1] ?? 0xff;
  if (stated > MAX_SHORT_LENGTH || field.code === CONTENT_TYPE_FIELD) return undefined;
  if (reader.strict || reader.warnings.length > MAX_LOOKS) return undefined;
  const isRead = warned !== undefined;
  if (isRead && explainsItself(reader, warned, stated, from + stated)) return undefined;
  const isFollowed = areFields(reader, fields, from + stated, any);
  if (isFollowed && isRead) return undefined;
  let nearest: OtherLength | undefined;
  // A longer value would take in fields.
  const most = isFollowed ? stated : last - from;
  for (const length of lengthsAround(stated, most)) {
    const end = from + length;
    if (!areFields(reader, fields, end, own) || (end === last && needsContent(fields))) continue;
    const octets = Uint8Array.of(length, ...bytes.subarray(from, end));
    const value = readAlone(octets, field);
    if (value !== undefined) return { end, octets, value };
    nearest ??= { end, octets };
  }
  // A value that makes sense is not given up.
  return isFollowed || isRead ? undefined : nearest;
}

/** True where the warnings of a value tell of its length already, and before the odd name of a header. */
function explainsItself(
  { bytes, warnings }: ByteReader,
  warned: number,
  stated: number,
  end: number,
): boolean {
  const next = bytes[end] ?? 0;
  const isName = stated > 0 && next >= 0x20 && next < 0x80;
  return isName || warnings.slice(warned).some(({ code }) => LYING_LENGTH.has(code));
}

function* lengthsAround(stated: number, most: number): Generator<number> {
  for (let shift = 1; shift <= MAX_SHORT_LENGTH; shift++) {
    for (const length of [stated - shift, stated + shift]) {
      if (length > 0 && length <= Math.min(MAX_SHORT_LENGTH, most)) yield length;
    }
  }
}

const needsContent = (fields: PduFields): boolean =>
  fields.mandatory.some(({ code }) => code === CONTENT_TYPE_FIELD);

function readAlone(octets: Uint8Array, { codec, rule }: PduField): unknown {
  const reader = new ByteReader(octets);
  const value = reader.attempt<unknown>(codec);
  const isGood = !isMmsError(value) && reader.left === 0 && reader.warnings.length === 0;
  return isGood && rule?.isAllowed(value) !== false ? value : undefined;
}

/** Behind the first 00 from here on. */
function endOfText(bytes: Uint8Array, from: number): number {
  const terminator = bytes.subarray(from).indexOf(0);
  return terminator < 0 ? bytes.length : from + terminator + 1;
}

/** Which fields count when it is asked whether octets are fields. */
type Allowed = (fields: PduFields, code: number) => boolean;

/** Those that some PDU has. */
const assigned: Allowed = ({ byCode, foreignByCode }, code) =>
  byCode[code] !== undefined || foreignByCode[code] !== undefined;

/** Those of this PDU, and the extensions of relays, whose numbers are above the assigned ones. */
const own: Allowed = ({ byCode }, code) => byCode[code] !== undefined || code >= FIRST_EXTENSION;

/** Any, but content where this PDU has none. */
const any: Allowed = ({ byCode }, code) => code !== CONTENT_TYPE_FIELD || byCode[code] !== undefined;

/** True where the octets from here on are such fields without a fault, up to the content or the end. */
function areFields(outer: ByteReader, fields: PduFields, offset: number, allowed: Allowed): boolean {
  const reader = new ByteReader(outer.bytes, { limits: outer.limits });
  reader.offset = offset;
  try {
    for (let count = 0; reader.left > 0 && count < reader.limits.maxHeaders; count++) {
      const first = reader.peek();
      if (first < 0x20) return false;
      if (first < 0x80) readApplicationHeader(reader);
      else if (!allowed(fields, first & 0x7f)) return false;
      else if (readField(reader, fields) === CONTENT_TYPE_FIELD) return true;
    }
  } catch (error) {
    if (isMmsError(error)) return false;
    throw error;
  }
  return reader.left === 0;
}

function readApplicationHeader(reader: ByteReader): void {
  const warned = reader.warnings.length;
  tokenText.decode(reader);
  if (reader.warnings.length > warned) throw reader.error('wsp/token', 'no name of a header');
  textString.decode(reader);
}

function readField(reader: ByteReader, { byCode, foreignByCode }: PduFields): number {
  const code = reader.octet() & 0x7f;
  const field = byCode[code] ?? foreignByCode[code];
  if (field === undefined) readUnknownValue(reader);
  else field.codec.decode(reader);
  return code;
}
