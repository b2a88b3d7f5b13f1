import { isDeparture, SilentReader } from '../bytes/index.ts';
import type { IssueCode } from '../issues/index.ts';
import type { Limits } from '../limits.ts';
import { contentTypeValue, isWspMultipart, MAX_SHORT_LENGTH, readMultipart } from '../wsp/index.ts';
import { messageTypeOf } from './message-types.ts';
import {
  CONTENT_TYPE_FIELD,
  MESSAGE_TYPE_OCTET,
  type PduField,
  type PduFields,
  pduFieldsByType,
} from './pdu-fields.ts';

const FIRST_FIELD = 2;

/** How many fields before the first that cannot be read may be the one whose length is wrong. */
const FIELDS_BACK = 3;

/** How many octets behind its number the lengths of a field stand, the nested ones too. */
const LENGTHS_WITHIN = 5;

/** What all readings may read together: one that begins anew for each length must not cost as their product. */
const MAX_OCTETS = 1 << 20;

/** Readings to the end of the headers whose content is looked at. */
const MAX_CONTENTS = 8;

/** Departures of values that are whole all the same. */
const HARMLESS: ReadonlySet<IssueCode> = new Set([
  'mms/unknown-value',
  'mms/address-form',
  'wsp/non-ascii-text',
]);

/** A length that lies, and the one that fits. */
export interface MendedLength {
  /** The field that it stands in. */
  readonly key: string;
  readonly offset: number;
  readonly stated: number;
  readonly fitting: number;
}

/** Where a field begins. */
interface FieldStart {
  readonly key: string;
  readonly offset: number;
  /** The fields before it, a bit each by their position. */
  readonly before: number;
  /** How many they are. */
  readonly fields: number;
  /** How many of them have a harmless departure. */
  readonly odd: number;
}

/** What follows the headers. */
interface Content {
  readonly offset: number;
  readonly isMultipart: boolean;
}

/** Headers read to their end. */
interface Headers {
  readonly fields: number;
  /** Values with a harmless departure. */
  readonly odd: number;
  readonly content: Content | undefined;
}

/** A length that might be another, and the headers then. */
interface Candidate extends MendedLength, Headers {}

type OwnLimits = Partial<Limits> | undefined;

/**
 * The one length of a header field that makes a PDU whole: with it all fields behind are those of the PDU, none is
 * missing and the content can be read. Of several, that with the fewest odd values, the most fields, the earliest.
 */
export function fittingLength(bytes: Uint8Array, limits: OwnLimits): MendedLength | undefined {
  const messageType = bytes[0] === MESSAGE_TYPE_OCTET ? messageTypeOf(bytes[1]) : undefined;
  if (messageType === undefined) return undefined;
  const copy = bytes.slice();
  const found = candidates(copy, pduFieldsByType(messageType), limits).sort(byLikelihood);
  return found.slice(0, MAX_CONTENTS).find(({ content }) => isReadable(bytes, content, limits));
}

function byLikelihood(a: Candidate, b: Candidate): number {
  return a.odd - b.odd || b.fields - a.fields;
}

/** Tries every length of the fields that may have the wrong one; `copy` is left as it was. */
function candidates(copy: Uint8Array, fields: PduFields, limits: OwnLimits): Candidate[] {
  const found: Candidate[] = [];
  let octets = 0;
  const starts = fieldStarts(new SilentReader(copy, { limits }, HARMLESS), fields).slice(-1 - FIELDS_BACK);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1]?.offset ?? copy.length;
    for (const { offset, stated, fitting } of otherLengths(copy, start.offset, end)) {
      const reader = new SilentReader(copy, { limits }, HARMLESS);
      copy[offset] = fitting;
      const headers = readHeaders(reader, fields, start);
      copy[offset] = stated;
      if (headers !== undefined) found.push({ key: start.key, offset, stated, fitting, ...headers });
      octets += reader.offset - start.offset;
      if (octets > MAX_OCTETS) return found;
    }
  }
  return found;
}

interface OtherLength {
  readonly offset: number;
  readonly stated: number;
  readonly fitting: number;
}

/** What may be a length of the field from `start` to `end`, each with all that it could say instead. */
function* otherLengths(bytes: Uint8Array, start: number, end: number): Generator<OtherLength> {
  const last = Math.min(end - 1, start + LENGTHS_WITHIN);
  for (let offset = start + 1; offset <= last; offset++) {
    const stated = bytes[offset] ?? 0;
    for (let fitting = 0; stated <= MAX_SHORT_LENGTH && fitting <= MAX_SHORT_LENGTH; fitting++) {
      if (fitting !== stated) yield { offset, stated, fitting };
    }
  }
}

/** The fields up to the first that cannot be read, that one too. */
function fieldStarts(reader: SilentReader, fields: PduFields): FieldStart[] {
  const starts: FieldStart[] = [];
  let before = 0;
  reader.offset = FIRST_FIELD;
  for (let field = ownField(reader, fields); field !== undefined; field = ownField(reader, fields)) {
    const { offset, departures: odd } = reader;
    starts.push({ key: field.key, offset, before, fields: starts.length, odd });
    if (!isReadWhole(reader, field, before)) break;
    before |= 1 << field.position;
    if (field.code === CONTENT_TYPE_FIELD) break;
  }
  return starts;
}

/** Reads the fields from one on to their end; `undefined` where that fails. */
function readHeaders(reader: SilentReader, fields: PduFields, start: FieldStart): Headers | undefined {
  let { before, fields: count } = start;
  let content: Content | undefined;
  reader.offset = start.offset;
  while (reader.left > 0 && content === undefined) {
    const field = ownField(reader, fields);
    if (field === undefined) return undefined;
    const { offset } = reader;
    if (!isReadWhole(reader, field, before)) return undefined;
    before |= 1 << field.position;
    count++;
    if (field.code === CONTENT_TYPE_FIELD) content = contentFrom(reader, offset);
  }
  const isComplete = fields.mandatory.every(({ position }) => (before & (1 << position)) !== 0);
  return isComplete ? { fields: count, odd: start.odd + reader.departures, content } : undefined;
}

/** The field of the PDU whose number is next. */
function ownField(reader: SilentReader, { byCode }: PduFields): PduField | undefined {
  const octet = reader.peek();
  return octet < 0x80 ? undefined : byCode[octet & 0x7f];
}

/** Reads a field, and tells whether it is one that may stand here and has all of its value. */
function isReadWhole(reader: SilentReader, field: PduField, before: number): boolean {
  const { codec, rule } = field;
  if (!field.isRepeatable && (before & (1 << field.position)) !== 0) return false;
  try {
    reader.skip(1);
    const value = codec.decode(reader);
    return codec.isAbsent?.(value) !== true && rule?.isAllowed(value) !== false;
  } catch (error) {
    if (isDeparture(error)) return false;
    throw error;
  }
}

/** The content behind a Content-Type that begins at `start`. */
function contentFrom(reader: SilentReader, start: number): Content {
  reader.offset = start + 1;
  const { type } = contentTypeValue.decode(reader);
  return { offset: reader.offset, isMultipart: isWspMultipart(type) };
}

/** True for a content without a fault, and for none. */
function isReadable(bytes: Uint8Array, content: Content | undefined, limits: OwnLimits): boolean {
  if (content === undefined || !content.isMultipart) return true;
  const reader = new SilentReader(bytes, { limits }, HARMLESS);
  reader.offset = content.offset;
  try {
    readMultipart(reader, 1);
    return true;
  } catch (error) {
    if (isDeparture(error)) return false;
    throw error;
  }
}
