import {
  ByteReader,
  ByteWriter,
  Carried,
  type ReaderOptions,
  requireArray,
  requireObject,
  requireOctets,
  wrongType,
} from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { type Issue, type IssueCode, WSP_ISSUES } from '../issues/index.ts';
import { countOf } from '../text/index.ts';
import { type ContentType, contentTypeValue, writeContentType } from './content-type.ts';
import { type FittingPartLength, fittingPartLength } from './fitting-part-length.ts';
import { uintvar, uintvarPrefix, uintvarSize } from './integers.ts';
import { isWspMultipart } from './media-types.ts';
import { emptyParameters } from './parameters.ts';
import type { DecodedPart, PartInput } from './part.ts';
import { decodePartHeaders, encodePartHeaders } from './part-headers.ts';
import { readUnknownValue } from './values.ts';

const ENTRIES = { name: 'nEntries', clause: 'WAP-230 8.5.1' } as const;
const HEADERS_LENGTH = { name: 'HeadersLen', clause: 'WAP-230 8.5.2' } as const;
const DATA_LENGTH = { name: 'DataLen', clause: 'WAP-230 8.5.2' } as const;
const PARTS = { name: 'Entries', clause: 'WAP-230 8.5.1' } as const;
const PART = { name: 'Entry', clause: 'WAP-230 8.5.2' } as const;
const CONTENT_TYPE = { name: 'Content-Type', clause: 'WAP-230 8.4.2.24' } as const;
const DATA = { name: 'Data', clause: 'WAP-230 8.5.2' } as const;

/** Options of {@link encodeMultipart}. */
export interface EncodeMultipartOptions {
  /** Those of `decodeMultipart`, to write parts back as they were read: what they report may stand again. */
  readonly warnings?: readonly Issue[] | undefined;
}

/**
 * Encodes parts as a WSP multipart (WAP-230 8.5): number of entries, then each entry with its two lengths.
 * @throws MmsError with the path of the part and field, such as `parts[1].contentId`
 * @example encodeMultipart([{ contentType: 'text/plain', parameters: { charset: 'utf-8' }, data }])
 */
export function encodeMultipart(
  parts: readonly PartInput[],
  options: EncodeMultipartOptions = {},
): Uint8Array {
  const { warnings } = requireObject(options, 'options such as { warnings }', 'options');
  const carried = warnings === undefined ? undefined : new Carried(warnings);
  const writer = new ByteWriter(undefined, carried, false, false, WSP_ISSUES);
  try {
    writeMultipart(writer, parts);
  } catch (error) {
    throw isMmsError(error) ? writer.located(error) : error;
  }
  return writer.toBytes();
}

/**
 * Decodes a WSP multipart. The data of the parts are views of `bytes`. A cut last part, missing parts and octets after
 * the last one are reported in `warnings`.
 * @throws MmsError `wsp/too-many-parts` (128), `wsp/too-deep` (4 levels), or where the first part cannot be read
 */
export function decodeMultipart(
  bytes: Uint8Array,
  options: ReaderOptions = {},
): { parts: DecodedPart[]; warnings: Issue[] } {
  const reader = new ByteReader(bytes, options, WSP_ISSUES);
  const parts = readMultipart(reader, 1);
  return { parts, warnings: reader.warnings };
}

/** Writes a multipart as part of something larger. */
export function writeMultipart(writer: ByteWriter, parts: readonly PartInput[]): void {
  writer.enter('parts');
  uintvar.encode(writer, requireArray(parts, 'an array of parts').length);
  let index = 0;
  for (const part of parts) {
    writer.enter(index++);
    writeEntry(writer, part);
    writer.leave();
  }
  writer.leave();
}

function writeEntry(writer: ByteWriter, part: PartInput): void {
  const data = dataOf(writer, requireObject(part, 'a part'));
  writer.fork(1 + uintvarSize(data.length));
  writer.enter('contentType');
  const { contentType, typeCode, parameters, unknownParameters } = part;
  writeContentType(writer, contentType, typeCode, parameters, unknownParameters);
  writer.leave();
  encodePartHeaders(writer, part);
  writer.join((w, headersLength) => {
    uintvarPrefix(w, headersLength);
    uintvarPrefix(w, data.length);
  });
  writer.octets(data);
}

