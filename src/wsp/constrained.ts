import { type ByteReader, type ByteWriter, depart, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Codec } from './codec.ts';
import { integerValue, shortInteger } from './integers.ts';
import { mediaTypeName, writtenMediaTypeCode } from './media-types.ts';
import type { QuickReader } from './quick-reader.ts';
import { needsQuote, parameterText, QUOTATION_MARK, quotedString, TOKEN, textString } from './texts.ts';

const SLASH = 0x2f;

/** The characters of two tokens and a slash, in lower case; for {@link ByteWriter.mapped}. */
const MEDIA_TYPE = TOKEN.map((octet, code) =>
  code === SLASH ? SLASH : String.fromCharCode(octet).toLowerCase().charCodeAt(0),
);

/** Writes a media type name (Extension-media): lower case, 00 at the end, no Quote. */
export function writeExtensionMedia(writer: ByteWriter, mediaType: string): void {
  if (typeof mediaType !== 'string') throw wrongType('a media type such as "image/jpeg"', mediaType);
  if (writer.carried !== undefined) writeAsRead(writer, mediaType);
  else if (hasOneSlash(mediaType) && writer.mapped(mediaType, MEDIA_TYPE)) writer.octet(0);
  else throw noMediaType(mediaType);
}

function noMediaType(mediaType: string): MmsError {
  return new MmsError('wsp/token', `${JSON.stringify(mediaType)} is not a media type`, {
    hint: 'write type/subtype, and parameters apart from it',
  });
}

/** The media type of a decoded value keeps its capitals. */
function writeAsRead(writer: ByteWriter, mediaType: string): void {
  if (!isMediaType(mediaType)) writer.refuse(noMediaType(mediaType));
  textString.encode(writer, mediaType);
}

/** As a parameter a text that begins in another way than a text must was read behind a quotation mark. */
function writeParameter(writer: ByteWriter, mediaType: string): void {
  const isOdd = writer.carried !== undefined && typeof mediaType === 'string' && !isMediaType(mediaType);
  if (isOdd && (needsQuote(mediaType) || mediaType.charCodeAt(0) === QUOTATION_MARK || mediaType === '')) {
    writer.refuse(noMediaType(mediaType));
    quotedString.encode(writer, mediaType);
  } else {
    writeExtensionMedia(writer, mediaType);
  }
}

/** True for two tokens with a slash between them. */
export function isMediaType(text: string): boolean {
  const last = text.length - 1;
  let slashes = 0;
  for (let i = 0; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code === SLASH && i > 0 && i < last) slashes++;
    else if ((TOKEN[code] ?? 0) === 0) return false;
  }
  return slashes === 1;
}

/** The code to write for a media type; that of a decoded value only where it is read in the same spelling. */
export function codeToWrite(writer: ByteWriter, mediaType: string): number | undefined {
  if (typeof mediaType !== 'string') throw wrongType('a media type such as "image/jpeg"', mediaType);
  const code = writtenMediaTypeCode(mediaType);
  if (code === undefined || writer.carried === undefined) return code;
  return mediaTypeName(code) === mediaType ? code : undefined;
}

function hasOneSlash(mediaType: string): boolean {
  const slash = mediaType.indexOf('/');
  return slash > 0 && slash < mediaType.length - 1 && !mediaType.includes('/', slash + 1);
}

/** Reads a media type as code or name; an unassigned code comes back as the number. */
export function readMedia(reader: ByteReader): string | number {
  const start = reader.offset;
  const first = reader.peek();
  if (first >= 0x20 && first < 0x7f) return textString.decode(reader);
  const code = integerValue.decode(reader);
  const name = mediaTypeName(code);
  if (name !== undefined) return name;
  reader.warn(
    'wsp/unknown-media-code',
    `no media type has the code ${code.toString(16).padStart(2, '0')}`,
    start,
  );
  return code;
}

/** A media type as code of one octet or as name. */
export function readMediaQuickly(reader: QuickReader): string {
  if (reader.peek() >= 0x80) return mediaTypeName(reader.octet() & 0x7f) ?? depart();
  const start = reader.offset;
  const name = reader.text();
  return areMediaType(reader.bytes, start, reader.offset - 1) ? name : depart();
}

/** As {@link isMediaType}, of octets: faster than to look at the characters of a part of a text. */
function areMediaType(bytes: Uint8Array, start: number, end: number): boolean {
  let slash = start;
  for (let at = start; at < end; at++) {
    const octet = bytes[at] ?? 0;
    if (octet === SLASH && slash === start) slash = at;
    else if ((TOKEN[octet] ?? 0) === 0) return false;
  }
  return slash > start && slash < end - 1;
}

/** The text of a media type, reported when it is none. */
export function checkedMediaType(reader: ByteReader, text: string, start: number): string {
  if (!isMediaType(text))
    reader.warn('wsp/token', `${JSON.stringify(text.slice(0, 40))} is not a media type`, start);
  return text;
}

/** Constrained-encoding (WAP-230 8.4.2.7) of a media type: its name as text. Read also as code, or quoted. */
export const constrainedEncoding: Codec<string> = {
  name: 'Constrained-encoding',
  clause: 'WAP-230 8.4.2.7',
  encode: writeParameter,
  decode(reader) {
    const start = reader.offset;
    if (reader.peek() === QUOTATION_MARK) {
      return checkedMediaType(reader, parameterText.decode(reader), start);
    }
    const media = readMedia(reader);
    if (typeof media === 'string') return checkedMediaType(reader, media, start);
    throw reader.error('wsp/value-form', 'expected a media type', start);
  },
  decodeQuickly: readMediaQuickly,
};

/** Writes a media type in Constrained-media form, which cannot carry parameters: its code, else its name. */
export function writeConstrainedMedia(writer: ByteWriter, mediaType: string): void {
  const code = codeToWrite(writer, mediaType);
  if (code === undefined) writeExtensionMedia(writer, mediaType);
  else shortInteger.encode(writer, code);
}

/** Constrained-media (WAP-230 8.4.2.7): a media type as code where it has one, else as name. */
export const constrainedMedia: Codec<string> = {
  name: 'Constrained-media',
  clause: 'WAP-230 8.4.2.7',
  encode(writer, mediaType) {
    const code = codeToWrite(writer, mediaType);
    if (code === undefined) writeParameter(writer, mediaType);
    else shortInteger.encode(writer, code);
  },
  decode: constrainedEncoding.decode,
  decodeQuickly: readMediaQuickly,
};
