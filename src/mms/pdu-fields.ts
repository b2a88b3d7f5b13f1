import { type FieldLabel, requireText } from '../bytes/index.ts';
import type { Codec } from '../wsp/index.ts';
import { HEADER_FIELDS, type HeaderField, type Presence, type Since } from './header-fields.ts';
import { MESSAGE_TYPES, type MessageType } from './message-types.ts';
import { type ValueRule, valueRuleFor } from './value-rules.ts';

/** A field as one PDU has it. */
export interface PduField {
  /** Place in the order of writing among the fields that the PDU has. */
  readonly position: number;
  /** True for a field that the PDU does not have by the specification. */
  readonly isForeign: boolean;
  readonly code: number;
  readonly name: string;
  readonly clause: string;
  readonly head: string;
  readonly key: string;
  readonly codec: Codec<unknown, unknown>;
  readonly since: Since;
  readonly isMandatory: boolean;
  readonly isRepeatable: boolean;
  /** What the field may not be in this PDU although its form could. */
  readonly rule: ValueRule | undefined;
}

/** The fields of one PDU, ready for use. */
export interface PduFields {
  readonly messageType: MessageType;
  readonly code: number;
  readonly since: Since;
  /** In the order of writing; X-Mms-Message-Type is not among them. */
  readonly inOrder: readonly PduField[];
  /** By assigned number. */
  readonly byCode: readonly (PduField | undefined)[];
  readonly byKey: ReadonlyMap<string, PduField>;
  readonly mandatory: readonly PduField[];
  /** The fields that other PDUs have, by assigned number and by key: real relays write them all the same. */
  readonly foreignByCode: readonly (PduField | undefined)[];
  readonly foreignByKey: ReadonlyMap<string, PduField>;
  /** Own and foreign fields in the order of writing. */
  readonly withForeign: readonly PduField[];
}

/**
 * Order of writing (that of AOSP and Symbian, which every decoder met): these first, then the others by number,
 * Content-Type last (MMS_ENC 7: Message-Type, Transaction-ID, MMS-Version first).
 */
const ORDER = [
  0x18, 0x0d, 0x12, 0x13, 0x0b, 0x05, 0x09, 0x17, 0x02, 0x01, 0x16, 0x0a, 0x0e, 0x08, 0x07, 0x0f, 0x14, 0x06,
  0x10, 0x03,
] as const;

/** PDUs whose order in use differs. */
const ORDER_BY_PDU: Partial<Record<MessageType, readonly number[]>> = {
  'm-notifyresp-ind': [0x18, 0x0d, 0x15, 0x11],
  'm-delivery-ind': [0x0d, 0x0b, 0x17, 0x05, 0x15],
  'm-read-rec-ind': [0x0d, 0x0b, 0x17, 0x09, 0x05, 0x1b],
  'm-read-orig-ind': [0x0d, 0x0b, 0x17, 0x09, 0x05, 0x1b],
};

/** What all header fields have in common. */
const HEADER_FIELD = { head: 'Field-name', clause: 'MMS_ENC 7.3' } as const;

export const MESSAGE_TYPE_FIELD = 0x0c;
/** The octet that a PDU begins with. */
export const MESSAGE_TYPE_OCTET = 0x80 | MESSAGE_TYPE_FIELD;
const TRANSACTION_ID_FIELD = 0x18;
export const CONTENT_TYPE_FIELD = 0x04;

function rank(code: number, order: readonly number[]): number {
  if (code === TRANSACTION_ID_FIELD) return -1;
  if (code === CONTENT_TYPE_FIELD) return Number.POSITIVE_INFINITY;
  const index = order.indexOf(code);
  return index >= 0 ? index : order.length + code;
}

function presenceIn(
  presences: Partial<Record<MessageType, Presence>>,
  type: MessageType,
): Presence | undefined {
  return presences[type];
}

