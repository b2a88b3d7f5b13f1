import { MmsError } from '../errors.ts';
import { charsetMibEnum, charsetName, decodeCharset, decodeLatin1 } from '../text/index.ts';

const UTF_8 = 106;
const UTF_16 = 1015;
/** Charsets of two octets and more a character: a declaration that could be read octet by octet is in none. */
const WIDE: ReadonlySet<number> = new Set([1000, 1013, 1014, UTF_16]);

interface Encoding {
  readonly mibEnum: number;
  /** Octets of the byte order mark that {@link decodeCharset} would keep. */
  readonly skip?: number;
}

function encodingOf(bytes: Uint8Array, stated: number | undefined): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { mibEnum: UTF_8, skip: 3 };
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { mibEnum: UTF_16 };
  if (stated !== undefined) return { mibEnum: stated };
  return { mibEnum: declaredCharset(bytes) };
}

/** MIBenum of the encoding that the declaration names (XML 1.0 4.3.3), UTF-8 when there is none. */
function declaredCharset(bytes: Uint8Array): number {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, 200));
  const name = /^<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([\w.:-]+)["']/.exec(
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

/** UTF-16 without a byte order mark shows by the zero beside its first `<`. */
function markedUtf16(bytes: Uint8Array): Uint8Array | undefined {
  const littleEndian = bytes[0] === 0x3c && bytes[1] === 0x00;
  if (!littleEndian && !(bytes[0] === 0x00 && bytes[1] === 0x3c)) return undefined;
  const marked = new Uint8Array(bytes.length + 2);
  marked.set(littleEndian ? [0xff, 0xfe] : [0xfe, 0xff]);
  marked.set(bytes, 2);
  return marked;
}

/**
 * Text of a document: by its byte order mark, the charset that the transport states, its declaration, else UTF-8.
 * @throws MmsError `xml/encoding` when the charset is not known or the octets do not fit it
 */
export function decodeXmlText(octets: Uint8Array, stated: number | undefined): string {
  const bytes = markedUtf16(octets) ?? octets;
  const { mibEnum, skip = 0 } = encodingOf(bytes, stated);
  const { text, exact } = decodeCharset(bytes.subarray(skip), mibEnum);
  if (exact) return text;
  const name = charsetName(mibEnum) ?? `MIBenum ${mibEnum}`;
  throw new MmsError('xml/encoding', `the octets of the document are not ${name}`, {
    hint: 'write the document in UTF-8, or declare the encoding it has',
  });
}
