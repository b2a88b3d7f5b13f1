import { isMmsError } from '../errors.ts';
import { countSeptets } from '../sms/index.ts';
import { indexOfControl, indexOfLoneSurrogate } from '../text/index.ts';
import type { Report } from './findings.ts';
import { internationalNumbers } from './phone-number.ts';

/** How one value of a message stands in a form, both ways. What does not fit is reported and gives `undefined`. */
export interface ValueCodec {
  /** For the reference: what the form holds. */
  readonly form: string;
  /** True when the form text needs no percent-encoding. */
  readonly unreserved?: true;
  /** True when blanks in the form text can only be slips. */
  readonly blankless?: true;
  /** True when a form text is of this kind, where a parameter takes several. */
  readonly reads?: (text: string) => boolean;
  encode(value: unknown, report: Report): string | undefined;
  decode(text: string, report: Report): unknown;
  /** The value for a JSON document, where it is no JSON value itself. */
  readonly toJson?: (value: unknown, report: Report) => unknown;
  /** The value from a JSON document. */
  readonly fromJson?: (value: unknown, report: Report) => unknown;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeName(value);
}

function wrongType(value: unknown, expected: string, report: Report): undefined {
  return report('submit/type', `expected ${expected}, found ${typeName(value)}`);
}

export interface TextOptions {
  /** In UTF-16 units. */
  readonly maxLength?: number;
  /** In UTF-16 units, for a text with characters outside the GSM alphabet: beyond it there is a warning. */
  readonly maxUnicodeLength?: number;
  /** Line ends and tabs are allowed. */
  readonly lines?: true;
  readonly pattern?: RegExp;
  /** What the pattern wants, in words. */
  readonly expected?: string;
  /** The value is never shown in a finding. */
  readonly secret?: true;
}

const NUL = '\0';

function checkCharacters(text: string, lines: boolean, report: Report): boolean {
  const surrogate = indexOfLoneSurrogate(text);
  if (surrogate >= 0) report('submit/character', `half a surrogate pair at character ${surrogate + 1}`);
  const control = lines ? text.indexOf(NUL) : indexOfControl(text);
  if (control >= 0) report('submit/character', `a control character at character ${control + 1}`);
  return surrogate < 0 && control < 0;
}

function isGsm(text: string): boolean {
  try {
    return countSeptets(text) >= 0;
  } catch (error) {
    if (isMmsError(error)) return false;
    throw error;
  }
}

function checkText(value: string, options: TextOptions, report: Report): string | undefined {
  const { maxLength = Infinity, maxUnicodeLength = Infinity, lines, pattern, expected, secret } = options;
  const { length } = value;
  if (length === 0) return report('submit/value', 'an empty text', { hint: 'leave it out' });
  if (length > maxLength)
    return report('submit/too-long', `at most ${maxLength} characters, found ${length}`);
  if (!checkCharacters(value, lines === true, report)) return undefined;
  if (pattern !== undefined && !pattern.test(value)) {
    return report('submit/value', `expected ${expected}, found ${secret === true ? 'others' : shown(value)}`);
  }
  if (length > maxUnicodeLength && !isGsm(value)) {
    const hint = `${maxUnicodeLength} of them fit for sure`;
    report('submit/long-unicode-text', `${length} characters, some outside the GSM alphabet`, { hint });
  }
  return value;
}

/** A text that is not empty. */
export function text(options: TextOptions = {}): ValueCodec {
  const { maxLength, expected } = options;
  return {
    form: expected ?? (maxLength === undefined ? 'text' : `text, at most ${maxLength} characters`),
    encode: (value, report) =>
      typeof value === 'string' ? checkText(value, options, report) : wrongType(value, 'a text', report),
    decode: value => value,
  };
}

/** A list of telephone numbers, separated by commas. */
export const numberList: ValueCodec = {
  form: 'numbers separated by commas',
  blankless: true,
  encode(value, report) {
    if (!Array.isArray(value)) return wrongType(value, 'a list of numbers', report);
    const numbers = internationalNumbers(value, report);
    return numbers.length === 0 ? undefined : numbers.join(',');
  },
  decode(value, report) {
    const entries = value.split(',');
    if (!/^[0-9,]*$/.test(value)) report('submit/form-number', 'characters other than digits and commas');
    return entries;
  },
};

/** Digits. */
export const LONGEST_LIBRARY_NUMBER = 5;

const LIBRARY_NUMBER = /^[0-9]{1,5}$/;

/** A number in the gateway's library; one outside the documented range is only warned about (C6, C7). */
export function libraryNumber(from: number, to: number): ValueCodec {
  return {
    form: `library number, ${from} to ${to}`,
    unreserved: true,
    blankless: true,
    reads: value => LIBRARY_NUMBER.test(value),
    encode(value, report) {
      if (typeof value !== 'number') return wrongType(value, 'a library number', report);
      if (!Number.isInteger(value) || value < 1 || value > 99999) {
        return report('submit/value', `expected a library number of 1 to 5 digits, found ${value}`);
      }
      if (value < from || value > to) {
        report('submit/library-range', `library numbers of this kind are ${from} to ${to}, found ${value}`);
      }
      return String(value);
    },
    decode(value, report) {
      if (LIBRARY_NUMBER.test(value)) return Number(value);
      return report('submit/form-value', `expected a library number of 1 to 5 digits`);
    },
  };
}

