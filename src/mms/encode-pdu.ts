import { ByteWriter } from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import {
  type ContentTypeInput,
  isWspMultipart,
  type PartInput,
  type RawValue,
  shortInteger,
  textString,
  tokenText,
  versionCode,
  writeMultipart,
} from '../wsp/index.ts';
import { INSERT_ADDRESS_WORD } from './addresses.ts';
import type { Since } from './header-fields.ts';
import { isFieldKey, type PduField, type PduFields, pduFieldsByType } from './pdu-fields.ts';
import type { ApplicationHeader, PduInput } from './pdu-types.ts';

/** Options of {@link encodePdu}. */
export interface EncodeOptions {
  /** Told what the specification allows but some receivers may not take. */
  readonly onWarning?: (warning: Issue) => void;
  /** False: a submission may lack To, Cc and Bcc, because a gateway will add them. */
  readonly requireRecipient?: boolean;
}

/** The version written when none is given: the one that relays and phones commonly speak. */
export const DEFAULT_MMS_VERSION = '1.2';

/** No version is older. */
const FIRST_VERSION: Since = '1.0';

const MESSAGE_TYPE_OCTET = 0x8c;
const CONTENT_TYPE_FIELD = 0x04;
const NOT_FIELDS: ReadonlySet<string> = new Set([
  'messageType',
  'parts',
  'body',
  'unknown',
  'applicationHeaders',
  'warnings',
]);

/** Client submissions let the relay insert the sender; PDUs from the relay may not (MMS_ENC 7.3, From). */
const INSERTS_ADDRESS: ReadonlySet<string> = new Set(['m-send-req', 'm-forward-req', 'm-read-rec-ind']);
const NEEDS_RECIPIENT: ReadonlySet<string> = new Set(['m-send-req', 'm-forward-req']);

type Values = Readonly<Record<string, unknown>>;

/**
 * Encodes any PDU of MMS_ENC 1.3, fields in the order that every decoder met. A missing `from` of a submission becomes
 * `insert-address`, a missing `mmsVersion` 1.2. Phone numbers get `/TYPE=PLMN`.
 * @throws MmsError with the path of the field: `mms/missing-field`, `mms/foreign-field`, `mms/unknown-field`,
 * `mms/field-value`, `mms/bad-address`, `mms/no-recipient`, `mms/version-too-low`, `wsp/text-control` and others
 * @example
 * encodePdu({
 *   messageType: 'm-send-req', transactionId: 'T1', to: ['+447700900123'],
 *   contentType: { type: 'application/vnd.wap.multipart.mixed' },
 *   parts: [{ contentType: 'text/plain', parameters: { charset: 'utf-8' }, data: new TextEncoder().encode('Hi') }],
 * })
 */
export function encodePdu(pdu: PduInput, options: EncodeOptions = {}): Uint8Array {
  const fields = pduFieldsByType(pdu.messageType);
  if (fields === undefined) {
    throw new MmsError('mms/unknown-message-type', `no message type is called ${String(pdu.messageType)}`);
  }
  const writer = new ByteWriter();
  try {
    if (options.requireRecipient ?? true) checkRecipients(fields, pdu);
    writePdu(writer, fields, pdu);
  } catch (error) {
    throw isMmsError(error) ? writer.located(error) : error;
  }
  for (const warning of writer.warnings) options.onWarning?.(warning);
  return writer.toBytes();
}

function writePdu(writer: ByteWriter, fields: PduFields, pdu: PduInput): void {
  const values = placeValues(fields, pdu);
  writer.octet(MESSAGE_TYPE_OCTET);
  writer.octet(fields.code);
  const version = pdu.mmsVersion ?? DEFAULT_MMS_VERSION;
  checkVersion('messageType', fields.messageType, fields.since, version);
  for (let position = 0; position < values.length; position++) {
    const value = values[position];
    if (value === undefined) continue;
    const field = fields.inOrder[position];
    if (field === undefined || field.code === CONTENT_TYPE_FIELD) continue;
    checkVersion(field.key, field.name, field.since, version);
    checkValue(field, fields, value);
    writeField(writer, field, value);
  }
  writeExtras(writer, pdu);
  writeContent(writer, fields, pdu);
}

/** The values by the place of their field in the order of writing, defaults filled in. */
function placeValues(fields: PduFields, pdu: Values): unknown[] {
  const values: unknown[] = new Array(fields.inOrder.length);
  for (const key in pdu) {
    const value = pdu[key];
    const field = fields.byKey.get(key);
    if (field !== undefined) values[field.position] = value;
    else if (value !== undefined && !NOT_FIELDS.has(key)) throw unknownKey(fields, key);
  }
  for (const field of fields.mandatory) {
    values[field.position] ??= defaultOf(field, fields);
    if (isAbsent(values[field.position])) throw missing(field, fields);
  }
  return values;
}

/** No values of a repeatable field are no field. */
function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function unknownKey({ messageType }: PduFields, key: string): MmsError {
  if (isFieldKey(key))
    return new MmsError('mms/foreign-field', `${messageType} has no field ${key}`, { path: key });
  return new MmsError('mms/unknown-field', `there is no header field ${key}`, {
    path: key,
    hint: 'keys are the names of the specification in camelCase without X-Mms-',
  });
}

function missing({ name, key }: PduField, { messageType }: PduFields): MmsError {
  return new MmsError('mms/missing-field', `${messageType} needs ${name}`, { path: key });
}

