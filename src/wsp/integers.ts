import { type ByteReader, type ByteWriter, DEPARTURE, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Codec } from './codec.ts';
import { MAX_UINTVAR, MAX_UINTVAR_OCTETS } from './lengths.ts';

const MAX_LONG_INTEGER_OCTETS = 30;
function requireInteger(value: number, highest: number): void {
  if (typeof value !== 'number') throw wrongType('a number', value);
  if (!Number.isInteger(value) || value < 0 || value > highest) {
    throw new MmsError('bytes/value-range', `expected an integer from 0 to ${highest}, found ${value}`);
  }
}

/** Short-integer (WAP-230 8.4.2.1): one octet, 80 + value, for 0 to 127. */
export const shortInteger: Codec<number> = {
  name: 'Short-integer',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, value) {
    requireInteger(value, 0x7f);
    writer.octet(0x80 | value);
  },
  decode(reader) {
    const octet = reader.octet();
    if (octet < 0x80) throw badForm(reader, 'Short-integer', octet);
    return octet & 0x7f;
  },
};

/**
 * Long-integer (WAP-230 8.4.2.1): a length and that many octets, most significant first; 0 to 2^53 - 1.
 * Read also with leading zero octets, without octets (zero), and as Short-integer, each with a warning.
 */
export const longInteger: Codec<number> = {
  name: 'Long-integer',
  clause: 'WAP-230 8.4.2.1',
  encode(writer, value) {
    requireInteger(value, Number.MAX_SAFE_INTEGER);
    let octets = 1;
    for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) octets++;
    writer.octet(octets);
    for (let unit = 256 ** (octets - 1); unit >= 1; unit /= 256) writer.octet(Math.floor(value / unit) % 256);
  },
  decode(reader) {
    const start = reader.offset;
    const length = reader.octet();
    if (length >= 0x80) {
      reader.warn('wsp/integer-form', 'expected a Long-integer, found a Short-integer', start);
      return length & 0x7f;
    }
    return readLongInteger(reader, length, start);
  },
  decodeQuickly: reader => reader.longInteger(),
};

function readLongInteger(reader: ByteReader, length: number, start: number): number {
  if (length > MAX_LONG_INTEGER_OCTETS) throw badForm(reader, 'Long-integer', length);
  if (length > reader.left) throw reader.truncated(length);
  let value = 0;
  for (let i = 0; i < length; i++) {
    const octet = reader.octet();
    if (i === 0 && octet === 0 && length > 1) {
      reader.warn('wsp/non-minimal', 'a Long-integer with leading zero octets', start);
    }
    value = value * 256 + octet;
  }
  if (length === 0) reader.warn('wsp/non-minimal', 'a Long-integer of no octets stands for zero', start);
  if (value > Number.MAX_SAFE_INTEGER) {
    throw reader.error('bytes/value-range', 'a Long-integer above 2^53 - 1', start);
  }
  return value;
}

/** Integer-value (WAP-230 8.4.2.3): Short-integer up to 127, else Long-integer. */
export const integerValue: Codec<number> = {
  name: 'Integer-value',
  clause: 'WAP-230 8.4.2.3',
  encode(writer, value) {
    if (typeof value === 'number' && value >= 0 && value <= 0x7f) shortInteger.encode(writer, value);
    else longInteger.encode(writer, value);
  },
  decode(reader) {
    const start = reader.offset;
    const first = reader.octet();
    if (first >= 0x80) return first & 0x7f;
    const value = readLongInteger(reader, first, start);
    if (value <= 0x7f) reader.warn('wsp/integer-form', `${value} as a Long-integer`, start);
    return value;
  },
  decodeQuickly(reader) {
    if (reader.peek() >= 0x80) return reader.octet() & 0x7f;
    const value = reader.longInteger();
    if (value <= 0x7f) throw DEPARTURE;
    return value;
  },
};

/** Uintvar (WAP-230 8.1.2): seven bits an octet, most significant group first; 0 to 2^32 - 1. */
export const uintvar: Codec<number> = {
  name: 'Uintvar',
  clause: 'WAP-230 8.1.2',
  encode(writer, value) {
    requireInteger(value, MAX_UINTVAR);
    if (value >= 0x1000_0000) writer.octet(0x80 | (value >>> 28));
    if (value >= 0x20_0000) writer.octet(0x80 | (value >>> 21));
    if (value >= 0x4000) writer.octet(0x80 | (value >>> 14));
    if (value >= 0x80) writer.octet(0x80 | (value >>> 7));
    writer.octet(value & 0x7f);
  },
  decode(reader) {
    const start = reader.offset;
    let octet = reader.octet();
    if (octet === 0x80) reader.warn('wsp/non-minimal', 'a uintvar with leading zero groups', start);
    let value = octet & 0x7f;
    for (let octets = 1; octet >= 0x80; octets++) {
      if (octets === MAX_UINTVAR_OCTETS) {
        throw reader.error('wsp/uintvar-range', 'a uintvar longer than 5 octets', start);
      }
      octet = reader.octet();
      value = value * 128 + (octet & 0x7f);
    }
    if (value > MAX_UINTVAR) throw reader.error('wsp/uintvar-range', 'a uintvar above 32 bits', start);
    return value;
  },
};

/** The error for octets that are not of the expected form; `octet` is the one just read. */
export function badForm(reader: ByteReader, expected: string, octet: number): MmsError {
  const found = octet.toString(16).padStart(2, '0');
  return reader.error('wsp/value-form', `expected ${expected}, found the octet ${found}`, reader.offset - 1);
}

/** Octets that a uintvar takes. */
export function uintvarSize(value: number): number {
  let octets = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) octets++;
  return octets;
}

/** Writes a uintvar; for {@link ByteWriter.join}. */
export function uintvarPrefix(writer: ByteWriter, length: number): void {
  uintvar.encode(writer, length);
}
