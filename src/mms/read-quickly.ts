import { depart, isDeparture, type ReaderOptions } from '../bytes/index.ts';
import {
  contentTypeValue,
  dateValue,
  encodedStringValue,
  isWspMultipart,
  longInteger,
  QuickReader,
  quickDecoder,
  readMultipartQuickly,
  textString,
  valuesByOctet,
} from '../wsp/index.ts';
import { addressValue, fromValue } from './addresses.ts';
import { type MessageType, messageTypeOf } from './message-types.ts';
import { isOdd, type Oddity, oddityOf } from './oddity.ts';
import { CONTENT_TYPE_FIELD, MESSAGE_TYPE_OCTET, type PduField, pduFieldsByType } from './pdu-fields.ts';
import type { DecodedRecord } from './pdu-types.ts';
import { setField } from './set-field.ts';
import { timeValue } from './values.ts';

const HIGH_BIT = 0x80;

/** What reading a field takes, made of its row. */
interface QuickField extends Oddity {
  readonly code: number;
  readonly key: string;
  /** The values of one octet, by that octet. */
  readonly byOctet: readonly unknown[];
  readonly decode: (reader: QuickReader) => unknown;
  /** Its place among the fields of the PDU, of which none has more than 31. */
  readonly bit: number;
  readonly isRepeatable: boolean;
}

interface QuickFields {
  readonly messageType: MessageType;
  /** By assigned number. */
  readonly byCode: readonly (QuickField | undefined)[];
  readonly mandatory: number;
}

/** Those that were asked for, by the octet of their message type. */
const QUICK_FIELDS: (QuickFields | undefined)[] = new Array(256).fill(undefined);

function quickFields(octet: number): QuickFields | undefined {
  const messageType = messageTypeOf(octet);
  if (messageType === undefined) return undefined;
  const fields = pduFieldsByType(messageType);
  const made = {
    messageType,
    byCode: fields.byCode.map(field => field && quickField(field)),
    mandatory: fields.mandatory.reduce((bits, { position }) => bits | (1 << position), 0),
  };
  QUICK_FIELDS[octet] = made;
  return made;
}

function quickField(field: PduField): QuickField {
  const { code, key, codec, position, isRepeatable } = field;
  return {
    code,
    key,
    byOctet: valuesByOctet(codec),
    decode: quickDecoder(codec),
    bit: 1 << position,
    isRepeatable,
    ...oddityOf(field),
  };
}

/**
 * Reads a PDU of which nothing has to be told; `undefined` for any other, and where somebody watches. Keeps no path and
 * looks at each octet as seldom as can be.
 */
export function readQuickly(bytes: Uint8Array, options: ReaderOptions): DecodedRecord | undefined {
  if (options.trace !== undefined) return undefined;
  const reader = new QuickReader(bytes, options);
  try {
    return readPdu(reader);
  } catch (error) {
    if (isDeparture(error)) return undefined;
    throw error;
  }
}

function readPdu(reader: QuickReader): DecodedRecord | undefined {
  const type = reader.bytes[1] ?? 0;
  const fields =
    reader.bytes[0] === MESSAGE_TYPE_OCTET ? (QUICK_FIELDS[type] ?? quickFields(type)) : undefined;
  if (fields === undefined) return undefined;
  reader.offset = 2;
  const { messageType } = fields;
  const decoded: DecodedRecord = { messageType, unknown: [], applicationHeaders: [], warnings: [] };
  return readFields(reader, fields, decoded) ? decoded : undefined;
}

/** False where something has to be told. */
function readFields(
  reader: QuickReader,
  { byCode, mandatory }: QuickFields,
  decoded: DecodedRecord,
): boolean {
  const { bytes, end, limits } = reader;
  let read = 0;
  for (let count = 0; reader.offset < end; count++) {
    const start = reader.offset++;
    const octet = bytes[start] ?? 0;
    const field = byCode[octet - HIGH_BIT];
    if (field === undefined || count >= limits.maxHeaders) return false;
    const isRepeated = (read & field.bit) !== 0;
    read |= field.bit;
    if (field.code === CONTENT_TYPE_FIELD) {
      readContent(reader, decoded);
      break;
    }
    const value = readValue(reader, field);
    if (reader.offset - start > limits.maxHeaderValueBytes || isOdd(field, value)) return false;
    if (!isRepeated) setField(decoded, field.code, field.key, field.isRepeatable ? [value] : value);
    else if (!keepAnother(decoded, field, value)) return false;
  }
  return (read & mandatory) === mandatory;
}

function readValue(reader: QuickReader, { byOctet, decode }: QuickField): unknown {
  const word = byOctet[reader.bytes[reader.offset] ?? 0];
  if (word === undefined) return decodeValue(reader, decode);
  reader.offset++;
  return word;
}

const readText = quickDecoder(textString);
const readFreeText = quickDecoder(encodedStringValue);
const readAddress = quickDecoder(addressValue);
const readFrom = quickDecoder(fromValue);
const readLongInteger = quickDecoder(longInteger);
const readTime = quickDecoder(timeValue);
const readDate = quickDecoder(dateValue);
const readContentType = quickDecoder(contentTypeValue);

/** Calls the most usual ones by their names, so that the engine puts them in place of the call. */
function decodeValue(reader: QuickReader, decode: QuickField['decode']): unknown {
  if (decode === readText) return readText(reader);
  if (decode === readAddress) return readAddress(reader);
  if (decode === readFreeText) return readFreeText(reader);
  if (decode === readFrom) return readFrom(reader);
  if (decode === readLongInteger) return readLongInteger(reader);
  if (decode === readTime) return readTime(reader);
  if (decode === readDate) return readDate(reader);
  return decode(reader);
}

/** False for a value that has no place. */
function keepAnother(decoded: DecodedRecord, { key, isRepeatable }: QuickField, value: unknown): boolean {
  const values = decoded[key];
  if (!isRepeatable || !Array.isArray(values)) return false;
  values.push(value);
  return true;
}

function readContent(reader: QuickReader, decoded: DecodedRecord): void {
  const start = reader.offset;
  const contentType = readContentType(reader);
  if (reader.offset - start >= reader.limits.maxHeaderValueBytes) depart();
  decoded['contentType'] = contentType;
  if (isWspMultipart(contentType.type)) decoded['parts'] = readMultipartQuickly(reader, 1);
  else decoded['body'] = reader.bytes.subarray(reader.offset);
}
