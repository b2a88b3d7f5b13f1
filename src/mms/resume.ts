import { ByteReader, depart, isDeparture } from '../bytes/index.ts';
import type { IssueCode } from '../issues/index.ts';
import { textString, tokenText } from '../wsp/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { CONTENT_TYPE_FIELD, type PduFields } from './pdu-fields.ts';

/** What shows that a length of the value just read was wrong. */
export const LYING_LENGTH: ReadonlySet<IssueCode> = new Set([
  'wsp/section-rest',
  'wsp/length-overrun',
  'wsp/missing-terminator',
]);

/** Warnings after which nobody looks any more: each look reads to the end of the fields. */
const MAX_LOOKS = 16;

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
  const fits = (end: number): boolean => end > start + 1 && areFields(reader, fields, end);
  const rest = found.find(({ code, offset = stated }) => code === 'wsp/section-rest' && fits(offset));
  if (rest?.offset !== undefined) return rest.offset;
  if (fits(stated)) return stated;
  const end = endOfText(reader.bytes, stated);
  return fits(end) ? end : stated;
}

/** Behind the first 00 from here on. */
function endOfText(bytes: Uint8Array, from: number): number {
  const terminator = bytes.subarray(from).indexOf(0);
  return terminator < 0 ? bytes.length : from + terminator + 1;
}

/** True where the octets from here on are fields without a fault, up to the content or the end. */
function areFields(outer: ByteReader, fields: PduFields, offset: number): boolean {
  const reader = new ByteReader(outer.bytes, { limits: outer.limits }, ISSUE_ROWS);
  reader.offset = offset;
  try {
    for (let count = 0; reader.left > 0 && count < reader.limits.maxHeaders; count++) {
      const first = reader.peek();
      if (first < 0x80) readApplicationHeader(reader);
      else if (readField(reader, fields) === CONTENT_TYPE_FIELD) return true;
    }
  } catch (error) {
    if (isDeparture(error)) return false;
    throw error;
  }
  return reader.left === 0;
}

function readApplicationHeader(reader: ByteReader): void {
  const warned = reader.warnings.length;
  tokenText.decode(reader);
  if (reader.warnings.length > warned) depart();
  textString.decode(reader);
}

function readField(reader: ByteReader, { byCode, foreignByCode }: PduFields): number {
  const code = reader.octet() & 0x7f;
  const field = byCode[code] ?? foreignByCode[code];
  if (field === undefined) depart();
  field.codec.decode(reader);
  return code;
}
