import { type ByteReader, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';

/** Octets of TP-SCTS and of an absolute validity period. */
export const TIMESTAMP_OCTETS = 7;
const QUARTER_HOUR = 15;
/** The tens of the quarter hours have three bits. */
const MAX_ZONE_QUARTERS = 79;
/** Years have two digits: 90-99 are of the last century. */
const FIRST_YEAR = 1990;

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|([+-])(\d\d):(\d\d))?$/;

function swapped(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}

/** The fields that hold a time: what each takes, and the code with which any other value is refused. */
const TIME_FIELDS = {
  validityPeriod: { code: 'sms/validity-period', takes: 'minutes, a Date, an ISO text or octets' },
  serviceCentreTimestamp: { code: 'sms/field-value', takes: 'a Date or an ISO text' },
} as const;

type TimeField = keyof typeof TIME_FIELDS;

/**
 * A date and time as swapped digits with its zone (3GPP TS 23.040 9.2.3.11).
 * @param time ISO text such as `2026-12-31T23:59:58+01:00`, without zone in UTC, or a Date, written in UTC
 * @throws MmsError `sms/validity-period`, `sms/field-value`
 */
export function timestampOctets(time: string | Date, field: TimeField = 'validityPeriod'): number[] {
  const { code, takes } = TIME_FIELDS[field];
  const refused = (found: string, expected: string): MmsError =>
    new MmsError(code, `expected ${expected}, found ${JSON.stringify(found.slice(0, 40))}`, {
      path: field,
    });
  if (time instanceof Date && Number.isNaN(time.getTime())) throw refused('an invalid Date', 'a time');
  const text = time instanceof Date ? time.toISOString() : time;
  if (typeof text !== 'string') throw wrongType(takes, text, field);
  const match = ISO.exec(text);
  if (match === null) throw refused(text, 'a time such as 2026-12-31T23:59:58+01:00');
  const numbers = match.slice(1, 7).map(Number);
  if (!isCalendarTime(numbers)) throw refused(text, 'an existing date and time of 1990-2089');
  const quarters = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) / QUARTER_HOUR;
  if (!Number.isInteger(quarters) || quarters > MAX_ZONE_QUARTERS)
    throw refused(text, 'a zone of quarter hours');
  return [...numbers.map(value => swapped(value % 100)), swapped(quarters) | (match[7] === '-' ? 0x08 : 0)];
}

function isCalendarTime(numbers: readonly number[]): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return (
    year >= FIRST_YEAR &&
    year < FIRST_YEAR + 100 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

/** ISO text of the next seven octets; `undefined`, with a warning, where they are not a date and time. */
export function readTimestamp(reader: ByteReader): string | undefined {
  const start = reader.offset;
  const octets = [...reader.view(TIMESTAMP_OCTETS)];
  const zoneOctet = octets.pop() ?? 0;
  const values = octets.map(octet => (octet & 0x0f) * 10 + (octet >> 4));
  const areDigits = octets.every(octet => (octet & 0x0f) < 10 && octet >> 4 < 10) && zoneOctet >> 4 < 10;
  const [year = 0, ...rest] = values;
  const fullYear = year + (year < FIRST_YEAR % 100 ? 2000 : 1900);
  if (!areDigits || !isCalendarTime([fullYear, ...rest])) {
    reader.warn('sms/timestamp', 'the octets are not a date and time', start);
    return undefined;
  }
  const [month, day, hour, minute, second] = rest.map(twoDigits);
  return `${fullYear}-${month}-${day}T${hour}:${minute}:${second}${zoneText(zoneOctet)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function zoneText(octet: number): string {
  if (octet === 0) return 'Z';
  const minutes = ((octet & 0x07) * 10 + (octet >> 4)) * QUARTER_HOUR;
  const sign = (octet & 0x08) === 0 ? '+' : '-';
  return `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
