import {
  type ByteReader,
  type ByteWriter,
  depart,
  requireArray,
  requireObject,
  wrongType,
} from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { quickDecoder, valuesByOctet } from './codec.ts';
import { integerValue, shortInteger } from './integers.ts';
import {
  isKnownParameter,
  type ParameterRow,
  type ParameterValue,
  parameterByCode,
  writtenParameter,
} from './parameter-table.ts';
import type { QuickReader } from './quick-reader.ts';
import { isToken, parameterText, textValue, tokenText } from './texts.ts';
import {
  charsetOrText,
  dateToSeconds,
  MAX_DATE_SECONDS,
  readRawUintvar,
  readUnknownValue,
  writeRawUintvar,
  writeRawValue,
} from './values.ts';

/** Parameters in the order given; the names of table 38 are in lower case. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A value of unknown number or form: the number without its high bit, and the octets of the value. */
export interface RawValue {
  readonly code: number;
  readonly raw: Uint8Array;
}

/** Parameters as read. */
export interface DecodedParameters {
  readonly parameters: Parameters;
  /** Parameters of unknown number, or whose value did not parse; absent when there are none. */
  readonly unknownParameters?: readonly RawValue[];
}

const UNKNOWN_PARAMETER = { name: 'Unknown parameter', clause: 'WAP-230 8.4.2.4' } as const;
const PARAMETER_TOKEN = { name: 'Parameter-token', clause: 'WAP-230 8.4.2.4' } as const;
const UNTYPED_PARAMETER = { name: 'Untyped-parameter', clause: 'WAP-230 8.4.2.4' } as const;

const CANONICAL_INTEGER = /^(?:0|[1-9]\d{0,15})$/;

/** Writes typed and untyped parameters (WAP-230 8.4.2.4) in their order, those of unknown number last. */
export function encodeParameters(
  writer: ByteWriter,
  parameters: Parameters,
  unknown: readonly RawValue[] = [],
): void {
  for (const name in requireObject(parameters, 'parameters by name')) {
    const value = parameters[name];
    if (value === undefined) continue;
    writer.enter(name);
    encodeParameter(writer, name, value);
    writer.leave();
  }
  if (requireArray(unknown).length > 0) encodeUnknown(writer, unknown);
}

/** An assigned number is a Short-integer, but was read in any form. */
function encodeUnknown(writer: ByteWriter, unknown: readonly RawValue[]): void {
  writer.enter('unknownParameters');
  for (const [index, parameter] of requireArray(unknown).entries()) {
    writer.enter(index);
    const { code, raw } = requireObject(parameter);
    integerValue.encode(writer, code);
    if (parameterByCode(code)?.isUintvar === true) writeRawUintvar(writer, raw);
    else writeRawValue(writer, raw);
    writer.leave();
  }
  writer.leave();
}

function encodeParameter(writer: ByteWriter, name: string, value: ParameterValue): void {
  const row = writtenParameter(name, value);
  if (row === undefined) encodeUntyped(writer, name, value);
  else if (writer.carried === undefined) encodeTyped(writer, row, value);
  // A decoded value may come from an untyped parameter, which holds more than the typed one of its name.
  else if (!writer.attempt(() => encodeTyped(writer, row, value))) encodeUntyped(writer, name, value);
}

function encodeTyped(writer: ByteWriter, { code, codec }: ParameterRow, value: ParameterValue): void {
  shortInteger.encode(writer, code);
  codec.encode(writer, value);
}

function encodeUntyped(writer: ByteWriter, name: string, value: ParameterValue): void {
  if (!isToken(name)) {
    writer.refuse(
      new MmsError('wsp/token', `${JSON.stringify(name)} is not a parameter name`, { hint: 'use a token' }),
    );
  }
  tokenText.encode(writer, name);
  if (value instanceof Date) integerValue.encode(writer, dateToSeconds(value));
  else if (typeof value === 'number') integerValue.encode(writer, value);
  else if (typeof value !== 'string') throw wrongType('a text, a number or a date', value);
  else if (writer.carried === undefined && isInteger(value)) integerValue.encode(writer, Number(value));
  else textValue.encode(writer, value);
}

/** A text of digits alone must go as Integer-value (WAP-230 8.4.2.4), where that loses nothing. */
function isInteger(value: string): boolean {
  return CANONICAL_INTEGER.test(value) && Number(value) <= Number.MAX_SAFE_INTEGER;
}

/** Reads parameters up to the end of the bounded value. Of a repeated name the first is kept. */
export function decodeParameters(reader: ByteReader): DecodedParameters {
  const decoded: Decoded = { parameters: emptyParameters() };
  for (let count = 0; reader.left > 0; count++) {
    if (count === reader.limits.maxParameters) {
      throw reader.error('wsp/too-many-headers', `more than ${reader.limits.maxParameters} parameters`);
    }
    decodeParameter(reader, decoded);
  }
  return decoded;
}

