import { type ByteReader, type ByteWriter, DEPARTURE, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { decodeLatin1, decodeUtf8Strictly, encodeCharset, indexOfControl, isAscii } from '../text/index.ts';
import type { Codec } from './codec.ts';
import { badForm } from './integers.ts';

const QUOTE = 0x7f;
/** Begins a Quoted-string. */
export const QUOTATION_MARK = 0x22;

const SEPARATORS = '()<>@,;:\\"/[]?={} ';

/** Printable US-ASCII by its number, 0 for all others; for {@link ByteWriter.mapped}. */
const PRINTABLE = Uint8Array.from({ length: 0x7f }, (_, code) => (code < 0x20 ? 0 : code));

/** The characters of a token by their number, 0 for all others; for {@link ByteWriter.mapped}. */
export const TOKEN = PRINTABLE.map(code => (SEPARATORS.includes(String.fromCharCode(code)) ? 0 : code));

/** True when a text is a token (RFC 2616 2.2): US-ASCII 33 to 126 without separators, at least one character. */
export function isToken(text: string): boolean {
  if (typeof text !== 'string') throw wrongType('a text', text, 'text');
  for (let i = 0; i < text.length; i++) if ((TOKEN[text.charCodeAt(i)] ?? 0) === 0) return false;
  return text.length > 0;
}

function controlError(text: string, position: number): MmsError {
  const code = text.charCodeAt(position).toString(16).toUpperCase().padStart(4, '0');
  return new MmsError(
    'wsp/text-control',
    `U+${code} at character ${position + 1}: a text holds no control characters`,
    {
      hint: 'remove it, or replace line breaks by blanks',
    },
  );
}

/**
 * Refuses what is not text, and a text with control characters unless a decoded value carries it.
 * @throws MmsError `bytes/value-type`, `wsp/text-control`
 */
export function requireText(writer: ByteWriter, text: string): void {
  if (typeof text !== 'string') throw wrongType('a text', text);
  const position = indexOfControl(text);
  if (position >= 0) writer.refuse(controlError(text, position));
}

/** A 00 would end the text: no value can carry it where octets of one charset unit are written. */
function refuseNul(text: string): void {
  const position = text.indexOf('\0');
  if (position >= 0) throw controlError(text, position);
}

/** True for a first character that could be taken for another form than a text, so a Quote must stand before it. */
export function needsQuote(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 0x20 || first > 0x7e;
}

/** Writes the characters without final 00: US-ASCII, or UTF-8 where the caller insists on more. */
function writeCharacters(writer: ByteWriter, text: string, quote: boolean): void {
  refuseNul(text);
  if (quote && needsQuote(text)) writer.octet(QUOTE);
  if (isAscii(text)) {
    writer.latin1(text);
    return;
  }
  writer.warn('wsp/non-ascii-text', 'text outside US-ASCII in a field without charset');
  writer.octets(encodeCharset(text, 'utf-8'));
}

/** Reads up to the next 00, or the end of the bounded value, and decodes octets above 7F as UTF-8, then ISO-8859-1. */
function readCharacters(reader: ByteReader): string {
  const { bytes, end } = reader;
  const start = reader.offset;
  let at = start;
  let isPrintable = true;
  for (; at < end; at++) {
    const octet = bytes[at] ?? 0;
    // One comparison for nearly all: what is below 20 wraps to a large number.
    if ((octet - 0x20) >>> 0 <= 0x5e) continue;
    if (octet === 0) break;
    isPrintable = false;
  }
  if (at === end) reader.warn('wsp/missing-terminator', 'a text without its final 00', at);
  reader.offset = at === end ? at : at + 1;
  return isPrintable ? decodeLatin1(bytes, start, at) : decodeUnprintable(reader, start, at);
}

function decodeUnprintable(reader: ByteReader, start: number, end: number): string {
  const octets = reader.bytes.subarray(start, end);
  if (octets.some(octet => octet < 0x20 || octet === 0x7f)) {
    reader.warn('wsp/text-control', 'a control character in a text', start);
  }
  if (octets.every(octet => octet < 0x80)) return decodeLatin1(octets);
  reader.warn('wsp/non-ascii-text', 'octets above 7F in a text without charset', start);
  return decodeUtf8Strictly(octets) ?? decodeLatin1(octets);
}

/** Writes a Text-string of printable US-ASCII; false, and nothing written, when the text is none. */
export function writePrintable(writer: ByteWriter, text: string): boolean {
  if (typeof text !== 'string' || !writer.mapped(text, PRINTABLE)) return false;
  writer.octet(0);
  return true;
}

/** Text-string (WAP-230 8.4.2.1): [Quote 7F] text 00; the Quote stands exactly where the first octet is above 7F. */
export const textString: Codec<string> = {
  name: 'Text-string',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, text) {
    if (writePrintable(writer, text)) return;
    requireText(writer, text);
    writeCharacters(writer, text, true);
    writer.octet(0);
  },
  decode(reader) {
    const first = reader.peek();
    if (first === QUOTE) {
      reader.skip(1);
      if (reader.peek() < 0x80)
        reader.warn('wsp/stray-quote', 'a Quote 7F before US-ASCII', reader.offset - 1);
    } else if (first >= 0x80 || (first < 0x20 && first > 0)) {
      throw badForm(reader, 'Text-string', reader.octet());
    }
    return readCharacters(reader);
  },
  decodeQuickly: reader => reader.text(),
};

