import { MmsError } from '../errors.ts';
import { CHARSETS, type CharsetRow } from './charset-table.ts';
import { decodeLatin1 } from './latin1.ts';

const BY_MIB_ENUM: ReadonlyMap<number, CharsetRow> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ CHARSETS.map(row => [row.mibEnum, row]),
);
const ROWS: readonly CharsetRow[] = CHARSETS;
const BY_NAME: ReadonlyMap<string, CharsetRow> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ ROWS.flatMap(row => [row.name, ...(row.aliases ?? [])].map(name => [name, row] as const)),
);

/** The charsets that texts are written in. */
export type WrittenCharset = 'us-ascii' | 'utf-8' | 'utf-16' | 'iso-8859-1';

/** Name in lower case of a MIBenum, such as `utf-8` for 106; `undefined` for a number that is not in the table. */
export function charsetName(mibEnum: number): string | undefined {
  return BY_MIB_ENUM.get(mibEnum)?.name;
}

/** MIBenum of a charset by a name of it in any case, such as `utf8` or `latin1`; `undefined` for a name that is not in the table. */
export function charsetMibEnum(name: string): number | undefined {
  return (BY_NAME.get(name) ?? BY_NAME.get(name.toLowerCase()))?.mibEnum;
}

/** The usual name of a charset by any name of it; one that is not in the table keeps its own, in lower case. */
export function usualCharset(name: string): string {
  const lower = name.trim().toLowerCase();
  return BY_NAME.get(lower)?.name ?? lower;
}

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder>();

/** A decoder made once; throws a RangeError where the JavaScript engine was built without the charset. */
function textDecoder(label: string, fatal: boolean): Decoder {
  const key = fatal ? `${label}!` : label;
  let decoder = decoders.get(key);
  if (decoder === undefined) {
    decoder = new TextDecoder(label, { fatal, ignoreBOM: true });
    decoders.set(key, decoder);
  }
  return decoder;
}

function isReadable(label: string): boolean {
  try {
    textDecoder(label, false);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 text, a byte order mark kept; `undefined` when the octets are not UTF-8. */
export function decodeUtf8Strictly(bytes: Uint8Array): string | undefined {
  try {
    return textDecoder('utf-8', true).decode(bytes);
  } catch {
    return undefined;
  }
}

const encoder = /* @__PURE__ */ new TextEncoder();

/** UTF-8 octets, no byte order mark. A lone surrogate becomes U+FFFD; see {@link indexOfLoneSurrogate}. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Position of the first UTF-16 surrogate without its other half, or -1. */
export function indexOfLoneSurrogate(text: string): number {
  if (text.isWellFormed()) return -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
    i++;
  }
  return -1;
}

/** A decoded text, and whether the octets were in the charset that was asked for. */
export interface DecodedText {
  readonly text: string;
  /** False when a fallback was used or octets became U+FFFD. */
  readonly exact: boolean;
}

/**
 * Text of octets in a charset given by its MIBenum. UTF-16 and UCS-2 take their byte order from a byte order mark,
 * which is dropped, else big-endian. Octets that do not fit become U+FFFD; an unknown charset, `*` and octets above 7F
 * in us-ascii are tried as UTF-8, then read as ISO-8859-1.
 */
export function decodeCharset(bytes: Uint8Array, mibEnum: number): DecodedText {
  if (mibEnum === 4) return { text: decodeLatin1(bytes), exact: true };
  if (mibEnum === 1000 || mibEnum === 1015) return decodeUtf16(bytes);
  if (mibEnum === 1001 || (mibEnum >= 1017 && mibEnum <= 1019)) return decodeUtf32(bytes, mibEnum === 1019);
  if (mibEnum === 2252) return { text: decodeWindows1252(bytes), exact: true };
  const row = BY_MIB_ENUM.get(mibEnum);
  if (row?.label === undefined || !isReadable(row.label))
    return decodeUnknown(bytes, mibEnum === 0 || mibEnum === 3);
  try {
    return { text: textDecoder(row.label, true).decode(bytes), exact: true };
  } catch {
    return { text: textDecoder(row.label, false).decode(bytes), exact: false };
  }
}

/** Octets 80 to 9F of windows-1252; TextDecoder of Node 20 takes it for ISO-8859-1. Controls fill the five gaps. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = decodeLatin1(bytes);
  return latin.replace(/[\u0080-\u009f]/g, octet => WINDOWS_1252.charAt(octet.charCodeAt(0) - 0x80));
}

function decodeUtf16(bytes: Uint8Array): DecodedText {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const marked = littleEndian || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = textDecoder(littleEndian ? 'utf-16le' : 'utf-16be', false).decode(
    marked ? bytes.subarray(2) : bytes,
  );
  return { text, exact: bytes.length % 2 === 0 && !text.includes('\ufffd') };
}

function decodeUtf32(bytes: Uint8Array, littleEndianStated: boolean): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = bytes.length >> 2;
  const littleEndian = littleEndianStated || (units > 0 && view.getUint32(0) === 0xfffe0000);
  let text = '';
  for (let i = 0; i < units; i++) {
    const codePoint = view.getUint32(i * 4, littleEndian);
    if (i === 0 && codePoint === 0xfeff) continue;
    const isScalar = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    text += String.fromCodePoint(isScalar ? codePoint : 0xfffd);
  }
  return { text, exact: bytes.length % 4 === 0 && !text.includes('\ufffd') };
}

function decodeUnknown(bytes: Uint8Array, asciiIsExact: boolean): DecodedText {
  const ascii = bytes.every(octet => octet < 0x80);
  return {
    text: decodeUtf8Strictly(bytes) ?? decodeLatin1(bytes),
    exact: ascii && asciiIsExact,
  };
}

/**
 * Octets of a text. `utf-16` is written big-endian with its byte order mark.
 * @throws MmsError `text/unencodable` naming the character and its position, or a lone surrogate
 */
export function encodeCharset(text: string, charset: WrittenCharset): Uint8Array {
  const lone = indexOfLoneSurrogate(text);
  if (lone >= 0) throw unencodable(text, lone, charset);
  if (charset === 'utf-8') return encodeUtf8(text);
  if (charset === 'utf-16') return encodeUtf16(text);
  const highest = charset === 'us-ascii' ? 0x7f : 0xff;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > highest) throw unencodable(text, i, charset);
    bytes[i] = code;
  }
  return bytes;
}

function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i));
  return bytes;
}

function unencodable(text: string, position: number, charset: WrittenCharset): MmsError {
  const codePoint = Number(text.codePointAt(position));
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return new MmsError(
    'text/unencodable',
    `${name} at character ${position + 1} does not exist in ${charset}`,
    {
      hint: charset === 'utf-8' ? 'remove the half surrogate pair' : 'write the text in utf-8',
    },
  );
}
