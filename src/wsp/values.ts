import {
  ByteReader,
  type ByteWriter,
  DEPARTURE,
  requireOctets,
  requireText,
  wrongType,
} from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { charsetMibEnum, charsetName, usualCharset } from '../text/index.ts';
import type { Codec } from './codec.ts';
import { badForm, integerValue, longInteger, shortInteger, uintvar } from './integers.ts';
import { textString, tokenText } from './texts.ts';

/** Seconds of 9999-12-31T23:59:59Z, the last instant that an ISO text with four digits of year can name. */
export const MAX_DATE_SECONDS = 253_402_300_799;

/** What may be given for a date: a Date, or an ISO 8601 text, read as UTC when it has no zone. */
export type DateInput = Date | string;

const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Whole seconds since 1970-01-01T00:00:00Z.
 * @throws MmsError `bytes/value-range` unless the date is valid and not before 1970
 */
export function dateToSeconds(input: DateInput): number {
  const date = typeof input === 'string' ? parseIsoDate(input) : input;
  if (!(date instanceof Date)) throw wrongType('a Date or an ISO 8601 text', date);
  const seconds = Math.floor(date.getTime() / 1000);
  if (seconds >= 0 && seconds <= MAX_DATE_SECONDS) return seconds;
  throw new MmsError('bytes/value-range', `expected a date from 1970 to 9999, found ${String(input)}`, {
    hint: 'write a date as 2004-05-23T14:14:58Z',
  });
}

function parseIsoDate(text: string): Date {
  if (!ISO_DATE.test(text) || !isDayOfCalendar(text)) return new Date(Number.NaN);
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/.test(text);
  return new Date(hasZone || !text.includes('T') ? text : `${text}Z`);
}