function fieldsOf({ name: messageType, code, since }: (typeof MESSAGE_TYPES)[number]): PduFields {
  const order = ORDER_BY_PDU[messageType] ?? ORDER;
  const byRank = (a: PduField, b: PduField): number => rank(a.code, order) - rank(b.code, order);
  const inOrder = HEADER_FIELDS.flatMap(row => {
    const presence = presenceIn(row.in, messageType);
    if (presence === undefined || row.code === MESSAGE_TYPE_FIELD) return [];
    return [pduField(row, messageType, presence)];
  })
    .sort(byRank)
    .map((field, position) => ({ ...field, position }));
  const byCode = indexByCode(inOrder);
  const foreign = foreignFields(messageType, byCode);
  return {
    messageType,
    code,
    since,
    inOrder,
    byCode,
    byKey: new Map(inOrder.map(field => [field.key, field])),
    mandatory: inOrder.filter(field => field.isMandatory),
    foreignByCode: indexByCode(foreign),
    foreignByKey: new Map(foreign.map(field => [field.key, field])),
    withForeign: [...inOrder, ...foreign].sort(byRank),
  };
}

/** Its place among the others is not known here. */
function pduField(row: HeaderField, messageType: MessageType, presence: Presence): PduField {
  return {
    ...row,
    ...HEADER_FIELD,
    position: 0,
    isForeign: false,
    // The encoder checks what it writes: each codec refuses a value that is not its input.
    codec: row.codec as Codec<unknown, unknown>,
    isMandatory: presence.startsWith('M'),
    isRepeatable: presence.endsWith('*'),
    rule: valueRuleFor(messageType, row.key),
  };
}

/** A field that a PDU does not have has the form of its first row, and repeats where no PDU has it but once. */
function foreignFields(messageType: MessageType, own: readonly (PduField | undefined)[]): PduField[] {
  const foreign = new Map<number, PduField>();
  for (const row of HEADER_FIELDS) {
    const presences: Presence[] = Object.values(row.in);
    const isNone = presences.length === 0 || row.code === MESSAGE_TYPE_FIELD;
    if (isNone || own[row.code] !== undefined || foreign.has(row.code)) continue;
    const repeats = presences.every(presence => presence.endsWith('*'));
    foreign.set(row.code, { ...pduField(row, messageType, repeats ? 'O*' : 'O'), isForeign: true });
  }
  return [...foreign.values()];
}

function indexByCode(fields: readonly PduField[]): (PduField | undefined)[] {
  const byCode: (PduField | undefined)[] = new Array(128).fill(undefined);
  for (const field of fields) byCode[field.code] = field;
  return byCode;
}

/** Those that were asked for: most programs meet few message types. */
const PDU_FIELDS = new Map<string, PduFields>();

/** The fields of a message type by its name. */
export function pduFieldsByType(messageType: MessageType): PduFields;
export function pduFieldsByType(messageType: string): PduFields | undefined;
export function pduFieldsByType(messageType: string): PduFields | undefined {
  return PDU_FIELDS.get(messageType) ?? made(messageType);
}

function made(messageType: string): PduFields | undefined {
  requireText(messageType, 'a message type', 'messageType');
  const row = MESSAGE_TYPES.find(({ name }) => name === messageType);
  if (row === undefined) return undefined;
  const fields = fieldsOf(row);
  PDU_FIELDS.set(fields.messageType, fields);
  return fields;
}

interface NamedField extends FieldLabel {
  readonly key: string;
}

const BY_CODE: ReadonlyMap<number, NamedField> = new Map(
  HEADER_FIELDS.map(({ code, name, key }) => [code, { name, key, ...HEADER_FIELD }]),
);

/** The name in the specification and the key of a field number. */
export function headerField(code: number): NamedField | undefined {
  return BY_CODE.get(code);
}

/** True for the key of any field of any PDU. */
export function isFieldKey(key: string): boolean {
  requireText(key, 'a text', 'key');
  return HEADER_FIELDS.some(row => row.key === key);
}
