import { depart } from '../bytes/index.ts';
import { quickDecoder } from './codec.ts';
import { contentTypeValue } from './content-type.ts';
import { isWspMultipart } from './media-types.ts';
import type { DecodedPart } from './part.ts';
import { CONTENT_ID, CONTENT_LOCATION, decodePartHeaders, type PartHeader } from './part-headers.ts';
import type { QuickReader } from './quick-reader.ts';
import { quotedString } from './texts.ts';
import { uriValue } from './values.ts';

const HIGH_BIT = 0x80;

const readContentType = quickDecoder(contentTypeValue);
const readContentId = quickDecoder(quotedString);
const readContentLocation = quickDecoder(uriValue);
const PART_HEADERS = { decode: decodePartHeaders };

/** Reads a multipart without fault up to the end of the reader's bounded value; `depth` counts from 1. */
export function readMultipartQuickly(reader: QuickReader, depth: number): DecodedPart[] {
  const { maxMultipartDepth, maxParts } = reader.limits;
  const entries = reader.uintvar();
  if (depth > maxMultipartDepth || entries > maxParts) depart();
  const parts: DecodedPart[] = [];
  for (let i = 0; i < entries; i++) parts.push(readEntryQuickly(reader, depth));
  if (reader.offset !== reader.end) depart();
  return parts;
}

/** Reads one entry without fault. */
export function readEntryQuickly(reader: QuickReader, depth: number): DecodedPart {
  const headersLength = reader.uintvar();
  const dataLength = reader.uintvar();
  const outerEnd = reader.end;
  const dataStart = reader.offset + headersLength;
  const dataEnd = dataStart + dataLength;
  if (dataEnd > outerEnd) depart();
  reader.end = dataStart;
  const part = readHeaders(reader, reader.bytes.subarray(dataStart, dataEnd));
  reader.offset = dataStart;
  reader.end = dataEnd;
  if (isWspMultipart(part.contentType)) part.parts = readMultipartQuickly(reader, depth + 1);
  reader.offset = dataEnd;
  reader.end = outerEnd;
  return part;
}

type Decoded = { -readonly [K in keyof DecodedPart]: DecodedPart[K] };

/** A part of its headers, which reach to the end of the bounded value, and its data. */
function readHeaders(reader: QuickReader, data: Uint8Array): Decoded {
  const { type, parameters, unknownParameters } = readContentType(reader);
  let headers: readonly PartHeader[] = [];
  let contentId: string | undefined;
  let contentLocation: string | undefined;
  const start = reader.offset;
  while (reader.offset < reader.end) {
    const code = reader.octet() - HIGH_BIT;
    if (code === CONTENT_ID && contentId === undefined) contentId = readContentId(reader);
    else if (code === CONTENT_LOCATION && contentLocation === undefined) {
      contentLocation = readContentLocation(reader);
    } else {
      reader.offset = start;
      ({ headers, contentId, contentLocation } = reader.carefully(PART_HEADERS));
    }
  }
  const part: Decoded = { contentType: type, parameters, headers, data };
  if (contentId !== undefined) part.contentId = contentId;
  if (contentLocation !== undefined) part.contentLocation = contentLocation;
  if (unknownParameters !== undefined) part.unknownParameters = unknownParameters;
  return part;
}
