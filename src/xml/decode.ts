import { MmsError } from '../errors.ts';
import { charsetMibEnum, charsetName, decodeCharset, decodeLatin1, unicodeForm } from '../text/index.ts';

const UTF_8 = 106;
/** Charsets of two octets and more a character: a declaration that could be read octet by octet is in none. */
const WIDE: ReadonlySet<number> = new Set([1000, 1013, 1014, 1015, 1017, 1018, 1019]);

/** The charset of a document and the octets of its byte order mark (XML 1.0 4.3.3 and appendix F). */
function encodingOf(bytes: Uint8Array, stated: number | undefined): { mibEnum: number; skip: number } {
  const form = unicodeForm(bytes);
  if (form !== undefined) return { mibEnum: charsetMibEnum(form.charset) ?? UTF_8, skip: form.markLength };
  return { mibEnum: stated ?? declaredCharset(bytes), skip: 0 };
}

/** MIBenum of the encoding that the declaration names (XML 1.0 4.3.3), UTF-8 when there is none. */
function declaredCharset(bytes: Uint8Array): number {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, 200));
  const name =
    /^[ \t\r\n]*<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([\w.:-]+)["']/.exec(
      start,
    )?.[1];
  if (name === undefined) return UTF_8;
  const mibEnum = charsetMibEnum(name);
  if (mibEnum === undefined || WIDE.has(mibEnum)) {
    throw new MmsError('xml/encoding', `the document declares the encoding "${name}", which does not fit`, {
      offset: 0,
      hint: 'write the document in UTF-8',
    });
  }
  return mibEnum;
}

/**
 * Text of a document: by its byte order mark, the charset that the transport states, its declaration, else UTF-8.
 * @throws MmsError `xml/encoding` when the charset is not known or the octets do not fit it
 */
export function decodeXmlText(bytes: Uint8Array, stated: number | undefined): string {
  const { mibEnum, skip } = encodingOf(bytes, stated);
  const { text, exact } = decodeCharset(bytes.subarray(skip), mibEnum);
  if (exact) return text;
  const name = charsetName(mibEnum) ?? `MIBenum ${mibEnum}`;
  throw new MmsError('xml/encoding', `the octets of the document are not ${name}`, {
    hint: 'write the document in UTF-8, or declare the encoding it has',
  });
}
