import type { ByteReader, ByteWriter } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Codec } from './codec.ts';
import { integerValue, shortInteger } from './integers.ts';
import { mediaTypeName, writtenMediaTypeCode } from './media-types.ts';
import { parameterText, QUOTATION_MARK, TOKEN, textString } from './texts.ts';

const SLASH = 0x2f;

/** The characters of two tokens and a slash, in lower case; for {@link ByteWriter.mapped}. */
const MEDIA_TYPE = TOKEN.map((octet, code) =>
  code === SLASH ? SLASH : String.fromCharCode(octet).toLowerCase().charCodeAt(0),
);

/** Writes a media type name (Extension-media): lower case, 00 at the end, no Quote. */
export function writeExtensionMedia(writer: ByteWriter, mediaType: string): void {
  if (!hasOneSlash(mediaType) || !writer.mapped(mediaType, MEDIA_TYPE)) {
    throw new MmsError('wsp/token', `${JSON.stringify(mediaType)} is no media type`, {
      hint: 'write type/subtype, and parameters apart from it',
    });
  }
  writer.octet(0);
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

/** Constrained-encoding (WAP-230 8.4.2.7) of a media type: its name as text. Read also as code, or quoted. */
export const constrainedEncoding: Codec<string> = {
  name: 'Constrained-encoding',
  clause: 'WAP-230 8.4.2.7',
  encode: writeExtensionMedia,
  decode(reader) {
    if (reader.peek() === QUOTATION_MARK) return parameterText.decode(reader);
    const start = reader.offset;
    const media = readMedia(reader);
    if (typeof media === 'string') return media;
    throw reader.error('wsp/value-form', 'expected a media type', start);
  },
};

/** Writes a media type in Constrained-media form, which cannot carry parameters: its code, else its name. */
export function writeConstrainedMedia(writer: ByteWriter, mediaType: string): void {
  const code = writtenMediaTypeCode(mediaType);
  if (code === undefined) writeExtensionMedia(writer, mediaType);
  else shortInteger.encode(writer, code);
}

/** Constrained-media (WAP-230 8.4.2.7): a media type as code where it has one, else as name. */
export const constrainedMedia: Codec<string> = {
  name: 'Constrained-media',
  clause: 'WAP-230 8.4.2.7',
  encode: writeConstrainedMedia,
  decode: constrainedEncoding.decode,
};
