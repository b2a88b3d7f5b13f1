import { ByteReader, type ReaderOptions, requireArray, requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Issue, SMS_ISSUES } from '../issues/index.ts';
import {
  type DecodedInformationElement,
  decodeElementValue,
  type ElementValue,
  elementLengthFault,
  type InformationElement,
} from './information-element.ts';
import {
  informationElementLabel,
  informationElementName,
  informationElementRow,
} from './tables/information-elements.ts';
import { TPDU_FIELDS } from './tables/tpdu-fields.ts';

const UDHL = { name: 'UDHL', clause: '23.040 9.2.3.24' } as const;
const IEI = { name: 'IEI', clause: '23.040 9.2.3.24' } as const;
const IEDL = { name: 'IEDL', clause: '23.040 9.2.3.24' } as const;
const IED = { name: 'IED', clause: '23.040 9.2.3.24' } as const;

/** The most octets that TP-User-Data holds, header included. */
export const MAX_USER_DATA_OCTETS = 140;

/** What {@link decodeUdh} gives. */
export interface DecodedUdh {
  readonly elements: readonly DecodedInformationElement[];
  /** Octets of the header, its length octet included. */
  readonly length: number;
  readonly warnings: readonly Issue[];
}

function checkElement(element: InformationElement): void {
  const { id, data } = requireObject(element, 'an information element', 'informationElements');
  if (!(data instanceof Uint8Array)) throw wrongType('octets (Uint8Array)', data, 'informationElements');
  if (!Number.isInteger(id) || id < 0 || id > 0xff || id === 0x03) {
    throw new MmsError('sms/field-value', `expected an element identifier 0-255 other than 3, found ${id}`);
  }
  const fault = elementLengthFault(id, data.length);
  if (fault !== undefined) throw new MmsError('sms/element-length', fault);
}

function checkTogether(elements: readonly InformationElement[]): void {
  for (const [index, { id }] of elements.entries()) {
    const row = informationElementRow(id);
    const rival = elements.find(
      (other, at) => at < index && ((row?.once === true && other.id === id) || other.id === row?.excludes),
    );
    if (rival === undefined) continue;
    throw new MmsError(
      'sms/element-conflict',
      `${informationElementName(id)} must not appear with ${informationElementName(rival.id)} in one header`,
    );
  }
}

/** Octets of a header with these elements, its length octet included; 0 without elements. */
export function udhLength(elements: readonly InformationElement[]): number {
  return elements.reduce((length, { data }) => length + 2 + data.length, elements.length === 0 ? 0 : 1);
}

/** What {@link encodeUdh} writes, as numbers. */
export function udhOctets(elements: readonly InformationElement[]): number[] {
  if (requireArray(elements, 'an array of information elements', 'informationElements').length === 0)
    return [];
  for (const element of elements) checkElement(element);
  if (elements.length > 1) checkTogether(elements);
  const length = udhLength(elements);
  if (length > MAX_USER_DATA_OCTETS) {
    throw new MmsError(
      'sms/udh-too-long',
      `expected a header of at most ${MAX_USER_DATA_OCTETS} octets, found ${length}`,
    );
  }
  const octets = [length - 1];
  for (const { id, data } of elements) {
    octets.push(id, data.length);
    for (let i = 0; i < data.length; i++) octets.push(data[i] ?? 0);
  }
  return octets;
}

/**
 * A whole user data header, its length octet first, elements in the given order; no octets for no elements.
 * @throws MmsError `sms/element-length`, `sms/element-conflict` for elements that exclude each other or appear twice,
 *   `sms/udh-too-long` above 140 octets (3GPP TS 23.040 9.2.3.24)
 * @example encodeUdh([{ id: 0x05, data: fromHex('23f40000') }]) // 06 05 04 23f4 0000
 */
export function encodeUdh(elements: readonly InformationElement[]): Uint8Array {
  return new Uint8Array(udhOctets(elements));
}

/**
 * The elements of a user data header that starts with its length octet. Elements whose lengths do not fill the header
 * are all ignored with a warning, as the specification wants; an unknown element is kept.
 * @throws MmsError `bytes/truncated` when the header is longer than the input
 */
export function decodeUdh(bytes: Uint8Array, options: ReaderOptions = {}): DecodedUdh {
  const reader = new ByteReader(bytes, options, SMS_ISSUES);
  const elements = readUdh(reader);
  const length = reader.offset;
  if (reader.left > 0) reader.warn('sms/trailing-octets', `${reader.left} octets after the header`);
  return { elements, length, warnings: reader.warnings };
}

/** Reads a header at the reader's place, see {@link decodeUdh}. */
export function readUdh(reader: ByteReader): DecodedInformationElement[] {
  const length = reader.octet();
  reader.piece(UDHL, reader.offset - 1, length);
  if (length > reader.left) throw reader.truncated(length);
  const outerEnd = reader.narrow(length);
  const elements: DecodedInformationElement[] = [];
  reader.enter('informationElements', TPDU_FIELDS.informationElements);
  while (reader.left > 0) {
    reader.enter(elements.length, reader.isTraced ? informationElementLabel(reader.peek()) : undefined);
    const element = readElement(reader);
    reader.leave(element?.value);
    if (element === undefined) {
      elements.length = 0;
      break;
    }
    elements.push(element);
  }
  warnOfRepeats(reader, elements);
  reader.leave();
  reader.widen(outerEnd);
  return elements;
}

function readElement(reader: ByteReader): DecodedInformationElement | undefined {
  const start = reader.offset;
  const id = reader.octet();
  const length = reader.left > 0 ? reader.octet() : undefined;
  if (length === undefined || length > reader.left) {
    const found = length === undefined ? 'no length' : `${length} octets where ${reader.left} are left`;
    reader.warn('sms/element-overrun', `${informationElementName(id)} has ${found}`, start);
    return undefined;
  }
  const data = reader.view(length);
  const fault = elementLengthFault(id, length);
  if (fault !== undefined) reader.warn('sms/element-ignored', fault, start);
  const value = fault === undefined ? decodeElementValue(id, data) : undefined;
  if (reader.isTraced) tellFields(reader, start, id, data, value);
  return { id, name: informationElementName(id), data, ...(value === undefined ? {} : { value }) };
}

/** The pieces of an element for the trace. */
function tellFields(
  reader: ByteReader,
  start: number,
  id: number,
  data: Uint8Array,
  value: ElementValue | undefined,
): void {
  reader.piece(IEI, start, id, start + 1);
  reader.piece(IEDL, start + 1, data.length, start + 2);
  let at = start + 2;
  for (const { name, octets } of informationElementRow(id)?.fields ?? []) {
    const field = value?.[name];
    if (field === undefined) break;
    const end = octets === 'rest' ? reader.offset : at + octets;
    reader.piece({ name }, at, field, end);
    at = end;
  }
  if (at < reader.offset) reader.piece(IED, at, data.subarray(at - start - 2));
}

function warnOfRepeats(reader: ByteReader, elements: readonly InformationElement[]): void {
  const seen = new Set<number>();
  for (const { id } of elements) {
    const row = informationElementRow(id);
    if ((row?.once === true && seen.has(id)) || (row?.excludes !== undefined && seen.has(row.excludes))) {
      reader.warn('sms/element-repeated', `${informationElementName(id)} overrides an element before it`);
    }
    seen.add(id);
  }
}
