import {
  ByteWriter,
  Carried,
  requireArray,
  requireObject,
  requireOctets,
  wrongType,
} from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import {
  isWspMultipart,
  type RawValue,
  shortInteger,
  textString,
  tokenText,
  versionCode,
  writeMultipart,
  writeRawValue,
} from '../wsp/index.ts';
import {
  type Content,
  DEFAULT_MMS_VERSION,
  hasAny,
  isAbsent,
  NOT_FIELDS,
  needsRecipient,
  usualValue,
} from './encode-rules.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { messageTypeValue } from './message-types.ts';
import {
  CONTENT_TYPE_FIELD,
  isFieldKey,
  MESSAGE_TYPE_OCTET,
  type PduField,
  type PduFields,
  pduFieldsByType,
} from './pdu-fields.ts';
import type { ApplicationHeader, PduInput } from './pdu-types.ts';
import { writeQuickly } from './write-quickly.ts';

/** Options of {@link encodePdu}. */
export interface EncodeOptions {
  /** Told what the specification allows but some receivers may not take. */
  readonly onWarning?: (warning: Issue) => void;
  /** False: a submission may lack To, Cc and Bcc, because a gateway will add them. */
  readonly requireRecipient?: boolean;
  /**
   * Refuse also what the specification does not allow and a decoded PDU carries: its `warnings` name it, and by default
   * it is written as it was read, with a warning. Refuses unassigned octets of enumerations too.
   */
  readonly strict?: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Encodes any PDU of MMS_ENC 1.3, fields in the order that every decoder met. A missing `from` of a submission becomes
 * `insert-address`, a missing `mmsVersion` 1.2. Phone numbers get `/TYPE=PLMN`, empty free texts are left out.
 *
 * A decoded PDU, known by its `warnings`, is written as it was read: addresses and media types as they stand, and what
 * the specification does not allow where the warnings name it.
 * @throws MmsError with the path of the field: `mms/missing-field`, `mms/foreign-field`, `mms/unknown-field`,
 * `mms/field-value`, `mms/bad-address`, `mms/no-recipient`, `mms/version-too-low`, `bytes/value-type`,
 * `wsp/text-control` and others
 * @example
 * encodePdu({
 *   messageType: 'm-send-req', transactionId: 'T1', to: ['+447700900123'],
 *   contentType: { type: 'application/vnd.wap.multipart.mixed' },
 *   parts: [{ contentType: 'text/plain', parameters: { charset: 'utf-8' }, data: new TextEncoder().encode('Hi') }],
 * })
 */
export function encodePdu(pdu: PduInput, options: EncodeOptions = {}): Uint8Array {
  return written(pdu, options).toBytes();
}

/**
 * As {@link encodePdu}, but writes the octets at the start of `target` and returns how many they are.
 * @throws MmsError as `encodePdu`, and `bytes/no-room` with nothing written
 * @example
 * const length = encodePduInto(buffer, pdu);
 * socket.write(buffer.subarray(0, length));
 */
export function encodePduInto(target: Uint8Array, pdu: PduInput, options: EncodeOptions = {}): number {
  requireOctets(target, 'target');
  return written(pdu, options).toTarget(target);
}

/**
 * As {@link encodePdu}, but gives the octets in pieces, for `writev`, a stream or the body of a request: media from
 * 2 kB on are not copied, so do not change them before the pieces are written.
 * @throws MmsError as `encodePdu`
 * @example
 * for (const chunk of encodePduChunks(pdu)) stream.write(chunk);
 */
export function encodePduChunks(pdu: PduInput, options: EncodeOptions = {}): Uint8Array[] {
  return written(pdu, options).toChunks();
}

/** A writer that has written the PDU; warnings have been told. */
function written(pdu: PduInput, options: EncodeOptions): ByteWriter {
  requireObject(options, 'options such as { strict }', 'options');
  requireObject(pdu, 'a PDU such as { messageType: "m-send-req" }', 'pdu');
  const isNamed = typeof pdu.messageType === 'string';
  const quick = isNamed ? writeQuickly(pdu, options.requireRecipient ?? true) : undefined;
  return quick ?? writeCarefully(pdu, options);
}

/** Writes any PDU, and tells what is odd about it. */
function writeCarefully(pdu: PduInput, options: EncodeOptions): ByteWriter {
  const { messageType } = pdu;
  const fields = typeof messageType === 'string' ? pduFieldsByType(messageType) : undefined;
  if (fields === undefined) {
    throw new MmsError('mms/unknown-message-type', `no message type is called ${String(pdu.messageType)}`, {
      path: 'messageType',
    });
  }
  const writer = new ByteWriter(undefined, carriedBy(pdu, options), options.strict, false, ISSUE_ROWS);
  try {
    if (options.requireRecipient ?? true) checkRecipients(writer, fields, pdu);
    writePdu(writer, fields, pdu);
  } catch (error) {
    throw isMmsError(error) ? writer.located(error) : error;
  }
  for (const warning of writer.warnings) options.onWarning?.(warning);
  return writer;
}

/** A decoded PDU is known by its warnings. */
function carriedBy(pdu: PduInput, { strict = false }: EncodeOptions): Carried | undefined {
  return !('warnings' in pdu) || pdu.warnings === undefined || strict ? undefined : new Carried(pdu.warnings);
}

function writePdu(writer: ByteWriter, fields: PduFields, pdu: PduInput): void {
  const values = placeValues(writer, fields, pdu);
  writer.octet(MESSAGE_TYPE_OCTET);
  messageTypeValue.encode(writer, fields.messageType);
  const version = pdu.mmsVersion ?? DEFAULT_MMS_VERSION;
  checkVersion(writer, 'messageType', fields.messageType, fields.since, version);
  const order = writer.carried === undefined ? fields.inOrder : fields.withForeign;
  for (const field of order) {
    const value = field.isForeign ? foreignValue(pdu, field) : values[field.position];
    if (value === undefined) continue;
    if (field.code === CONTENT_TYPE_FIELD && !field.isForeign) continue;
    checkVersion(writer, field.key, field.name, field.since, version);
    writeField(writer, field, value);
  }
  writeExtras(writer, pdu);
  writeContent(writer, fields, pdu);
}

/** The values by the place of their field in the order of writing, defaults filled in. */
function placeValues(writer: ByteWriter, fields: PduFields, pdu: Values): unknown[] {
  const values: unknown[] = [];
  for (const key in pdu) {
    const value = pdu[key];
    const field = fields.byKey.get(key);
    if (field !== undefined) values[field.position] = value;
    else if (value !== undefined && !NOT_FIELDS.has(key)) refuseKey(writer, fields, key);
  }
  for (const field of fields.mandatory) {
    if (isAbsent(values[field.position])) fillIn(writer, fields, field, values);
  }
  return values;
}

/** What a decoded PDU lacks it still lacks; else some fields have a default. */
function fillIn(writer: ByteWriter, fields: PduFields, field: PduField, values: unknown[]): void {
  const { messageType } = fields;
  const { key, name } = field;
  const error = new MmsError('mms/missing-field', `${messageType} needs ${name}`, { path: key });
  const isCarried = writer.carried?.lifts(error.code, key) !== undefined;
  values[field.position] = isCarried ? undefined : usualValue(field, messageType);
  if (values[field.position] === undefined) writer.refuse(error);
}

function refuseKey(writer: ByteWriter, { messageType, foreignByKey }: PduFields, key: string): void {
  if (!isFieldKey(key)) throw unknownKey(key);
  const error = new MmsError('mms/foreign-field', `${messageType} has no field ${key}`, { path: key });
  if (!foreignByKey.has(key)) throw error;
  writer.refuse(error);
}

/** What a decoded PDU has against the specification. */
function foreignValue(pdu: Values, { key }: PduField): unknown {
  return pdu[key];
}

function unknownKey(key: string): MmsError {
  return new MmsError('mms/unknown-field', `there is no header field ${key}`, {
    path: key,
    hint: 'keys are the names of the specification in camelCase without X-Mms-',
  });
}

function checkRecipients(writer: ByteWriter, { messageType }: PduFields, values: Values): void {
  if (!needsRecipient(messageType)) return;
  if (hasAny(values['to']) || hasAny(values['cc']) || hasAny(values['bcc'])) return;
  writer.refuse(
    new MmsError('mms/no-recipient', `${messageType} needs an address in to, cc or bcc`, { path: 'to' }),
  );
}

function checkVersion(writer: ByteWriter, path: string, name: string, since: string, version: unknown): void {
  if (isAtLeast(version, since)) return;
  const message = `${name} needs MMS version ${since}, found ${version}`;
  const hint = `set mmsVersion to ${since}`;
  writer.refuse(new MmsError('mms/version-too-low', message, { path, hint }));
}

/** True also for what is not a version: its own codec refuses that. */
function isAtLeast(version: unknown, since: string): boolean {
  const given = typeof version === 'string' ? versionCode(version) : undefined;
  const needed = versionCode(since);
  return given === undefined || needed === undefined || given >= needed;
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
    throw wrongType('an array', value);
  }
  writer.leave();
}

