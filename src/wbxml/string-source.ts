import type { ByteReader } from '../bytes/index.ts';
import { decodeCharset } from '../text/index.ts';
import { readMbUint32 } from './numbers.ts';

/** Charsets of two octets a unit, whose texts end with two zero octets: UCS-2, UTF-16BE, UTF-16LE, UTF-16. */
const WIDE_CHARSETS: readonly number[] = [1000, 1013, 1014, 1015];
const MAX_CODE_POINT = 0x10ffff;

/**
 * The texts of a document: inline ones, those of its string table, and entities. All together are bounded, because one
 * entry of the table can be referred to from everywhere.
 */
export class StringSource {
  readonly #reader: ByteReader;
  readonly #table: Uint8Array;
  readonly #charset: number;
  readonly #width: 1 | 2;
  #octetsLeft: number;

  constructor(reader: ByteReader, table: Uint8Array, charset: number) {
    this.#reader = reader;
    this.#table = table;
    this.#charset = charset;
    this.#width = WIDE_CHARSETS.includes(charset) ? 2 : 1;
    this.#octetsLeft = reader.limits.maxWbxmlTextBytes;
  }

  /** The text at the reader's place, up to its terminator. */
  inline(): string {
    const reader = this.#reader;
    const length = this.#lengthOf(reader.bytes, reader.offset, reader.end);
    if (length < 0) throw reader.truncated(reader.left + this.#width);
    const text = this.#decode(reader.view(length));
    reader.skip(this.#width);
    return text;
  }

  /** The text of the string table at this place. */
  fromTable(index: number): string {
    const table = this.#table;
    if (index >= table.length) {
      throw this.#reader.error(
        'wbxml/string-index',
        `expected an index below ${table.length}, found ${index}`,
      );
    }
    const length = this.#lengthOf(table, index, table.length);
    return this.#decode(table.subarray(index, length < 0 ? table.length : index + length));
  }

  /** The character that the number at the reader's place names. */
  entity(): string {
    const start = this.#reader.offset;
    const codePoint = readMbUint32(this.#reader);
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (codePoint > 0 && codePoint <= MAX_CODE_POINT && !isSurrogate) return String.fromCodePoint(codePoint);
    throw this.#reader.error('wbxml/entity', `${codePoint} is not a character`, start);
  }

  /** Octets before the terminator, -1 when there is none. */
  #lengthOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.#width === 1) {
      const at = bytes.subarray(start, end).indexOf(0);
      return at;
    }
    for (let i = start; i + 1 < end; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return i - start;
    return -1;
  }

  #decode(octets: Uint8Array): string {
    this.#octetsLeft -= octets.length;
    if (this.#octetsLeft < 0) {
      const { maxWbxmlTextBytes } = this.#reader.limits;
      throw this.#reader.error('wbxml/too-large', `the texts have more than ${maxWbxmlTextBytes} octets`);
    }
    const { text, exact } = decodeCharset(octets, this.#charset);
    if (!exact) this.#reader.warn('wbxml/charset-guessed', `text outside the charset ${this.#charset}`);
    return text;
  }
}
