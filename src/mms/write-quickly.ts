import { ByteWriter, DEPARTURE } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import { type Codec, isWspMultipart, writeMultipart } from '../wsp/index.ts';
import {
  type Content,
  FIRST_VERSION,
  hasAny,
  isAbsent,
  NOT_FIELDS,
  needsRecipient,
  usualValue,
} from './encode-rules.ts';
import { type PduField, type PduFields, pduFieldsByType } from './pdu-fields.ts';
import type { PduInput } from './pdu-types.ts';

const MESSAGE_TYPE_OCTET = 0x8c;
const CONTENT_TYPE_FIELD = 0x04;
const HIGH_BIT = 0x80;

/** What writing a field takes, made of its row. */
interface QuickField {
  readonly octet: number;
  readonly position: number;
  readonly encode: Codec<unknown>['encode'];
  readonly isRepeatable: boolean;
  /** True for a value that is left out, or to be told of. */
  readonly isOdd: ((value: unknown) => boolean) | undefined;
}

interface QuickFields {
  readonly code: number;
  readonly count: number;
  readonly positions: ReadonlyMap<string, number>;
  /** In the order of writing, without Content-Type. */
  readonly inOrder: readonly QuickField[];
  /** Fields that must be there, with the value that stands for an absent one. */
  readonly mandatory: readonly { readonly position: number; readonly usual: unknown }[];
  readonly contentType: QuickField | undefined;
  readonly needsRecipient: boolean;
}

const QUICK_FIELDS = new Map<string, QuickFields>();

function quickFields(messageType: string): QuickFields | undefined {
  const known = QUICK_FIELDS.get(messageType);
  if (known !== undefined) return known;
  const fields = pduFieldsByType(messageType);
  // The careful pass compares the version of a message type that MMS 1.0 did not have.
  if (fields === undefined || fields.since !== FIRST_VERSION) return undefined;
  const made = quickFieldsOf(fields);
  QUICK_FIELDS.set(messageType, made);
  return made;
}

function quickFieldsOf(fields: PduFields): QuickFields {
  const contentType = fields.byCode[CONTENT_TYPE_FIELD];
  return {
    code: fields.code,
    count: fields.inOrder.length,
    positions: new Map(fields.inOrder.map(({ key, position }) => [key, position])),
    inOrder: fields.inOrder.filter(field => field !== contentType).map(quickField),
    mandatory: fields.mandatory.map(field => ({
      position: field.position,
      usual: usualValue(field, fields.messageType),
    })),
    contentType: contentType && quickField(contentType),
    needsRecipient: needsRecipient(fields.messageType),
  };
}

function quickField({ code, position, codec, isRepeatable, rule, since }: PduField): QuickField {
  const isOdd =
    codec.isAbsent === undefined && rule === undefined && since === FIRST_VERSION
      ? undefined
      : (value: unknown) =>
          since !== FIRST_VERSION || codec.isAbsent?.(value) === true || rule?.isAllowed(value) === false;
  return { octet: code | HIGH_BIT, position, encode: codec.encode, isRepeatable, isOdd };
}

/**
 * A writer with a PDU of which nothing has to be told; `undefined` for any other, and for a decoded one. Keeps no path
 * and asks of each value only what its octets need.
 */
export function writeQuickly(pdu: PduInput, requiresRecipient: boolean): ByteWriter | undefined {
  const fields = quickFields(pdu.messageType);
  if (fields === undefined) return undefined;
  const writer = new ByteWriter(undefined, undefined, false, true);
  try {
    if (writePdu(writer, fields, pdu, requiresRecipient)) return writer;
  } catch (error) {
    if (error !== DEPARTURE && !isMmsError(error)) throw error;
  }
  writer.discard();
  return undefined;
}

type Values = Readonly<Record<string, unknown>>;

/** False where something has to be told. */
function writePdu(
  writer: ByteWriter,
  fields: QuickFields,
  pdu: PduInput,
  requiresRecipient: boolean,
): boolean {
  const given: Values = pdu;
  const values: unknown[] = new Array(fields.count);
  for (const key in given) {
    const position = fields.positions.get(key);
    if (position !== undefined) values[position] = given[key];
    else if (!NOT_FIELDS.has(key) && given[key] !== undefined) return false;
  }
  for (const { position, usual } of fields.mandatory) {
    if (!isAbsent(values[position])) continue;
    if (usual === undefined) return false;
    values[position] = usual;
  }
  if (hasExtras(given) || (fields.needsRecipient && requiresRecipient && !hasRecipient(given))) return false;
  writer.octet(MESSAGE_TYPE_OCTET);
  writer.octet(fields.code);
  for (const field of fields.inOrder) {
    const value = values[field.position];
    if (value !== undefined && !writeField(writer, field, value)) return false;
  }
  return writeContent(writer, fields, pdu);
}

function hasExtras({ unknown, applicationHeaders, warnings }: Values): boolean {
  return unknown !== undefined || applicationHeaders !== undefined || warnings !== undefined;
}

function hasRecipient({ to, cc, bcc }: Values): boolean {
  return hasAny(to) || hasAny(cc) || hasAny(bcc);
}

function writeField(writer: ByteWriter, field: QuickField, value: unknown): boolean {
  const { octet, encode, isOdd } = field;
  if (!field.isRepeatable) {
    if (isOdd?.(value) === true) return false;
    writer.octet(octet);
    encode(writer, value);
    return true;
  }
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) {
    if (isOdd?.(value[i]) === true) return false;
    writer.octet(octet);
    encode(writer, value[i]);
  }
  return true;
}

/** Parts belong to a multipart, a body to any other type, and neither stands without a Content-Type. */
function writeContent(writer: ByteWriter, { contentType: field }: QuickFields, pdu: PduInput): boolean {
  const { contentType, parts, body }: Content = pdu;
  if (field === undefined || contentType === undefined) return parts === undefined && body === undefined;
  if (typeof contentType?.type !== 'string') return false;
  const isMultipart = isWspMultipart(contentType.type);
  if (isMultipart ? body !== undefined : parts !== undefined) return false;
  writer.octet(field.octet);
  field.encode(writer, contentType);
  if (isMultipart) writeMultipart(writer, parts ?? []);
  else if (body instanceof Uint8Array) writer.octets(body);
  else return body === undefined;
  return true;
}