function writeOne(writer: ByteWriter, field: PduField, value: unknown): void {
  const { codec, rule } = field;
  if (codec.isAbsent?.(value) === true) return;
  if (rule?.isAllowed(value) === false) {
    writer.refuse(new MmsError('mms/field-value', `expected ${rule.expected}`, { hint: rule.hint }));
  }
  shortInteger.encode(writer, field.code);
  codec.encode(writer, value);
}

function writeExtras(writer: ByteWriter, { unknown, applicationHeaders }: PduInput): void {
  if (unknown !== undefined) writeUnknown(writer, unknown);
  if (applicationHeaders !== undefined) writeApplicationHeaders(writer, applicationHeaders);
}

function writeUnknown(writer: ByteWriter, unknown: readonly RawValue[]): void {
  writer.enter('unknown');
  for (const [index, field] of requireArray(unknown).entries()) {
    writer.enter(index);
    const { code, raw } = requireObject(field, 'an object { code, raw }');
    shortInteger.encode(writer, code);
    writeRawValue(writer, raw);
    writer.leave();
  }
  writer.leave();
}

function writeApplicationHeaders(writer: ByteWriter, headers: readonly ApplicationHeader[]): void {
  for (const header of requireArray(headers, 'an array of application headers')) {
    writer.enter('applicationHeaders');
    const { name, value } = requireObject(header, 'an object { name, value }');
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
  if (body !== undefined) writeBody(writer, body);
  else if (isWspMultipart(contentType.type)) writeMultipart(writer, parts ?? []);
}

function writeBody(writer: ByteWriter, body: Uint8Array): void {
  writer.enter('body');
  writer.octets(requireOctets(body));
  writer.leave();
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
  // Its own codec refuses what is not a Content-Type.
  if (typeof contentType?.type !== 'string') return;
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
