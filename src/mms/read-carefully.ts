import {
  ByteReader,
  ByteWriter,
  Carried,
  type FieldLabel,
  type ReaderOptions,
  toHex,
} from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Issue, IssueCode } from '../issues/index.ts';
import {
  type ContentType,
  fieldName,
  isWspMultipart,
  readMultipart,
  readUnknownValue,
  textString,
  tokenText,
} from '../wsp/index.ts';
import type { MendedLength } from './fitting-length.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { messageTypeValue } from './message-types.ts';
import {
  CONTENT_TYPE_FIELD,
  headerField,
  MESSAGE_TYPE_FIELD,
  MESSAGE_TYPE_OCTET,
  type PduField,
  type PduFields,
  pduFieldsByType,
} from './pdu-fields.ts';
import type { DecodedRecord } from './pdu-types.ts';
import { LYING_LENGTH, nextFieldAfter } from './resume.ts';

/** Pieces of a PDU that have no row in the table of fields. */
const APPLICATION_HEADER: FieldLabel = { name: 'Application-header', clause: 'MMS_ENC 7.2' };
const MESSAGE_TYPE: FieldLabel = { name: messageTypeValue.name, clause: 'MMS_ENC 7.3' };
const UNKNOWN_FIELD: FieldLabel = { name: 'Unknown field', head: 'Field-name', clause: 'MMS_ENC 7.3' };
const BODY: FieldLabel = { name: 'Message-Body', clause: 'MMS_ENC 7.1' };

/** What was read, and how well. */
export interface CarefulReading {
  readonly decoded: DecodedRecord;
  /** True where octets that are no field stand before others that are, or end the headers. */
  readonly isTorn: boolean;
}

/** What shows that a field did not begin where it was read. */
const MISPLACED: ReadonlySet<IssueCode> = new Set(['mms/value-kept-raw', 'mms/repeated-field', 'wsp/token']);

/**
 * Reads any PDU, and tells what is odd about it.
 * @param mended - the one length to read other than it stands in `bytes`
 */
export function readCarefully(
  bytes: Uint8Array,
  options: ReaderOptions,
  mended?: MendedLength,
): CarefulReading {
  const reader = new ByteReader(bytes, options, ISSUE_ROWS);
  const fields = readMessageType(reader);
  const { messageType } = fields;
  const { warnings } = reader;
  const decoded: DecodedRecord = { messageType, unknown: [], applicationHeaders: [], warnings };
  if (mended !== undefined) mend(reader, mended);
  const isTorn = readHeaders(reader, fields, decoded);
  if (fields.byCode[CONTENT_TYPE_FIELD] !== undefined && decoded['contentType'] !== undefined) {
    readContent(reader, decoded);
  }
  reportMissing(reader, fields, decoded);
  return { decoded, isTorn };
}

function mend(reader: ByteReader, { key, offset, stated, fitting }: MendedLength): void {
  reader.mend(offset, [fitting]);
  const message = `with a length of ${stated} the fields behind it cannot be read: taken as ${fitting}`;
  reader.warn('mms/wrong-length', message, offset, key);
}

/** Reads the headers up to the content or the end, and tells whether they are torn. */
function readHeaders(reader: ByteReader, fields: PduFields, decoded: DecodedRecord): boolean {
  let lastWhole = 0;
  let inHeaders = true;
  for (let count = 1; inHeaders && reader.left > 0; count++) {
    if (count > reader.limits.maxHeaders) {
      throw reader.error('mms/too-many-headers', `more than ${reader.limits.maxHeaders} header fields`);
    }
    const start = reader.offset;
    const kept = decoded.unknown.length;
    const octet = reader.peek();
    if (octet < 0x20) {
      reader.warn('mms/trailing-octets', `${reader.left} octets after the last field`);
      return true;
    }
    inHeaders = readHeader(reader, fields, decoded, octet);
    const isWhole = octet >= 0x80 && fields.byCode[octet & 0x7f] !== undefined;
    if (inHeaders && isWhole && decoded.unknown.length === kept) lastWhole = start;
  }
  return reader.warnings.some(warning => isTear(warning, lastWhole));
}

/**
 * True for what shows that a length lies. Written again, such a PDU has its unreadable values behind all others: it must
 * then be read as before, so they are none.
 */
function isTear({ code, offset = 0, path }: Issue, lastWhole: number): boolean {
  if (LYING_LENGTH.has(code)) return code === 'wsp/missing-terminator' || path === 'contentType';
  return MISPLACED.has(code) && (offset < lastWhole || path === 'contentType');
}

function readMessageType(reader: ByteReader): PduFields {
  reader.enter('messageType', headerField(MESSAGE_TYPE_FIELD));
  if (reader.peek() !== MESSAGE_TYPE_OCTET) {
    const found = toHex(reader.bytes.subarray(0, 4));
    throw reader.error('mms/not-a-pdu', `expected the octet 8c at the start, found ${found || 'nothing'}`);
  }
  reader.skip(1);
  if (reader.isTraced) reader.piece(fieldName, 0, 'X-Mms-Message-Type');
  const messageType = messageTypeValue.decode(reader);
  if (reader.isTraced) reader.piece(MESSAGE_TYPE, 1, messageType);
  reader.leave(messageType);
  return pduFieldsByType(messageType);
}

