import {
  type ByteReader,
  DEPARTURE,
  NODE_BUFFER,
  type ReaderOptions,
  requireOctets,
  SilentReader,
} from '../bytes/index.ts';
import type { IssueCode } from '../issues/index.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { decodeLatin1 } from '../text/index.ts';
import { LENGTH_QUOTE, MAX_SHORT_LENGTH, MAX_UINTVAR } from './lengths.ts';

const latin1Slice = NODE_BUFFER?.prototype.latin1Slice;
/** Octets made into characters at once: a call into Node costs the same for any so few. */
const WINDOW_OCTETS = 256;
/** The number that all groups of a uintvar but the last make. */
const MAX_LEADING_GROUPS = Math.floor(MAX_UINTVAR / 128);

/**
 * Reads octets that have no fault, and throws {@link DEPARTURE} at the first that has one: then a {@link ByteReader},
 * which can say where and what it is, has to read them all again. Keeps neither path nor warnings, which cost as much as
 * the reading itself.
 */
export class QuickReader {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  /** Position of the next octet. */
  offset = 0;
  /** Where the current bounded value, or the input, ends. */
  end: number;
  readonly #options: ReaderOptions;
  #window = '';
  #windowStart = 0;
  #windowEnd = 0;

  constructor(bytes: Uint8Array, options: ReaderOptions) {
    this.bytes = requireOctets(bytes, 'bytes');
    this.end = bytes.length;
    this.limits = resolveLimits(options.limits);
    this.#options = options;
  }

  /** The next octet, which stays; -1 at the end. */
  peek(): number {
    return this.offset < this.end ? (this.bytes[this.offset] ?? -1) : -1;
  }

  octet(): number {
    if (this.offset >= this.end) throw DEPARTURE;
    return this.bytes[this.offset++] ?? 0;
  }

  /** A text of printable US-ASCII with its final 00. */
  text(): string {
    const { bytes, end, offset } = this;
    let at = offset;
    // One comparison for both bounds: what is below 20 wraps to a large number.
    while (at < end && ((bytes[at] ?? 0) - 0x20) >>> 0 <= 0x5e) at++;
    if (at >= end || bytes[at] !== 0) throw DEPARTURE;
    this.offset = at + 1;
    return this.characters(offset, at);
  }

  /** The characters of octets that are US-ASCII. */
  characters(start: number, end: number): string {
    if (start < this.#windowStart || end > this.#windowEnd) {
      if (latin1Slice === undefined || end - start > WINDOW_OCTETS)
        return decodeLatin1(this.bytes, start, end);
      this.#windowStart = start;
      this.#windowEnd = Math.min(start + WINDOW_OCTETS, this.bytes.length);
      this.#window = latin1Slice.call(this.bytes, start, this.#windowEnd);
    }
    return this.#window.substring(start - this.#windowStart, end - this.#windowStart);
  }

  /** Uintvar (WAP-230 8.1.2). */
  uintvar(): number {
    let octet = this.octet();
    let value = octet & 0x7f;
    while (octet >= 0x80) {
      if (value === 0 || value > MAX_LEADING_GROUPS) throw DEPARTURE;
      octet = this.octet();
      value = value * 128 + (octet & 0x7f);
    }
    return value;
  }

  /** Long-integer (WAP-230 8.4.2.1). */
  longInteger(): number {
    const octets = this.octet();
    if (octets === 0 || octets > MAX_EXACT_OCTETS) throw DEPARTURE;
    let value = this.octet();
    if (value === 0 && octets > 1) throw DEPARTURE;
    for (let i = 1; i < octets; i++) value = value * 256 + this.octet();
    return value;
  }

  /** Reads a Value-length (WAP-230 8.4.2.2) and bounds the reader to the value; returns the former end for {@link widen}. */
  narrow(): number {
    let length = this.octet();
    if (length > MAX_SHORT_LENGTH) {
      if (length !== LENGTH_QUOTE) throw DEPARTURE;
      length = this.uintvar();
      if (length <= MAX_SHORT_LENGTH) throw DEPARTURE;
    }
    const outerEnd = this.end;
    if (length > outerEnd - this.offset) throw DEPARTURE;
    this.end = this.offset + length;
    return outerEnd;
  }

  /** Returns to the enclosing value from a bounded one that has been read to its end. */
  widen(outerEnd: number): void {
    if (this.offset !== this.end) throw DEPARTURE;
    this.end = outerEnd;
  }

  /**
   * Reads what is rare by its careful reader.
   * @throws {@link DEPARTURE} at a fault
   */
  carefully<T>(codec: { decode(reader: ByteReader): T }): T {
    const reader = new SilentReader(this.bytes, { limits: this.#options.limits, strict: true }, NOTHING);
    reader.offset = this.offset;
    reader.end = this.end;
    const value = codec.decode(reader);
    this.offset = reader.offset;
    return value;
  }
}

const NOTHING: ReadonlySet<IssueCode> = new Set();

/** A Long-integer of so many octets is below 2^53. */
const MAX_EXACT_OCTETS = 6;