/** A rest that is not a parameter is left out: the ones before it stand. */
function decodeParameter(reader: ByteReader, decoded: Decoded): void {
  const mark = reader.mark();
  try {
    readParameter(reader, decoded);
  } catch (error) {
    const { message } = reader.tolerable(error);
    reader.reset(mark);
    reader.warn('wsp/section-rest', `${reader.left} octets that are not a parameter: ${message}`);
    reader.skip(reader.left);
  }
}

function readParameter(reader: ByteReader, decoded: Decoded): void {
  const first = reader.peek();
  if (first >= 0x20 && first < 0x7f) decodeUntyped(reader, decoded);
  else decodeTyped(reader, decoded);
}

/** For names that come from the input: nothing is inherited. */
export function emptyParameters(): Record<string, ParameterValue> {
  return Object.create(null);
}

interface QuickParameter {
  readonly name: string;
  readonly byOctet: readonly (ParameterValue | undefined)[];
  readonly decode: (reader: QuickReader) => ParameterValue;
  /** The place of its name among those of the table, of which there are no more than 31. */
  readonly bit: number;
}

/** By assigned number. */
const QUICK_PARAMETERS: readonly (QuickParameter | undefined)[] = quickParameters();

function quickParameters(): (QuickParameter | undefined)[] {
  const names: string[] = [];
  return Array.from({ length: 128 }, (_, code) => {
    const row = parameterByCode(code);
    if (row === undefined) return undefined;
    const { name, codec } = row;
    if (!names.includes(name)) names.push(name);
    return {
      name,
      byOctet: valuesByOctet(codec),
      decode: quickDecoder(codec),
      bit: 1 << names.indexOf(name),
    };
  });
}

const readText = quickDecoder(parameterText);

/** Parameters of known number up to the end of the bounded value; `undefined` where there are others. */
export function readParametersQuickly(reader: QuickReader): Record<string, ParameterValue> | undefined {
  const parameters = emptyParameters();
  let read = 0;
  for (let count = 0; reader.offset < reader.end; count++) {
    const row = QUICK_PARAMETERS[reader.octet() - 0x80];
    if (row === undefined) return undefined;
    const { name, byOctet, decode, bit } = row;
    if (count >= reader.limits.maxParameters || (read & bit) !== 0) depart();
    read |= bit;
    const word = byOctet[reader.bytes[reader.offset] ?? 0];
    if (word === undefined) parameters[name] = decode === readText ? readText(reader) : decode(reader);
    else {
      parameters[name] = word;
      reader.offset++;
    }
  }
  return parameters;
}

interface Decoded {
  readonly parameters: Record<string, ParameterValue>;
  unknownParameters?: RawValue[];
}

function decodeTyped(reader: ByteReader, decoded: Decoded): void {
  const start = reader.offset;
  const code = integerValue.decode(reader);
  const row = parameterByCode(code);
  if (row === undefined) {
    reader.piece(PARAMETER_TOKEN, start, code);
    const raw = readUnknownValue(reader, true);
    reader.piece(UNKNOWN_PARAMETER, start, raw);
    keepRaw(decoded, code, raw);
    return;
  }
  const valueStart = reader.offset;
  reader.enter(row.name, row, start);
  const value = reader.attempt(row.codec);
  if (value instanceof MmsError) {
    reader.warn('wsp/value-kept-raw', `${row.name}: ${value.message}`, valueStart);
    const raw = row.isUintvar === true ? readRawUintvar(reader) : readUnknownValue(reader, true);
    reader.leave(raw);
    keepRaw(decoded, code, raw);
  } else {
    reader.leave(value);
    keep(reader, decoded.parameters, row.name, value, start);
  }
}

function keepRaw(decoded: Decoded, code: number, raw: Uint8Array): void {
  decoded.unknownParameters ??= [];
  decoded.unknownParameters.push({ code, raw });
}

function keep(
  reader: ByteReader,
  parameters: Record<string, ParameterValue>,
  name: string,
  value: ParameterValue,
  start: number,
): void {
  if (parameters[name] === undefined) parameters[name] = value;
  else reader.warn('wsp/repeated-header', `the parameter ${name} is repeated`, start, name);
}

function decodeUntyped(reader: ByteReader, decoded: Decoded): void {
  const start = reader.offset;
  const token = reader.read('Token-text', tokenText);
  const lower = token.toLowerCase();
  const name = isKnownParameter(lower) ? lower : token;
  const first = reader.peek();
  const isNumber = first >= 0x80 || (first > 0 && first < 0x20);
  const value = isNumber ? reader.read('Integer-value', integerValue) : reader.read('Text-value', textValue);
  reader.piece(UNTYPED_PARAMETER, start, value);
  keep(reader, decoded.parameters, name, asTyped(name, value), start);
}

/** An untyped parameter of a known name counts as the typed one. */
function asTyped(name: string, value: string | number): ParameterValue {
  if (name === 'charset') return charsetOrText(value);
  const isDate = name.endsWith('-date') && isKnownParameter(name) && typeof value === 'number';
  return isDate && value <= MAX_DATE_SECONDS ? new Date(value * 1000) : value;
}