/** Reads one header; false where the content begins behind it. */
function readHeader(reader: ByteReader, fields: PduFields, decoded: DecodedRecord, octet: number): boolean {
  if (octet < 0x80) {
    readApplicationHeader(reader, decoded);
    return true;
  }
  const code = octet & 0x7f;
  const field = fields.byCode[code];
  if (field === undefined) {
    readForeign(reader, fields, decoded, code);
    return true;
  }
  readField(reader, fields, field, decoded);
  return code !== CONTENT_TYPE_FIELD || decoded['contentType'] === undefined;
}

function readApplicationHeader(reader: ByteReader, decoded: DecodedRecord): void {
  reader.enter('applicationHeaders', APPLICATION_HEADER);
  const header = {
    name: reader.read('Token-text', tokenText),
    value: reader.read('Text-string', textString),
  };
  reader.leave(header);
  decoded.applicationHeaders.push(header);
}

/** A field that this PDU does not have: its value under its key where some PDU has it, else its octets. */
function readForeign(reader: ByteReader, fields: PduFields, decoded: DecodedRecord, code: number): void {
  const start = reader.offset;
  const named = headerField(code);
  const field = fields.foreignByCode[code];
  if (field === undefined) keepUnknown(reader, decoded, code);
  else readField(reader, fields, field, decoded);
  if (named === undefined) return;
  reader.warn('mms/foreign-field-read', `${fields.messageType} has no field ${named.name}`, start, named.key);
}

function keepUnknown(reader: ByteReader, decoded: DecodedRecord, code: number): void {
  const start = reader.offset;
  const field = headerField(code);
  reader.skip(1);
  reader.enter(field?.key ?? 'unknown', field ?? UNKNOWN_FIELD, start);
  const raw = readUnknownValue(reader);
  decoded.unknown.push({ code, raw });
  reader.leave(raw);
}

function readField(reader: ByteReader, fields: PduFields, field: PduField, decoded: DecodedRecord): void {
  const start = reader.offset;
  reader.skip(1);
  reader.enter(field.key, field, start);
  const warned = reader.warnings.length;
  const value = reader.attempt(field.codec);
  if (value instanceof MmsError) {
    keepRaw(reader, field, decoded, value, start);
    return;
  }
  checkLength(reader, field, start);
  const isOdd = reader.warnings.length > warned;
  if (isOdd && field.code !== CONTENT_TYPE_FIELD) {
    reader.offset = nextFieldAfter(reader, fields, start, warned);
  }
  reader.leave(value);
  keep(reader, field, decoded, value, start, isOdd);
}

function checkLength(reader: ByteReader, field: PduField, start: number): void {
  const { maxHeaderValueBytes } = reader.limits;
  if (reader.offset - start <= maxHeaderValueBytes) return;
  throw reader.error('mms/too-large', `${field.name} is longer than ${maxHeaderValueBytes} octets`, start);
}

function keep(
  reader: ByteReader,
  field: PduField,
  decoded: DecodedRecord,
  value: unknown,
  start: number,
  isOdd: boolean,
): void {
  if (field.rule?.isAllowed(value) === false) {
    reader.warn('mms/field-value-read', `expected ${field.rule.expected}`, start + 1, field.key);
  }
  if (field.codec.isAbsent?.(value) === true) {
    reader.warn('mms/empty-text', `${field.name} has no characters`, start + 1, field.key);
    return;
  }
  const present = decoded[field.key];
  if (field.isRepeatable) {
    if (Array.isArray(present)) present.push(value);
    else decoded[field.key] = [value];
  } else if (present === undefined) {
    decoded[field.key] = value;
  } else {
    const raw = reader.bytes.subarray(start + 1, reader.offset);
    reader.warn('mms/repeated-field', `${field.name} is repeated; the first counts`, start, field.key);
    decoded.unknown.push({ code: field.code, raw: isOdd ? writtenAnew(reader, field, value) : raw });
  }
}

/** The octets of a value whose own were odd: they might not end where it does. */
function writtenAnew(reader: ByteReader, field: PduField, value: unknown): Uint8Array {
  const writer = new ByteWriter(undefined, new Carried(reader.warnings));
  writer.enter(field.key);
  field.codec.encode(writer, value);
  return writer.toBytes();
}

/** Takes a value that its codec refused by the rule for unknown ones, and leaves the field. */
function keepRaw(
  reader: ByteReader,
  field: PduField,
  decoded: DecodedRecord,
  error: MmsError,
  start: number,
): void {
  const raw = readUnknownValue(reader);
  reader.leave(raw);
  decoded.unknown.push({ code: field.code, raw });
  reader.warn('mms/value-kept-raw', `${field.name}: ${error.message}`, start, field.key);
}

function readContent(reader: ByteReader, decoded: DecodedRecord): void {
  const { type } = decoded['contentType'] as ContentType;
  const start = reader.offset;
  if (!isWspMultipart(type)) {
    decoded['body'] = reader.view(reader.left);
    if (reader.isTraced) reader.piece(BODY, start, decoded['body']);
  } else if (reader.left === 0) {
    reader.warn('wsp/empty-multipart', 'a multipart without a body is read as one without parts');
    decoded['parts'] = [];
  } else {
    decoded['parts'] = readMultipart(reader, 1);
  }
}

function reportMissing(reader: ByteReader, fields: PduFields, decoded: DecodedRecord): void {
  for (const field of fields.mandatory) {
    if (decoded[field.key] === undefined) {
      reader.warn(
        'mms/missing-field-read',
        `${fields.messageType} lacks ${field.name}`,
        undefined,
        field.key,
      );
    }
  }
}
