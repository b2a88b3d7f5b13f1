import type { ByteReader, ByteWriter } from '../bytes/index.ts';
import { wrongType } from '../bytes/index.ts';
import { uintvar } from './integers.ts';
import { LENGTH_QUOTE, MAX_SHORT_LENGTH } from './lengths.ts';

const VALUE_LENGTH = { name: 'Value-length', clause: 'WAP-230 8.4.2.2' } as const;
/** Writes a Value-length (WAP-230 8.4.2.2): one octet up to 30, else 1F and a uintvar; for {@link ByteWriter.join}. */
export function valueLengthPrefix(writer: ByteWriter, length: number): void {
  if (typeof length !== 'number') throw wrongType('a number of octets', length, 'length');
  if (length > MAX_SHORT_LENGTH) {
    writer.octet(LENGTH_QUOTE);
    uintvar.encode(writer, length);
  } else {
    writer.octet(length);
  }
}

/** Reads a Value-length (WAP-230 8.4.2.2). */
export function readValueLength(reader: ByteReader): number {
  const start = reader.offset;
  const first = reader.octet();
  if (first <= MAX_SHORT_LENGTH) {
    if (reader.isTraced) reader.piece(VALUE_LENGTH, start, first);
    return first;
  }
  if (first !== LENGTH_QUOTE) {
    const found = first.toString(16);
    throw reader.error('wsp/value-length', `expected a Value-length, found the octet ${found}`, start);
  }
  const length = uintvar.decode(reader);
  if (length <= MAX_SHORT_LENGTH) {
    reader.warn('wsp/non-minimal', `a Value-length of ${length} with Length-quote`, start);
  }
  if (reader.isTraced) reader.piece(VALUE_LENGTH, start, length);
  return length;
}

/**
 * Reads a Value-length and bounds the reader to the value; one that reaches past the enclosing end is cut to that, with
 * a warning. Returns the former end for `widen`.
 */
export function narrowToValue(reader: ByteReader): number {
  const start = reader.offset;
  const length = readValueLength(reader);
  if (length <= reader.left) return reader.narrow(length);
  reader.warn('wsp/length-overrun', `a length of ${length} octets where ${reader.left} are left`, start);
  return reader.narrow(reader.left);
}

/**
 * Reads a value bounded by its Value-length; whatever `read` leaves over is reported and skipped, and a length that
 * reaches past the enclosing end is cut to that.
 */
export function readBounded<T>(reader: ByteReader, read: (reader: ByteReader) => T): T {
  const outerEnd = narrowToValue(reader);
  const value = read(reader);
  reportRest(reader);
  reader.widen(outerEnd);
  return value;
}

/** Warns when the bounded value has octets left. */
function reportRest(reader: ByteReader): void {
  if (reader.left > 0) reader.warn('wsp/section-rest', `${reader.left} octets left inside a bounded value`);
}

/** Writes a value with its Value-length in front. */
export function writeBounded(writer: ByteWriter, write: () => void): void {
  writer.fork();
  write();
  writer.join(valueLengthPrefix);
}
