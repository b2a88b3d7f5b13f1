import type { ByteReader, ByteWriter } from '../bytes/index.ts';
import { charsetName, decodeCharset, encodeCharset, indexOfControl } from '../text/index.ts';
import type { Codec } from './codec.ts';
import { integerValue } from './integers.ts';
import { MAX_SHORT_LENGTH } from './lengths.ts';
import { needsQuote, requireText, textString, writePrintable } from './texts.ts';
import { readBounded, valueLengthPrefix } from './value-length.ts';

const MIB_UTF_8 = 106;
const MIB_UTF_16 = 1015;
const QUOTE = 0x7f;

const QUOTE_LABEL = { name: 'Quote', clause: 'WAP-230 8.4.2.1' } as const;
const CHARSET_LABEL = { name: 'Char-set', clause: 'WAP-230 8.4.2.8' } as const;
const TEXT_LABEL = { name: 'Text-string', clause: 'WAP-230 8.4.2.1' } as const;

/** Octets of a unit in the charsets whose texts may hold 00 octets. */
const WIDE_UNITS: ReadonlyMap<number, number> = new Map([
  [1000, 2],
  [1001, 4],
  [1013, 2],
  [1014, 2],
  [1015, 2],
  [1017, 4],
  [1018, 4],
  [1019, 4],
]);

/**
 * Encoded-string-value (MMS_ENC 7.3): a Text-string for US-ASCII, else Value-length, MIBenum, text. Written in UTF-8;
 * read in every charset that TextDecoder knows, octets outside the charset become U+FFFD with a warning.
 */
export const encodedStringValue: Codec<string> = {
  name: 'Encoded-string-value',
  clause: 'MMS_ENC 7.3',
  encode(writer, text) {
    // The form with a charset even for the empty text: decoders are known that cannot read a single 00.
    if (text !== '' && writePrintable(writer, text)) return;
    requireText(writer, text);
    writer.fork();
    if (text.includes('\0')) writeUtf16(writer, text);
    else writeUtf8(writer, text);
    writer.octet(0);
    writer.join(valueLengthPrefix);
  },
  decode(reader) {
    const first = reader.peek();
    const isText = first >= 0x20 || first < 0;
    return isText ? textString.decode(reader) : readBounded(reader, readCharsetText);
  },
  decodeQuickly: reader => (reader.peek() >= 0x20 ? reader.text() : reader.carefully(encodedStringValue)),
};

function writeUtf8(writer: ByteWriter, text: string): void {
  const octets = encodeCharset(text, 'utf-8');
  integerValue.encode(writer, MIB_UTF_8);
  if (needsQuote(text)) writer.octet(QUOTE);
  writer.octets(octets);
}

/** A text that was read in UTF-16 may hold U+0000, which ends a text in UTF-8. */
function writeUtf16(writer: ByteWriter, text: string): void {
  integerValue.encode(writer, MIB_UTF_16);
  writer.octets(encodeCharset(text, 'utf-16'));
}

/**
 * Char-set (WAP-230 8.4.2.8): an Integer-value. Some encoders forget the high bit of a Short-integer, which makes the
 * first octets of the text a number that no charset has, or forget the charset altogether.
 */
function readMibEnum(reader: ByteReader): number {
  const first = reader.peek();
  if (first >= 0x80 || namesCharset(reader, first)) return integerValue.decode(reader);
  const isShort = (first <= MAX_SHORT_LENGTH || first === MIB_UTF_8) && charsetName(first) !== undefined;
  if (isShort) {
    reader.warn('wsp/charset-guessed', `the charset ${first} without the high bit of its octet`);
    reader.skip(1);
    return first;
  }
  if (first <= MAX_SHORT_LENGTH) return integerValue.decode(reader);
  reader.warn('wsp/charset-guessed', 'a length, but no charset before the text');
  return ANY_CHARSET;
}

const ANY_CHARSET = 0;

/** True where the Long-integer at the reader's place is the number of a charset. */
function namesCharset(reader: ByteReader, length: number): boolean {
  if (length > MAX_SHORT_LENGTH || length >= reader.left) return false;
  let mibEnum = 0;
  for (let i = 1; i <= length; i++) {
    mibEnum = mibEnum * 256 + (reader.bytes[reader.offset + i] ?? 0);
  }
  return charsetName(mibEnum) !== undefined;
}

function readCharsetText(reader: ByteReader): string {
  if (reader.left === 0) return '';
  const charsetStart = reader.offset;
  const mibEnum = readMibEnum(reader);
  if (reader.isTraced) reader.piece(CHARSET_LABEL, charsetStart, charsetName(mibEnum) ?? mibEnum);
  const unit = WIDE_UNITS.get(mibEnum) ?? 1;
  readQuote(reader, unit);
  const start = reader.offset;
  const octets = reader.view(textLength(reader, unit));
  reader.skip(reader.left);
  const { text, exact } = decodeCharset(octets, mibEnum);
  if (reader.isTraced) reader.piece(TEXT_LABEL, start, text);
  if (!exact) reader.warn('wsp/charset-guessed', `the text does not fit its charset ${mibEnum}`, start);
  if (indexOfControl(text) >= 0) reader.warn('wsp/text-control', 'a control character in a text', start);
  return text;
}

/** In charsets of wide units the first octet says nothing about the first character. */
function readQuote(reader: ByteReader, unit: number): void {
  const isQuoted = reader.peek() === QUOTE;
  if (isQuoted) {
    reader.skip(1);
    if (reader.isTraced) reader.piece(QUOTE_LABEL, reader.offset - 1);
  }
  if (unit > 1) return;
  const needsQuote = reader.peek() >= 0x80;
  if (isQuoted && !needsQuote) {
    reader.warn('wsp/stray-quote', 'a Quote 7F before US-ASCII', reader.offset - 1);
  } else if (needsQuote && !isQuoted) {
    reader.warn('wsp/missing-quote', 'a text that begins above 7F without its Quote 7F');
  }
}

/** Octets of the text before its terminator, which is the end of the bounded value. */
function textLength(reader: ByteReader, unit: number): number {
  const { bytes, offset, end } = reader;
  if (unit === 1) {
    const terminator = bytes.subarray(offset, end).indexOf(0);
    if (terminator >= 0 && offset + terminator + 1 < end) {
      reader.warn('wsp/section-rest', 'octets after the end of the text', offset + terminator + 1);
    }
    if (terminator < 0) reader.warn('wsp/missing-terminator', 'a text without its final 00', end);
    return terminator < 0 ? end - offset : terminator;
  }
  // An odd count ends with one 00; a whole number of units may end with a unit of zeros.
  const surplus = (end - offset) % unit;
  if (surplus > 0) return end - offset - surplus;
  // Before a text without octets stands its charset, of which no number ends with 00.
  let zeros = 0;
  while (zeros < unit && bytes[end - 1 - zeros] === 0) zeros++;
  if (zeros === unit) return end - offset - unit;
  reader.warn('wsp/missing-terminator', 'a text without its final zeros', end);
  return end - offset;
}
