import type { ByteReader } from '../bytes/index.ts';
import { decodeCharset, decodeLatin1, encodeCharset } from '../text/index.ts';
import { ITEM_TYPES, type SmartItem } from './items.ts';

const TEXT = { name: 'text' } as const;
const UTF_16 = 1015;
const BYTE_ORDER_MARK_LENGTH = 2;

/** UTF-16, high octet first, without byte order mark or end. */
export function encodeUnicode(text: string): Uint8Array {
  return encodeCharset(text, 'utf-16').subarray(BYTE_ORDER_MARK_LENGTH);
}

/** Reads UTF-16 to the reader's end. A byte order mark, half a character or half a pair is warned of. */
export function readUnicode(reader: ByteReader): string {
  const start = reader.offset;
  const octets = reader.view(reader.left);
  const { text, exact } = decodeCharset(octets, UTF_16);
  reader.piece(TEXT, start, text);
  const isPlain = exact && text.length * 2 === octets.length;
  if (!isPlain) reader.warn('smart/text', 'not plain UTF-16 with the high octet first', start);
  return text;
}

/**
 * A text item: ISO-8859-1 when every character is in it, else UTF-16 for the whole text.
 * @throws MmsError `text/unencodable` for half a surrogate pair
 */
export function encodeItemText(text: string, unicode: boolean): SmartItem {
  return unicode || /[^\0-\xff]/.test(text)
    ? { type: ITEM_TYPES.unicodeText, data: encodeUnicode(text) }
    : { type: ITEM_TYPES.isoText, data: encodeCharset(text, 'iso-8859-1') };
}

/** Reads the data of a text item. */
export function readItemText(reader: ByteReader, type: number): string {
  if (type === ITEM_TYPES.unicodeText) return readUnicode(reader);
  const start = reader.offset;
  const text = decodeLatin1(reader.view(reader.left));
  reader.piece(TEXT, start, text);
  return text;
}
