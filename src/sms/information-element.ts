import { requireObject, requireText, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import {
  type ElementField,
  type InformationElementKey,
  type InformationElementRow,
  informationElementRow,
} from './tables/information-elements.ts';

/** One element of a user data header: its identifier 0-255 and the octets after its length. */
export interface InformationElement {
  readonly id: number;
  readonly data: Uint8Array;
}

/** The fields of an information element by name, as its row lists them. */
export type ElementValue = Readonly<Record<string, number | Uint8Array>>;

/** An element as decoded: with its name and, where the table knows the form, its fields. */
export interface DecodedInformationElement extends InformationElement {
  readonly name: string;
  readonly value?: ElementValue;
}

function isNumber(field: ElementField): boolean {
  return field.octets === 1 || field.octets === 2;
}

/** What is wrong with `length` octets of data for this element, `undefined` when nothing is known to be. */
export function elementLengthFault(id: number, length: number): string | undefined {
  const row: InformationElementRow | undefined = informationElementRow(id);
  if (row?.fields === undefined) return undefined;
  let least = 0;
  let most = 0;
  for (const { octets, optional } of row.fields) {
    if (octets === 'rest') most = Number.POSITIVE_INFINITY;
    else {
      most += octets;
      if (optional !== true) least += octets;
    }
  }
  if (length >= least && length <= most) return undefined;
  const expected = most === least ? `${least}` : `at least ${least}`;
  return `${row.name}: expected ${expected} octets, found ${length}`;
}

/** The fields of data whose length fits, `undefined` for an element without a known form. */
export function decodeElementValue(id: number, data: Uint8Array): ElementValue | undefined {
  const row: InformationElementRow | undefined = informationElementRow(id);
  if (row?.fields === undefined) return undefined;
  const value: Record<string, number | Uint8Array> = Object.create(null);
  let offset = 0;
  for (const field of row.fields) {
    const end = field.octets === 'rest' ? data.length : offset + field.octets;
    if (end > data.length) break;
    const octets = data.subarray(offset, end);
    value[field.name] = isNumber(field) ? octets.reduce((sum, octet) => sum * 256 + octet, 0) : octets;
    offset = end;
  }
  return value;
}

function encodeField(row: InformationElementRow, field: ElementField, value: number | Uint8Array): number[] {
  if (!isNumber(field)) {
    if (!(value instanceof Uint8Array))
      throw wrongType('octets (Uint8Array)', value, `${row.key}.${field.name}`);
    return [...value];
  }
  if (typeof value !== 'number') throw wrongType('a number', value, `${row.key}.${field.name}`);
  const most = field.octets === 2 ? 0xffff : 0xff;
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new MmsError(
      'sms/field-value',
      `${row.key}.${field.name}: expected an integer 0-${most}, found ${value}`,
    );
  }
  return field.octets === 2 ? [value >> 8, value & 0xff] : [value];
}

/**
 * An information element from the fields that its row in `INFORMATION_ELEMENTS` lists.
 * @throws MmsError `sms/field-value`, `sms/element-length`; `bytes/value-type` for a missing field
 * @example informationElement('textFormatting', { start: 0, length: 5, mode: 0x10 })
 */
export function informationElement(key: InformationElementKey, value: ElementValue): InformationElement {
  const row: InformationElementRow | undefined = informationElementRow(
    requireText(key, 'the key of an element', 'key'),
  );
  if (row?.fields === undefined) {
    throw wrongType('the key of an element with fields; others have an id and data', key, 'key');
  }
  const data: number[] = [];
  requireObject(value, 'an object of the fields', 'value');
  for (const field of row.fields) {
    const part = value[field.name];
    if (part !== undefined) data.push(...encodeField(row, field, part));
    else if (field.optional !== true) throw wrongType('a value', part, `${key}.${field.name}`);
  }
  const fault = elementLengthFault(row.id, data.length);
  if (fault !== undefined) throw new MmsError('sms/element-length', fault);
  return { id: row.id, data: new Uint8Array(data) };
}
