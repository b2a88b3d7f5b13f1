import { type ByteWriter, isDeparture, quickWriter } from '../bytes/index.ts';
import { type Codec, isWspMultipart, textString, writeMultipart } from '../wsp/index.ts';
import { type Content, FIRST_VERSION, hasAny, needsRecipient, usualValue } from './encode-rules.ts';
import { isOdd, type Oddity, oddityOf } from './oddity.ts';
import {
  CONTENT_TYPE_FIELD,
  MESSAGE_TYPE_OCTET,
  type PduField,
  type PduFields,
  pduFieldsByType,
} from './pdu-fields.ts';
import type { PduInput } from './pdu-types.ts';

const HIGH_BIT = 0x80;

/** What writing a field takes, made of its row. */
interface QuickField extends Oddity {
  readonly octet: number;
  readonly position: number;
  /** The octets of the values that are one octet. */
  readonly octetOf: ReadonlyMap<unknown, number> | undefined;
  /** The one of them that was written last: the next is mostly the same. */
  readonly lastWord: { value: unknown; octet: number };
  readonly encode: Codec<unknown>['encode'];
  readonly isRepeatable: boolean;
  readonly isMandatory: boolean;
  /** The value that stands for an absent one. */
  readonly usual: unknown;
}

/** The keys of the PDU written last, and where their values go: those of the next are mostly the same. */
interface LastKeys {
  readonly keys: string[];
  readonly places: number[];
}

interface QuickFields {
  readonly messageType: string;
  readonly code: number;
  /** Where the value of a key goes. */
  readonly places: ReadonlyMap<string, number>;
  readonly last: LastKeys;
  /** In the order of writing, without Content-Type. */
  readonly inOrder: readonly QuickField[];
  readonly contentType: QuickField | undefined;
  readonly count: number;
  /** Room for the values of one PDU, while none is being written. */
  idle: unknown[] | undefined;
  /** Places of To, Cc and Bcc where one of them has to be there. */
  readonly recipients: readonly number[];
}

/** Places of keys that have none. */
const LEFT_OUT = -1;
/** Of keys that may not be there. */
const REFUSED = -2;
const MAX_LAST_KEYS = 32;
/** Equal to no value that anybody gives. */
const NOTHING_YET: unknown = {};

let last: QuickFields | undefined;
/** `null` for a message type that MMS 1.0 did not have: the careful pass compares its version. */
const QUICK_FIELDS = new Map<string, QuickFields | null>();

function knownFields(messageType: string): QuickFields | null {
  const known = QUICK_FIELDS.get(messageType);
  return known === undefined ? quickFields(messageType) : known;
}

function quickFields(messageType: string): QuickFields | null {
  const fields = pduFieldsByType(messageType);
  if (fields === undefined) return null;
  const made = fields.since === FIRST_VERSION ? quickFieldsOf(fields) : null;
  QUICK_FIELDS.set(messageType, made);
  return made;
}

function quickFieldsOf(fields: PduFields): QuickFields {
  const { code, inOrder, byKey, messageType } = fields;
  const quick = inOrder
    .filter(({ since }) => since === FIRST_VERSION)
    .map(field => quickField(field, fields));
  const contentType = quick.find(({ octet }) => octet === (CONTENT_TYPE_FIELD | HIGH_BIT));
  const leftOut =
    contentType === undefined ? ['messageType'] : ['messageType', 'contentType', 'parts', 'body'];
  const recipients = needsRecipient(messageType) ? ['to', 'cc', 'bcc'] : [];
  return {
    messageType,
    code,
    places: new Map([
      ...quick.map(({ position }) => [inOrder[position]?.key ?? '', position] as const),
      ...leftOut.map(key => [key, LEFT_OUT] as const),
    ]),
    last: {
      keys: new Array<string>(MAX_LAST_KEYS).fill(''),
      places: new Array<number>(MAX_LAST_KEYS).fill(REFUSED),
    },
    inOrder: quick.filter(field => field !== contentType),
    contentType,
    count: inOrder.length,
    idle: undefined,
    recipients: recipients.flatMap(key => byKey.get(key)?.position ?? []),
  };
}