function octetsFromHex(hex: string, report: Report): Uint8Array | undefined {
  const bytes = Buffer.from(hex, 'hex');
  const end = bytes.length * 2;
  if (end === hex.length) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = JSON.stringify(hex.slice(end, end + 8));
  return report('submit/form-hex', `no pair of hexadecimal digits at character ${end + 1}: ${found}`);
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Octets in hexadecimal, written in upper case. `least` keeps them longer than any library number. */
export function octets(least = 1): ValueCodec {
  return {
    form: 'octets in hexadecimal',
    unreserved: true,
    blankless: true,
    encode(value, report) {
      if (!(value instanceof Uint8Array)) return wrongType(value, 'a Uint8Array', report);
      if (value.length < least) {
        return report('submit/value', `expected at least ${least} octets, found ${value.length}`);
      }
      return toBuffer(value).toString('hex').toUpperCase();
    },
    decode: (value, report) => octetsFromHex(value, report) ?? new Uint8Array(),
    toJson: value => (value instanceof Uint8Array ? toBuffer(value).toString('hex') : value),
    fromJson: (value, report) => (typeof value === 'string' ? octetsFromHex(value, report) : value),
  };
}

/** One octet as two hexadecimal digits. */
export const octet: ValueCodec = {
  form: 'one octet in hexadecimal',
  unreserved: true,
  blankless: true,
  encode(value, report) {
    if (typeof value !== 'number') return wrongType(value, 'a number', report);
    if (!Number.isInteger(value) || value < 0 || value > 0xff) {
      return report('submit/value', `expected 0 to 255, found ${value}`);
    }
    return value.toString(16).padStart(2, '0').toUpperCase();
  },
  decode(value, report) {
    if (/^[0-9A-Fa-f]{2}$/.test(value)) return Number.parseInt(value, 16);
    return report('submit/form-hex', 'expected two hexadecimal digits');
  },
};

/** A whole number within bounds. */
export function integer(least: number, most: number): ValueCodec {
  return {
    form: `${least} to ${most}`,
    unreserved: true,
    blankless: true,
    encode(value, report) {
      if (typeof value !== 'number') return wrongType(value, 'a number', report);
      if (Number.isInteger(value) && value >= least && value <= most) return String(value);
      return report('submit/value', `expected ${least} to ${most}, found ${value}`);
    },
    decode(value, report) {
      if (/^[0-9]{1,9}$/.test(value)) return Number(value);
      return report('submit/form-value', 'expected a whole number');
    },
  };
}

/** One of some values, each with its text in the form. */
export function oneOf(pairs: readonly (readonly [value: unknown, form: string])[]): ValueCodec {
  const forms = new Map(pairs);
  const values = new Map(pairs.map(([value, form]) => [form, value]));
  return {
    form: [...values.keys()].join(', '),
    encode(value, report) {
      const known = forms.get(value);
      if (known !== undefined) return known;
      return report('submit/value', `expected one of ${[...forms.keys()].join(', ')}, found ${shown(value)}`);
    },
    decode(value, report) {
      if (values.has(value)) return values.get(value);
      return report('submit/form-value', `expected one of ${[...values.keys()].join(', ')}`);
    },
  };
}

/** One of some words that stand in the form as they are. */
export function word(words: readonly string[]): ValueCodec {
  return oneOf(words.map(value => [value, value]));
}

const UTC = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?Z?$/;

function parseUtc(written: string): Date | undefined {
  const match = UTC.exec(written)?.[1];
  if (match === undefined) return undefined;
  const date = new Date(`${match}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match) ? date : undefined;
}

/** A moment in UTC as `YYYY-MM-DDTHH:MM:SS`, without zone designator and fraction (C21). */
export const dateTime: ValueCodec = {
  form: 'YYYY-MM-DDTHH:MM:SS in UTC',
  encode(value, report) {
    const date = typeof value === 'string' ? parseUtc(value) : value;
    if (date === undefined) {
      return report('submit/value', 'expected YYYY-MM-DDTHH:MM:SS in UTC', {
        hint: 'Z may follow, other zones not',
      });
    }
    if (!(date instanceof Date)) return wrongType(value, 'a Date or a text', report);
    const year = date.getUTCFullYear();
    if (!(year >= 0 && year <= 9999)) return report('submit/value', 'expected a date in the years 0 to 9999');
    return date.toISOString().slice(0, 19);
  },
  decode(value, report) {
    const date = value.length === 19 ? parseUtc(value) : undefined;
    return date ?? report('submit/form-value', 'expected YYYY-MM-DDTHH:MM:SS in UTC');
  },
  toJson(value, report) {
    const written = this.encode(value, report);
    return written === undefined ? undefined : `${written}Z`;
  },
};