/** Token-text (WAP-230 8.4.2.1): a token and 00. */
export const tokenText: Codec<string> = {
  name: 'Token-text',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, text) {
    if (typeof text !== 'string') throw wrongType('a token', text);
    if (text === '' || !writer.mapped(text, TOKEN)) writeNoToken(writer, text);
    writer.octet(0);
  },
  decode(reader) {
    const start = reader.offset;
    const first = reader.peek();
    if (first > 0x7f || first < 0x20) throw badForm(reader, 'Token-text', reader.octet());
    const text = readCharacters(reader);
    if (!isToken(text)) reader.warn('wsp/token', `${JSON.stringify(text)} is not a token`, start);
    return text;
  },
};

/** What a decoded value has for a token; its first octet must be one that a reader takes for a token's. */
function writeNoToken(writer: ByteWriter, text: string): void {
  const error = new MmsError('wsp/token', `${JSON.stringify(text)} is not a token`, {
    hint: `use US-ASCII letters, digits and signs other than ${SEPARATORS}`,
  });
  const first = text.charCodeAt(0);
  if (!(first >= 0x20 && first < 0x80)) throw error;
  writer.refuse(error);
  writeCharacters(writer, text, false);
}

/** A quotation mark at this end of a text could not be told from that of a quoted one. */
function refuseQuotationMark(writer: ByteWriter, has: boolean, end: 'begins' | 'ends'): void {
  if (!has) return;
  writer.refuse(
    new MmsError('wsp/quoted-text', `a text that ${end} with a quotation mark cannot be written here`, {
      hint: 'remove the quotation mark',
    }),
  );
}

const beginsQuoted = (text: string): boolean => text.charCodeAt(0) === QUOTATION_MARK;
const endsQuoted = (text: string): boolean => text.charCodeAt(text.length - 1) === QUOTATION_MARK;

/** 22, the text, and 00. A reader drops one closing quotation mark, so a text that ends with one gets another. */
function writeQuoted(writer: ByteWriter, text: string): void {
  writer.octet(QUOTATION_MARK);
  const closed = endsQuoted(text) ? `${text}"` : text;
  if (writePrintable(writer, closed)) return;
  requireText(writer, closed);
  writeCharacters(writer, closed, false);
  writer.octet(0);
}

/** Quoted-string (WAP-230 8.4.2.1): 22 text 00, no closing quotation mark. Read also without the 22, with a warning. */
export const quotedString: Codec<string> = {
  name: 'Quoted-string',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, text) {
    if (typeof text !== 'string') throw wrongType('a text', text);
    refuseQuotationMark(writer, beginsQuoted(text), 'begins');
    refuseQuotationMark(writer, endsQuoted(text), 'ends');
    writeQuoted(writer, text);
  },
  decode(reader) {
    const start = reader.offset;
    if (reader.peek() !== QUOTATION_MARK) {
      const text = textString.decode(reader);
      reader.warn('wsp/unquoted', 'a Quoted-string without its quotation mark', start);
      return text;
    }
    reader.skip(1);
    return withoutClosingQuote(reader, readCharacters(reader), start);
  },
  decodeQuickly(reader) {
    if (reader.octet() !== QUOTATION_MARK) throw DEPARTURE;
    const text = reader.text();
    if (endsQuoted(text)) throw DEPARTURE;
    return text;
  },
};

function withoutClosingQuote(reader: ByteReader, text: string, start: number): string {
  if (!endsQuoted(text)) return text;
  reader.warn('wsp/stray-quote', 'a Quoted-string with a closing quotation mark', start);
  return text.slice(0, -1);
}

/** Text-string of a parameter (WAP-230 table 38, encodings 1.1 to 1.3): read also with quotation marks around it. */
export const parameterText: Codec<string> = {
  name: 'Text-string',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, text) {
    if (typeof text !== 'string') throw wrongType('a text', text);
    if (!beginsQuoted(text)) {
      textString.encode(writer, text);
      return;
    }
    refuseQuotationMark(writer, true, 'begins');
    writeQuoted(writer, text);
  },
  decode(reader) {
    if (reader.peek() !== QUOTATION_MARK) return textString.decode(reader);
    reader.warn('wsp/stray-quote', 'a Text-string in quotation marks');
    reader.skip(1);
    const text = readCharacters(reader);
    return endsQuoted(text) ? text.slice(0, -1) : text;
  },
  decodeQuickly(reader) {
    if (reader.peek() === QUOTATION_MARK) throw DEPARTURE;
    return reader.text();
  },
};

/** Text-value (WAP-230 8.4.2.3): No-value 00 for the empty text, a token as Token-text, else Quoted-string. */
export const textValue: Codec<string> = {
  name: 'Text-value',
  clause: 'WAP-230 8.4.2.3',
  encode(writer, text) {
    requireText(writer, text);
    if (text === '') writer.octet(0);
    else if (isToken(text)) tokenText.encode(writer, text);
    // A decoded text that ends with a quotation mark stood without any before it.
    else if (writer.carried !== undefined && !beginsQuoted(text) && endsQuoted(text)) {
      textString.encode(writer, text);
    } else quotedString.encode(writer, text);
  },
  decode(reader) {
    return (reader.peek() === QUOTATION_MARK ? quotedString : textString).decode(reader);
  },
};

/** No-value (WAP-230 8.4.2.1): a single 00, the empty text here. */
export const noValue: Codec<string> = {
  name: 'No-value',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, text) {
    if (typeof text !== 'string') throw wrongType('the empty text', text);
    if (text !== '') throw new MmsError('wsp/parameter-value', 'expected the empty text: this has no value');
    writer.octet(0);
  },
  decode(reader) {
    const octet = reader.octet();
    if (octet !== 0) throw badForm(reader, 'No-value', octet);
    return '';
  },
};