function quickField(field: PduField, { messageType }: PduFields): QuickField {
  const { code, position, codec, isRepeatable, isMandatory } = field;
  return {
    octet: code | HIGH_BIT,
    position,
    octetOf: codec.byOctet && octetsOf(codec.byOctet),
    lastWord: { value: NOTHING_YET, octet: 0 },
    encode: codec.encode,
    isRepeatable,
    isMandatory,
    usual: isMandatory ? usualValue(field, messageType) : undefined,
    ...oddityOf(field),
  };
}

function octetsOf(values: readonly unknown[]): Map<unknown, number> {
  const octets = new Map<unknown, number>();
  for (const [octet, value] of values.entries()) if (value !== undefined) octets.set(value, octet);
  return octets;
}

/**
 * A writer with a PDU of which nothing has to be told; `undefined` for any other, and for a decoded one. Keeps no path
 * and asks of each value only what its octets need.
 */
export function writeQuickly(pdu: PduInput, requiresRecipient: boolean): ByteWriter | undefined {
  const { messageType } = pdu;
  const fields = messageType === last?.messageType ? last : knownFields(messageType);
  if (fields === null) return undefined;
  last = fields;
  const writer = quickWriter();
  try {
    if (writePdu(writer, fields, pdu, requiresRecipient)) return writer;
  } catch (error) {
    if (!isDeparture(error)) throw error;
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
  const values = fields.idle ?? new Array<unknown>(fields.count).fill(undefined);
  fields.idle = undefined;
  if (!placeValues(fields, pdu, values)) return false;
  if (requiresRecipient && !hasRecipient(fields, values)) return false;
  writer.octet(MESSAGE_TYPE_OCTET);
  writer.octet(fields.code);
  for (const field of fields.inOrder) {
    const value = values[field.position];
    if (value !== undefined) {
      values[field.position] = undefined;
      if (!writeField(writer, field, value)) return false;
    } else if (field.usual !== undefined) {
      writeOne(writer, field, field.usual);
    } else if (field.isMandatory) return false;
  }
  fields.idle = values;
  return writeContent(writer, fields, pdu);
}

/** False where there is a key that this PDU may not have, or that is not written quickly. */
function placeValues(fields: QuickFields, given: Values, values: unknown[]): boolean {
  const { keys, places } = fields.last;
  let index = 0;
  for (const key in given) {
    const place = keys[index] === key ? (places[index] ?? REFUSED) : placeOf(fields, key, index);
    index++;
    if (place >= 0) values[place] = given[key];
    else if (place === REFUSED && given[key] !== undefined) return false;
  }
  return true;
}

function placeOf({ places, last }: QuickFields, key: string, index: number): number {
  const place = places.get(key) ?? REFUSED;
  if (index < MAX_LAST_KEYS) {
    last.keys[index] = key;
    last.places[index] = place;
  }
  return place;
}

function hasRecipient({ recipients }: QuickFields, values: readonly unknown[]): boolean {
  return recipients.length === 0 || recipients.some(place => hasAny(values[place]));
}

function writeField(writer: ByteWriter, field: QuickField, value: unknown): boolean {
  if (!field.isRepeatable) return writeOne(writer, field, value);
  if (!Array.isArray(value) || (field.isMandatory && value.length === 0)) return false;
  for (let i = 0; i < value.length; i++) if (!writeOne(writer, field, value[i])) return false;
  return true;
}

const writeText: Codec<unknown>['encode'] = textString.encode;

function writeOne(writer: ByteWriter, field: QuickField, value: unknown): boolean {
  if (isOdd(field, value)) return false;
  const { encode, octetOf } = field;
  writer.octet(field.octet);
  if (octetOf !== undefined) writeWord(writer, field, value);
  else if (encode === writeText) writeText(writer, value);
  else encode(writer, value);
  return true;
}

function writeWord(writer: ByteWriter, { lastWord, octetOf, encode }: QuickField, value: unknown): void {
  if (value !== lastWord.value) {
    const octet = octetOf?.get(value);
    if (octet === undefined) {
      encode(writer, value);
      return;
    }
    lastWord.value = value;
    lastWord.octet = octet;
  }
  writer.octet(lastWord.octet);
}

/** Parts belong to a multipart, a body to any other type, and neither stands without a Content-Type. */
function writeContent(writer: ByteWriter, { contentType: field }: QuickFields, pdu: PduInput): boolean {
  if (field === undefined) return true;
  const { contentType, parts, body }: Content = pdu;
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
