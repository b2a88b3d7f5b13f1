import { wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { OpaqueForm } from '../wbxml/index.ts';
import { type DateInput, dateToSeconds } from '../wsp/index.ts';

/** Year in two octets, month, day; hour, minute and second may be missing. */
const MIN_OCTETS = 4;
const MAX_OCTETS = 7;
const UTC_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** Month 62 or day 0 is not a date, and would be written as fewer octets than a date has. */
const DIGITS = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/;

/**
 * A date as SI writes it: UTC, no fractions; nothing for none.
 * @throws MmsError `bytes/value-range`, `bytes/value-type`
 */
export function utcDateText(date: DateInput | undefined, path: string): string | undefined {
  if (date === undefined) return undefined;
  if (typeof date !== 'string' && !(date instanceof Date)) {
    throw wrongType('a Date or an ISO 8601 text', date, path);
  }
  return `${new Date(dateToSeconds(date) * 1000).toISOString().slice(0, 19)}Z`;
}

/** A date as BCD octets, century first, zero octets at the end left out (WAP-167 9.2.1). */
export const opaqueDate: OpaqueForm = {
  encode(text) {
    if (!UTC_DATE.test(text)) {
      throw new MmsError(
        'push/date',
        `expected a date such as 2026-10-20T10:15:30Z, found ${JSON.stringify(text.slice(0, 40))}`,
      );
    }
    const digits = text.replace(/\D/g, '');
    const octets = Array.from({ length: MAX_OCTETS }, (_, i) =>
      Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16),
    );
    return new Uint8Array(octets.slice(0, octets.findLastIndex(octet => octet !== 0) + 1));
  },
  decode(octets) {
    if (octets.length < MIN_OCTETS || octets.length > MAX_OCTETS) return undefined;
    const digits = [...octets].map(octet => octet.toString(16).padStart(2, '0')).join('');
    const found = DIGITS.exec(digits.padEnd(MAX_OCTETS * 2, '0'));
    if (found === null) return undefined;
    const [, year, month, day, hour, minute, second] = found;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  },
};