function dataOf(writer: ByteWriter, part: PartInput): Uint8Array {
  const { data, parts } = part;
  if (parts === undefined) {
    if (data instanceof Uint8Array) return data;
    throw wrongType('data (Uint8Array) or parts', data, writer.pathTo('data'));
  }
  const nested = writeParts(writer, parts);
  return data !== undefined && writer.carried !== undefined && holds(writer, data, nested) ? data : nested;
}

function writeParts(writer: ByteWriter, parts: readonly PartInput[]): Uint8Array {
  const nested = new ByteWriter(writer);
  writeMultipart(nested, parts);
  return nested.toBytes();
}

/** True for the octets of which the parts were read: a nested multipart that nobody changed stays as it was. */
function holds(writer: ByteWriter, data: Uint8Array, nested: Uint8Array): boolean {
  const reader = new ByteReader(requireOctets(data), {}, WSP_ISSUES);
  let again: Uint8Array | undefined;
  writer.attempt(() => {
    const parts = data.length === 0 ? [] : readMultipart(reader, 2);
    again = writeParts(writer, parts);
  });
  return again !== undefined && areEqual(again, nested);
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

/**
 * Reads a multipart up to the end of the reader's bounded value, with the length that fits where one lies; `depth` counts
 * from 1.
 */
export function readMultipart(reader: ByteReader, depth: number): DecodedPart[] {
  const mark = reader.mark();
  const parts = attemptParts(reader, depth);
  const isTorn = parts instanceof MmsError || reader.warnings.slice(mark.warnings).some(isTear);
  const fitting = isTorn ? fittingPartLength(reader, mark.offset, depth) : undefined;
  if (fitting !== undefined) {
    reader.reset(mark);
    mend(reader, fitting);
    return readParts(reader, depth);
  }
  if (parts instanceof MmsError) throw parts;
  return parts;
}

function mend(reader: ByteReader, { offset, octets, stated, fitting }: FittingPartLength): void {
  reader.mend(offset, octets);
  const message = `with a length of ${stated} the rest cannot be read: taken as ${fitting}`;
  reader.warn('wsp/wrong-length', message, offset, 'parts');
}

function attemptParts(reader: ByteReader, depth: number): DecodedPart[] | MmsError {
  try {
    return readParts(reader, depth);
  } catch (error) {
    return reader.tolerable(error);
  }
}

function readParts(reader: ByteReader, depth: number): DecodedPart[] {
  if (depth > reader.limits.maxMultipartDepth) {
    throw reader.error('wsp/too-deep', `multiparts nested deeper than ${reader.limits.maxMultipartDepth}`);
  }
  const start = reader.offset;
  const entries = uintvar.decode(reader);
  if (reader.isTraced) reader.piece(ENTRIES, start, entries);
  const parts: DecodedPart[] = [];
  reader.enter('parts', PARTS);
  while (parts.length < entries) {
    if (parts.length === reader.limits.maxParts) {
      throw reader.error('wsp/too-many-parts', `more than ${reader.limits.maxParts} parts`);
    }
    reader.enter(parts.length, PART);
    const part = readEntry(reader, depth, parts.length, entries);
    reader.leave();
    if (part === undefined) break;
    parts.push(part);
  }
  reader.leave();
  if (parts.length === entries && reader.left > 0) {
    reader.warn('wsp/trailing-octets', `${reader.left} octets after the last part`);
  }
  return parts;
}

/** What a length that lies leaves behind, and nothing else that is written again. */
const TEARS: ReadonlySet<IssueCode> = new Set([
  'wsp/trailing-octets',
  'wsp/parts-missing',
  'wsp/part-truncated',
  'wsp/missing-terminator',
  'wsp/section-rest',
  'wsp/length-overrun',
]);

function isTear({ code }: Issue): boolean {
  return TEARS.has(code);
}

/** One entry; `undefined` when the input ends before its headers do. */
function readEntry(
  reader: ByteReader,
  depth: number,
  index: number,
  entries: number,
): DecodedPart | undefined {
  const start = reader.offset;
  const lengths = readEntryLengths(reader);
  if (lengths === undefined) {
    const found = `${countOf(entries, 'part')} announced, ${index} found`;
    if (index === 0) throw reader.error('wsp/length-overrun', found, start);
    reader.warn('wsp/parts-missing', found, start);
    return undefined;
  }
  const outerEnd = reader.narrow(lengths.headers);
  const contentType = readContentType(reader);
  const headers = decodePartHeaders(reader);
  reader.widen(outerEnd);
  const dataStart = reader.offset;
  const { type, typeCode, parameters, unknownParameters } = contentType;
  const { contentId, contentLocation } = headers;
  const data = readData(reader, lengths.data);
  const part: Decoded = { contentType: type, parameters, headers: headers.headers, data };
  if (contentId !== undefined) part.contentId = contentId;
  if (contentLocation !== undefined) part.contentLocation = contentLocation;
  if (typeCode !== undefined) part.typeCode = typeCode;
  if (unknownParameters !== undefined) part.unknownParameters = unknownParameters;
  const parts = isWspMultipart(type) ? readNested(reader, data.length, depth) : undefined;
  if (parts !== undefined) part.parts = parts;
  else if (reader.isTraced) reader.piece(DATA, dataStart, data);
  return part;
}

/** The media type of an entry, whose bounds are known: one that cannot be read costs no more than itself. */
function readContentType(reader: ByteReader): ContentType {
  const start = reader.offset;
  reader.enter('contentType', CONTENT_TYPE);
  const contentType = reader.attempt(contentTypeValue);
  reader.leave(contentType instanceof MmsError ? undefined : contentType);
  if (!(contentType instanceof MmsError)) return contentType;
  reader.warn('wsp/value-kept-raw', `no media type: ${contentType.message}`, start, 'contentType');
  const mark = reader.mark();
  try {
    readUnknownValue(reader, true);
  } catch (error) {
    reader.tolerable(error);
    reader.reset(mark);
    reader.skip(reader.left);
  }
  return { type: UNKNOWN_TYPE, parameters: emptyParameters() };
}

/** Stands for a media type that cannot be read. */
const UNKNOWN_TYPE = 'application/octet-stream';

type Decoded = { -readonly [K in keyof DecodedPart]: DecodedPart[K] };

/** HeadersLen and DataLen; `undefined` when the headers reach past the end. */
function readEntryLengths(reader: ByteReader): { headers: number; data: number } | undefined {
  try {
    const start = reader.offset;
    const headers = uintvar.decode(reader);
    const middle = reader.offset;
    const data = uintvar.decode(reader);
    if (reader.isTraced) {
      reader.piece(HEADERS_LENGTH, start, headers, middle);
      reader.piece(DATA_LENGTH, middle, data);
    }
    return headers > reader.left ? undefined : { headers, data };
  } catch (error) {
    if (isMmsError(error) && error.code === 'bytes/truncated') return undefined;
    throw error;
  }
}

function readData(reader: ByteReader, length: number): Uint8Array {
  if (length > reader.left) {
    reader.warn('wsp/part-truncated', `${length} octets of data announced, ${reader.left} found`);
  }
  return reader.view(Math.min(length, reader.left));
}

/** The parts of a nested multipart that was just passed over as data; `undefined` when it cannot be read as one. */
function readNested(reader: ByteReader, length: number, depth: number): DecodedPart[] | undefined {
  if (length === 0) {
    reader.warn('wsp/empty-multipart', 'a nested multipart without a body is read as one without parts');
    return [];
  }
  const after = reader.mark();
  reader.offset -= length;
  const outerEnd = reader.narrow(length);
  try {
    const parts = readMultipart(reader, depth + 1);
    reader.widen(outerEnd);
    return parts;
  } catch (error) {
    if (!isMmsError(error) || reader.strict || error.code === 'wsp/too-deep') throw error;
    reader.reset(after);
    reader.warn('wsp/value-kept-raw', `the nested multipart cannot be read: ${error.message}`);
    return undefined;
  }
}
