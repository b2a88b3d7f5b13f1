import { type ValueCodec, wrongType } from './codec.ts';

/** A whole number within bounds. */
export function integer(least: number, most: number): ValueCodec {
  return {
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

/** One octet as two hexadecimal digits. */
export const octet: ValueCodec = {
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

/** Digits. */
export const LONGEST_LIBRARY_NUMBER = 5;

const LIBRARY_NUMBER = /^[0-9]{1,5}$/;

/** A number in the gateway's library; one outside the documented range is only warned about: the manual contradicts itself on that range. */
export function libraryNumber(from: number, to: number): ValueCodec {
  return {
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
