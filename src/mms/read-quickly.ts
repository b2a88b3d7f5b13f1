import { ByteReader, DEPARTURE, type ReaderOptions } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import { type Codec, type ContentType, isWspMultipart, readMultipart } from '../wsp/index.ts';
import { messageTypeOf } from './message-types.ts';
import { type PduField, type PduFields, pduFieldsByType } from './pdu-fields.ts';
import type { DecodedRecord } from './pdu-types.ts';

const MESSAGE_TYPE_OCTET = 0x8c;
const CONTENT_TYPE_FIELD = 0x04;

/** What reading a field takes, made of its row. */
interface QuickField {
  readonly key: string;
  readonly decode: Codec<unknown>['decode'];
  /** Its place among the fields of the PDU, of which none has more than 31. */
  readonly bit: number;
  readonly isRepeatable: boolean;
  /** True for a value that is to be told of. */
  readonly isOdd: ((value: unknown) => boolean) | undefined;
}

interface QuickFields {
  /** By assigned number. */
  readonly byCode: readonly (QuickField | undefined)[];
  readonly mandatory: number;
}

const QUICK_FIELDS = new Map<PduFields, QuickFields>();

function quickFields(fields: PduFields): QuickFields {
  const known = QUICK_FIELDS.get(fields);
  if (known !== undefined) return known;
  const made = {
    byCode: fields.byCode.map(field => field && quickField(field)),
    mandatory: fields.mandatory.reduce((bits, { position }) => bits | (1 << position), 0),
  };
  QUICK_FIELDS.set(fields, made);
  return made;
}

function quickField({ key, codec, position, isRepeatable, rule }: PduField): QuickField {
  const isOdd =
    codec.isAbsent === undefined && rule === undefined
      ? undefined
      : (value: unknown) => codec.isAbsent?.(value) === true || rule?.isAllowed(value) === false;
  return { key, decode: codec.decode, bit: 1 << position, isRepeatable, isOdd };
}

/**
 * Reads a PDU of which nothing has to be told; `undefined` for any other, and where somebody watches. Keeps no path and
 * looks at each octet as seldom as can be.
 */
export function readQuickly(bytes: Uint8Array, options: ReaderOptions): DecodedRecord | undefined {
  if (options.trace !== undefined) return undefined;
  const reader = new ByteReader(bytes, options, true);
  try {
    return readPdu(reader);
  } catch (error) {
    if (error === DEPARTURE || isMmsError(error)) return undefined;
    throw error;
  }
}

function readPdu(reader: ByteReader): DecodedRecord | undefined {
  const messageType = reader.bytes[0] === MESSAGE_TYPE_OCTET ? messageTypeOf(reader.bytes[1]) : undefined;
  if (messageType === undefined) return undefined;
  reader.offset = 2;
  const { byCode, mandatory } = quickFields(pduFieldsByType(messageType));
  const decoded: DecodedRecord = {
    messageType,
    unknown: [],
    applicationHeaders: [],
    warnings: reader.warnings,
  };
  const { bytes, end } = reader;
  const { maxHeaders, maxHeaderValueBytes } = reader.limits;
  let read = 0;
  for (let count = 0; reader.offset < end; count++) {
    const start = reader.offset;
    const octet = bytes[start] ?? 0;
    const field = octet < 0x80 ? undefined : byCode[octet & 0x7f];
    if (field === undefined || count >= maxHeaders) return undefined;
    reader.offset = start + 1;
    const value = field.decode(reader);
    if (reader.offset - start > maxHeaderValueBytes || field.isOdd?.(value) === true) return undefined;
    if (!keep(decoded, field, value, (read & field.bit) !== 0)) return undefined;
    read |= field.bit;
    if ((octet & 0x7f) === CONTENT_TYPE_FIELD) {
      readContent(reader, decoded);
      break;
    }
  }
  return (read & mandatory) === mandatory ? decoded : undefined;
}

/** False for a value that has no place. */
function keep(decoded: DecodedRecord, field: QuickField, value: unknown, isRepeated: boolean): boolean {
  if (!isRepeated) decoded[field.key] = field.isRepeatable ? [value] : value;
  else {
    const values = decoded[field.key];
    if (!field.isRepeatable || !Array.isArray(values)) return false;
    values.push(value);
  }
  return true;
}

function readContent(reader: ByteReader, decoded: DecodedRecord): void {
  const { type } = decoded['contentType'] as ContentType;
  if (isWspMultipart(type)) decoded['parts'] = readMultipart(reader, 1);
  else decoded['body'] = reader.view(reader.left);
}