function checkRecipients({ messageType }: PduFields, values: Values): void {
  if (!NEEDS_RECIPIENT.has(messageType)) return;
  if (hasAny(values['to']) || hasAny(values['cc']) || hasAny(values['bcc'])) return;
  throw new MmsError('mms/no-recipient', `${messageType} needs an address in to, cc or bcc`, { path: 'to' });
}

function checkVersion(path: string, name: string, since: string, version: unknown): void {
  if (since === FIRST_VERSION || isAtLeast(version, since)) return;
  throw new MmsError('mms/version-too-low', `${name} needs MMS version ${since}, found ${version}`, {
    path,
    hint: `set mmsVersion to ${since}`,
  });
}

function hasAny(addresses: unknown): boolean {
  return Array.isArray(addresses) && addresses.length > 0;
}

/** True also for what is no version: its own codec refuses that. */
function isAtLeast(version: unknown, since: string): boolean {
  const given = typeof version === 'string' ? versionCode(version) : undefined;
  const needed = versionCode(since);
  return given === undefined || needed === undefined || given >= needed;
}

function defaultOf(field: PduField, { messageType }: PduFields): unknown {
  if (field.key === 'mmsVersion') return DEFAULT_MMS_VERSION;
  return field.key === 'from' && INSERTS_ADDRESS.has(messageType) ? INSERT_ADDRESS_WORD : undefined;
}

function checkValue(field: PduField, { messageType }: PduFields, value: unknown): void {
  const path = field.key;
  if (path === 'from' && value === INSERT_ADDRESS_WORD && !INSERTS_ADDRESS.has(messageType)) {
    throw new MmsError('mms/field-value', `${messageType} comes from the relay, which knows the sender`, {
      path,
      hint: 'give the address, or leave from out to hide it',
    });
  }
  if (path === 'transactionId' && value === '') {
    throw new MmsError('mms/field-value', 'expected 1 to 40 token characters, found the empty text', {
      path,
    });
  }
  if (path === 'expiry' && messageType === 'm-notification-ind' && !isRelative(value)) {
    throw new MmsError('mms/field-value', 'the expiry of a notification is relative', {
      path,
      hint: 'write { relative: seconds }',
    });
  }
}

function isRelative(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'relative' in value;
}

function writeField(writer: ByteWriter, field: PduField, value: unknown): void {
  writer.enter(field.key);
  if (!field.isRepeatable) {
    writeOne(writer, field, value);
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      writer.enter(i);
      writeOne(writer, field, value[i]);
      writer.leave();
    }
  } else {
    throw new TypeError(`${field.key} takes an array, found ${typeof value}`);
  }
  writer.leave();
}

function writeOne(writer: ByteWriter, field: PduField, value: unknown): void {
  shortInteger.encode(writer, field.code);
  field.codec.encode(writer, value);
}

function writeExtras(writer: ByteWriter, { unknown, applicationHeaders }: PduInput): void {
  if (unknown !== undefined) writeUnknown(writer, unknown);
  if (applicationHeaders !== undefined) writeApplicationHeaders(writer, applicationHeaders);
}

function writeUnknown(writer: ByteWriter, unknown: readonly RawValue[]): void {
  for (const { code, raw } of unknown) {
    shortInteger.encode(writer, code);
    writer.octets(raw);
  }
}

function writeApplicationHeaders(writer: ByteWriter, headers: readonly ApplicationHeader[]): void {
  for (const { name, value } of headers) {
    writer.enter('applicationHeaders');
    tokenText.encode(writer, name);
    textString.encode(writer, value);
    writer.leave();
  }
}

function writeContent(writer: ByteWriter, fields: PduFields, pdu: PduInput): void {
  const content: Content = pdu;
  const { contentType, parts, body } = content;
  checkContent(fields, content);
  const field = fields.byCode[CONTENT_TYPE_FIELD];
  if (field === undefined || contentType === undefined) return;
  writeField(writer, field, contentType);
  if (body !== undefined) writer.octets(body);
  else if (isWspMultipart(contentType.type)) writeMultipart(writer, parts ?? []);
}

interface Content {
  readonly messageType: string;
  readonly contentType?: ContentTypeInput | undefined;
  readonly parts?: readonly PartInput[] | undefined;
  readonly body?: Uint8Array | undefined;
}

/** Parts belong to a multipart, a body to any other type, and neither stands without a Content-Type. */
function checkContent({ byCode }: PduFields, { messageType, contentType, parts, body }: Content): void {
  if (parts === undefined && body === undefined) return;
  const path = body === undefined ? 'parts' : 'body';
  if (byCode[CONTENT_TYPE_FIELD] === undefined) {
    throw new MmsError('mms/foreign-field', `${messageType} has no content`, { path });
  }
  if (contentType === undefined) {
    throw new MmsError('mms/missing-field', `the ${path} of ${messageType} needs a Content-Type`, {
      path: 'contentType',
    });
  }
  if (isWspMultipart(contentType.type)) {
    if (body === undefined) return;
    throw new MmsError('mms/field-value', `${contentType.type} has parts, no body`, {
      path,
      hint: 'give parts; decodeMultipart makes them of octets',
    });
  }
  if (parts === undefined) return;
  throw new MmsError('mms/field-value', `${contentType.type} has no parts, only a body`, { path: 'parts' });
}