/** False for days such as February 30, which Date takes for March 1. */
function isDayOfCalendar(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Date-value (WAP-230 8.4.2.3): seconds since 1970-01-01T00:00:00Z as a Long-integer. */
export const dateValue: Codec<Date, DateInput> = {
  name: 'Date-value',
  clause: 'WAP-230 8.4.2.3',
  encode(writer, value) {
    longInteger.encode(writer, dateToSeconds(value));
  },
  decode(reader) {
    const start = reader.offset;
    const seconds = longInteger.decode(reader);
    if (seconds > MAX_DATE_SECONDS)
      throw reader.error('bytes/value-range', 'a date after the year 9999', start);
    return new Date(seconds * 1000);
  },
  decodeQuickly(reader) {
    const seconds = reader.longInteger();
    if (seconds > MAX_DATE_SECONDS) throw DEPARTURE;
    return new Date(seconds * 1000);
  },
};

/** Uri-value (WAP-230 8.4.2.3): a Text-string. */
export const uriValue: Codec<string> = { ...textString, name: 'Uri-value', clause: 'WAP-230 8.4.2.3' };

const NO_MINOR = 15;

const FIRST_VERSION_CODE = 0x10;

/** The version of each seven bits: major 1 to 7 in three, minor 0 to 14 in four, 15 for none. */
const VERSIONS: readonly string[] = Array.from({ length: 0x80 }, (_, code) => formatVersion(code));

const VERSION_CODES: ReadonlyMap<string, number> = new Map(
  VERSIONS.map((version, code) => [version, code] as const).slice(FIRST_VERSION_CODE),
);

function formatVersion(code: number): string {
  const minor = code & 15;
  return minor === NO_MINOR ? `${code >> 4}` : `${code >> 4}.${minor}`;
}

/** The number of a version such as `1.2` in a Version-value, by which versions compare; `undefined`: it has none. */
export function versionCode(version: string): number | undefined {
  requireText(version, 'a version such as "1.2"', 'version');
  return VERSION_CODES.get(version);
}

/** Version-value (WAP-230 8.4.2.3): `1.2` as one octet, major in three bits, minor in four (15: none), else a text. */
export const versionValue: Codec<string> & { readonly byOctet: readonly (string | undefined)[] } = {
  name: 'Version-value',
  clause: 'WAP-230 8.4.2.3',
  encode(writer, value) {
    const code = versionCode(value);
    if (code !== undefined) shortInteger.encode(writer, code);
    else if (writer.carried === undefined) tokenText.encode(writer, value);
    else textString.encode(writer, value);
  },
  decode(reader) {
    if (reader.peek() < 0x80) return textString.decode(reader);
    return VERSIONS[shortInteger.decode(reader)] ?? '';
  },
  byOctet: [...Array.from({ length: 0x80 }, () => undefined), ...VERSIONS],
};

/** Q-value (WAP-230 8.4.2.3): 0 to 0.999 with at most three decimals, as a uintvar. */
export const qValue: Codec<number> = {
  name: 'Q-value',
  clause: 'WAP-230 8.4.2.3',
  encode(writer, value) {
    if (typeof value !== 'number') throw wrongType('a number', value);
    const thousandths = Math.round(value * 1000);
    if (!(thousandths >= 0 && thousandths < 1000) || Math.abs(thousandths - value * 1000) > 1e-6) {
      throw new MmsError(
        'wsp/parameter-value',
        `expected 0 to 0.999 with at most three decimals, found ${value}`,
      );
    }
    uintvar.encode(writer, thousandths % 10 === 0 ? thousandths / 10 + 1 : thousandths + 100);
  },
  decode(reader) {
    const start = reader.offset;
    const code = uintvar.decode(reader);
    if (code >= 1 && code <= 100) return (code - 1) / 100;
    if (code > 100 && code < 1100) return (code - 100) / 1000;
    throw reader.error('wsp/value-form', `expected a Q-value, found ${code}`, start);
  },
};

/** Well-known-charset (WAP-230 8.4.2.8): the name of an IANA charset, or a number that has no name here. */
export const wellKnownCharset: Codec<string | number> = {
  name: 'Well-known-charset',
  clause: 'WAP-230 8.4.2.8',
  encode(writer, value) {
    if (typeof value === 'number') integerValue.encode(writer, value);
    else if (typeof value !== 'string') throw wrongType('the name of a charset', value);
    else {
      const mibEnum = charsetMibEnum(value);
      if (mibEnum === undefined) tokenText.encode(writer, value);
      else integerValue.encode(writer, mibEnum);
    }
  },
  decode(reader) {
    const first = reader.peek();
    if (first >= 0x20 && first < 0x80) return usualCharset(tokenText.decode(reader));
    return charsetOrText(integerValue.decode(reader));
  },
  byOctet: Array.from({ length: 0x100 }, (_, octet) =>
    octet < 0x80 ? undefined : charsetOrText(octet & 0x7f),
  ),
};

/** A charset as decoded values name it: a registered MIBenum becomes its name, a name goes to lower case. */
export function charsetOrText(charset: string | number): string | number {
  return typeof charset === 'number' ? (charsetName(charset) ?? charset) : usualCharset(charset);
}

/** Field-name (WAP-230 8.4.2.6): the number of a header without its high bit, or a token. */
export const fieldName: Codec<string | number> = {
  name: 'Field-name',
  clause: 'WAP-230 8.4.2.6',
  encode(writer, value) {
    if (typeof value === 'number') shortInteger.encode(writer, value);
    else tokenText.encode(writer, value);
  },
  decode(reader) {
    return reader.peek() >= 0x80 ? shortInteger.decode(reader) : tokenText.decode(reader);
  },
};

/**
 * Steps over a value of unknown format by its first octet (WAP-230 8.4.1.2) and returns its octets: a view, so long as
 * they end where the value does.
 * @param mayEnd true inside a bounded value, whose end stands for the final 00 of a text
 */
export function readUnknownValue(reader: ByteReader, mayEnd = false): Uint8Array {
  const start = reader.offset;
  const first = reader.octet();
  if (first <= 30) reader.skip(first);
  else if (first === 31) reader.skip(uintvar.decode(reader));
  else if (first < 0x80) return skipText(reader, start, mayEnd);
  return reader.bytes.subarray(start, reader.offset);
}

function skipText(reader: ByteReader, start: number, mayEnd: boolean): Uint8Array {
  const terminator = reader.bytes.subarray(reader.offset, reader.end).indexOf(0);
  if (terminator >= 0) {
    reader.skip(terminator + 1);
    return reader.bytes.subarray(start, reader.offset);
  }
  if (!mayEnd) throw badForm(reader, 'a text with its final 00', 0);
  reader.warn('wsp/missing-terminator', 'a text without its final 00', reader.end);
  reader.offset = reader.end;
  return terminated(reader.bytes.subarray(start, reader.end));
}

/** The octets and a final 00. */
function terminated(octets: Uint8Array): Uint8Array {
  const text = new Uint8Array(octets.length + 1);
  text.set(octets);
  return text;
}

/** True for octets that are one value: a reader that does not know its format ends where they do. */
function isOneValue(raw: Uint8Array): boolean {
  const reader = new ByteReader(raw);
  try {
    readUnknownValue(reader);
    return reader.left === 0;
  } catch {
    return false;
  }
}

/**
 * Writes the octets of a value of unknown format.
 * @throws MmsError `wsp/raw-value` for octets that a reader would not take for one value
 */
export function writeRawValue(writer: ByteWriter, raw: Uint8Array): void {
  if (!isOneValue(requireOctets(raw))) {
    throw new MmsError('wsp/raw-value', `expected the octets of one value, found ${raw.length} octets`, {
      hint: 'a value begins with its length, is a text with its final 00, or one octet from 80 on',
    });
  }
  writer.octets(raw);
}

/** Steps over the octets of a uintvar, whatever number they make, and returns them. */
export function readRawUintvar(reader: ByteReader): Uint8Array {
  const start = reader.offset;
  while (reader.left > 0 && reader.octet() >= 0x80);
  return reader.bytes.subarray(start, reader.offset);
}

/**
 * Writes the octets of a uintvar. A decoded one may have been cut by the end of its section, where it stands last.
 * @throws MmsError `wsp/raw-value` for other octets
 */
export function writeRawUintvar(writer: ByteWriter, raw: Uint8Array): void {
  const end = requireOctets(raw).findIndex(octet => octet < 0x80);
  const isWhole = end >= 0 && end === raw.length - 1;
  const isCut = end < 0 && writer.carried !== undefined;
  if (!isWhole && !isCut) {
    throw new MmsError('wsp/raw-value', `expected the octets of one uintvar, found ${raw.length} octets`, {
      hint: 'its last octet alone is below 80',
    });
  }
  writer.octets(raw);
}
