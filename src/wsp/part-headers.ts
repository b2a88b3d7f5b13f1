import { type ByteReader, type ByteWriter, requireArray, requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Codec } from './codec.ts';
import { shortInteger } from './integers.ts';
import type { RawValue } from './parameters.ts';
import {
  type PartHeaderRow,
  type PartHeaderValue,
  partHeaderByCode,
  partHeaderByName,
} from './part-header-table.ts';
import { quotedString, textString, tokenText } from './texts.ts';
import { fieldName, readUnknownValue, uriValue, writeRawValue } from './values.ts';

/** A header with a name, its value by the table of part headers. */
export interface NamedHeader {
  readonly name: string;
  readonly value: PartHeaderValue;
}

/** A header of a part: named, or of a number that the table does not have. */
export type PartHeader = NamedHeader | RawValue;

/** The headers of a part beside its Content-Type. */
export interface PartHeaders {
  /** As written, with its angle brackets if it has them: `<pic.jpg>`. */
  readonly contentId?: string;
  readonly contentLocation?: string;
  /** The other headers in their order. */
  readonly headers: readonly PartHeader[];
}

const UNKNOWN_HEADER = { name: 'Unknown header', clause: 'WAP-230 8.4.2.6' } as const;
const APPLICATION_HEADER = { name: 'Application-header', clause: 'WAP-230 8.4.2.6' } as const;

export const CONTENT_ID = 0x40;
export const CONTENT_LOCATION = 0x0e;
const CONTENT_ID_NAME = 'content-id';
const CONTENT_LOCATION_NAME = 'content-location';

/** Writes Content-ID, Content-Location, then the others in the order given. */
export function encodePartHeaders(writer: ByteWriter, part: Partial<PartHeaders>): void {
  requireObject(part, 'a part', 'part');
  const { contentId, contentLocation, headers } = part;
  if (contentId !== undefined) encodeText(writer, 'contentId', CONTENT_ID, quotedString, contentId);
  if (contentLocation !== undefined) {
    encodeText(writer, 'contentLocation', CONTENT_LOCATION, uriValue, contentLocation);
  }
  if (headers === undefined) return;
  for (const header of requireArray(headers)) encodeHeader(writer, header);
}

function encodeText(writer: ByteWriter, key: string, code: number, codec: Codec<string>, text: string): void {
  writer.enter(key);
  shortInteger.encode(writer, code);
  codec.encode(writer, text);
  writer.leave();
}

function encodeHeader(writer: ByteWriter, header: PartHeader): void {
  requireObject(header);
  if ('raw' in header) {
    writer.enter('headers');
    shortInteger.encode(writer, header.code);
    writeRawValue(writer, header.raw);
  } else {
    const { name, value } = header;
    if (typeof name !== 'string') throw wrongType('the name of a header', name);
    writer.enter(name);
    encodeNamed(writer, name, value);
  }
  writer.leave();
}

/** Without a row, or with a value that it does not take, the header is written by its name. */
function encodeNamed(writer: ByteWriter, name: string, value: PartHeaderValue): void {
  const row = partHeaderByName(name);
  if (row?.codec.accepts(value) !== true) encodeTextual(writer, name, value);
  else if (writer.carried === undefined) encodeCoded(writer, row, value);
  // A decoded value may come from a textual header of that name, and keeps its capitals.
  else if (row.name !== name || !writer.attempt(() => encodeCoded(writer, row, value))) {
    encodeTextual(writer, name, value);
  }
}

function encodeCoded(writer: ByteWriter, { code, codec }: PartHeaderRow, value: PartHeaderValue): void {
  shortInteger.encode(writer, code);
  codec.encode(writer, value);
}

function encodeTextual(writer: ByteWriter, name: string, value: PartHeaderValue): void {
  if (typeof value !== 'string') {
    throw new MmsError(
      'wsp/parameter-value',
      `expected a text for the header ${name}, found ${typeof value}`,
    );
  }
  tokenText.encode(writer, name);
  textString.encode(writer, value);
}

interface Collected {
  contentId?: string;
  contentLocation?: string;
  headers: PartHeader[];
}

/** Reads the headers up to the end of the bounded header area. */
export function decodePartHeaders(reader: ByteReader): PartHeaders {
  const collected: Collected = { headers: [] };
  for (let count = 0; reader.left > 0; count++) {
    if (count === reader.limits.maxHeaders)
      throw reader.error('wsp/too-many-headers', `more than ${reader.limits.maxHeaders} headers`);
    decodeHeader(reader, collected);
  }
  adoptTextualHeaders(collected);
  return collected;
}

/** A rest that is not a header is left out: the ones before it stand. */
function decodeHeader(reader: ByteReader, collected: Collected): void {
  const mark = reader.mark();
  try {
    readHeader(reader, collected);
  } catch (error) {
    const { message } = reader.tolerable(error);
    reader.reset(mark);
    reader.warn('wsp/section-rest', `${reader.left} octets that are not a header: ${message}`);
    reader.skip(reader.left);
  }
}

function readHeader(reader: ByteReader, collected: Collected): void {
  if (reader.peek() >= 0x80) decodeCoded(reader, collected);
  else decodeNamed(reader, collected);
}

function decodeCoded(reader: ByteReader, collected: Collected): void {
  const start = reader.offset;
  const code = shortInteger.decode(reader);
  const row = partHeaderByCode(code);
  if (row === undefined) {
    reader.piece(fieldName, start, code);
    const raw = readUnknownValue(reader, true);
    reader.piece(UNKNOWN_HEADER, start, raw);
    collected.headers.push({ code, raw });
    return;
  }
  reader.enter(row.name, row, start);
  const value = reader.attempt(row.codec);
  if (value instanceof MmsError) {
    const raw = readUnknownValue(reader, true);
    reader.leave(raw);
    collected.headers.push({ code, raw });
    reader.warn('wsp/value-kept-raw', `${row.name}: ${value.message}`, start, row.name);
    return;
  }
  reader.leave(value);
  if (code === CONTENT_ID && typeof value === 'string' && collected.contentId === undefined) {
    collected.contentId = value;
  } else if (
    code === CONTENT_LOCATION &&
    typeof value === 'string' &&
    collected.contentLocation === undefined
  ) {
    collected.contentLocation = value;
  } else {
    if (code === CONTENT_ID || code === CONTENT_LOCATION)
      reader.warn('wsp/repeated-header', `${row.name} is repeated`, start, row.name);
    collected.headers.push({ name: row.name, value });
  }
}

function decodeNamed(reader: ByteReader, collected: Collected): void {
  const start = reader.offset;
  const name = reader.read('Token-text', tokenText);
  const value = reader.read('Text-string', textString);
  reader.piece(APPLICATION_HEADER, start, value);
  collected.headers.push({ name, value });
  if (name.toLowerCase() === 'content-transfer-encoding') {
    reader.warn('wsp/transfer-encoding', `the data stand as they are, ${value} is not undone`, start);
  }
}

/** A textual Content-ID or Content-Location counts where the coded one is absent. */
function adoptTextualHeaders(collected: Collected): void {
  for (const [index, header] of collected.headers.entries()) {
    if ('raw' in header || typeof header.value !== 'string') continue;
    const name = header.name.toLowerCase();
    if (name === CONTENT_ID_NAME && collected.contentId === undefined) collected.contentId = header.value;
    else if (name === CONTENT_LOCATION_NAME && collected.contentLocation === undefined) {
      collected.contentLocation = header.value;
    } else continue;
    collected.headers.splice(index, 1);
    adoptTextualHeaders(collected);
    return;
  }
}
