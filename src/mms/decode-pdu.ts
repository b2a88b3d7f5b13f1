import {
  ByteReader,
  ByteWriter,
  Carried,
  type FieldLabel,
  type ReaderOptions,
  requireObject,
  toHex,
} from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import {
  type ContentType,
  fieldName,
  isWspMultipart,
  readMultipart,
  readUnknownValue,
  textString,
  tokenText,
} from '../wsp/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { messageTypeValue } from './message-types.ts';
import { headerField, type PduField, type PduFields, pduFieldsByType } from './pdu-fields.ts';
import type { DecodedPdu, DecodedRecord } from './pdu-types.ts';
import { readQuickly } from './read-quickly.ts';
import { nextFieldAfter } from './resume.ts';

/** Options of {@link decodePdu}. */
export type DecodePduOptions = ReaderOptions;

const MESSAGE_TYPE_OCTET = 0x8c;
const MESSAGE_TYPE_FIELD = MESSAGE_TYPE_OCTET & 0x7f;
const CONTENT_TYPE_FIELD = 0x04;

/** Pieces of a PDU that have no row in the table of fields. */
const APPLICATION_HEADER: FieldLabel = { name: 'Application-header', clause: 'MMS_ENC 7.2' };
const MESSAGE_TYPE: FieldLabel = { name: messageTypeValue.name, clause: 'MMS_ENC 7.3' };
const UNKNOWN_FIELD: FieldLabel = { name: 'Unknown field', head: 'Field-name', clause: 'MMS_ENC 7.3' };
const BODY: FieldLabel = { name: 'Message-Body', clause: 'MMS_ENC 7.1' };

/**
 * Decodes any PDU of MMS_ENC 1.3. The data of the parts are views of `bytes`. What real phones emit against the
 * specification is read and reported in `warnings`; unknown fields are kept in `unknown` and written back by `encodePdu`.
 * @throws MmsError with `offset` and `path`, when the octets are no PDU or end inside a value; in strict mode for any
 * departure from the specification
 * @example
 * const pdu = decodePdu(bytes);
 * if (pdu.messageType === 'm-retrieve-conf') console.log(pdu.subject, pdu.parts);
 */
export function decodePdu(bytes: Uint8Array, options: DecodePduOptions = {}): DecodedPdu {
  requireObject(options, 'options such as { strict }', 'options');
  const decoded = readQuickly(bytes, options) ?? readCarefully(bytes, options);
  // The table gives each key of this message type a value of its codec, so the record is the decoded PDU.
  return decoded as DecodedRecord & DecodedPdu;
}

/** Reads any PDU, and tells what is odd about it. */
function readCarefully(bytes: Uint8Array, options: DecodePduOptions): DecodedRecord {
  const reader = new ByteReader(bytes, options, ISSUE_ROWS);
  const fields = readMessageType(reader);
  const { messageType } = fields;
  const { warnings } = reader;
  const decoded: DecodedRecord = { messageType, unknown: [], applicationHeaders: [], warnings };
  let count = 0;
  let inHeaders = true;
  while (inHeaders && reader.left > 0) {
    if (++count > reader.limits.maxHeaders) {
      throw reader.error('mms/too-many-headers', `more than ${reader.limits.maxHeaders} header fields`);
    }
    inHeaders = readHeader(reader, fields, decoded);
  }
  reportMissing(reader, fields, decoded);
  return decoded;
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

/** Reads one header; false when the headers end here. */
function readHeader(reader: ByteReader, fields: PduFields, decoded: DecodedRecord): boolean {
  const first = reader.peek();
  if (first < 0x20) {
    reader.warn('mms/trailing-octets', `${reader.left} octets after the last field`);
    return false;
  }
  if (first < 0x80) {
    readApplicationHeader(reader, decoded);
    return true;
  }
  const code = first & 0x7f;
  const field = fields.byCode[code];
  if (field === undefined) {
    readForeign(reader, fields, decoded, code);
    return true;
  }
  readField(reader, fields, field, decoded);
  if (code !== CONTENT_TYPE_FIELD || decoded['contentType'] === undefined) return true;
  readContent(reader, decoded);
  return false;
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
