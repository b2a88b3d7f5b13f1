import { badValue } from './field.ts';

/** Date and time in the extended or the basic form of ISO 8601, with `Z`, an offset, or neither. */
const DATE_TIME =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** The day that a date or a time names in its own zone, and whether it says more than the day. */
export function parseDateOf(text: string): { date: string; hasTime: boolean } | undefined {
  const [day = '', time] = text.trim().split(/[T ]/i, 2);
  const date = parseDate(day);
  if (date === undefined || (time !== undefined && readDateTime(`${day}T${time}`) === undefined))
    return undefined;
  return { date, hasTime: /[1-9]/.test(time ?? '') };
}

/** The date `1970-01-31` of `1970-01-31` or `19700131`; `undefined` if it is neither. */
function parseDate(text: string): string | undefined {
  const time = readDateTime(text.trim());
  return time === undefined || text.includes('T') ? undefined : time.slice(0, 10);
}

/**
 * The basic form of a date.
 * @throws MmsError `card/value`
 */
export function formatDate(text: string, path: string): string {
  const date = parseDate(text);
  if (date === undefined) throw badValue('a date such as 1970-01-31', text, path);
  return date.replaceAll('-', '');
}

/**
 * `2006-05-04T09:00:00Z`, or without `Z` a time of the reader's own zone, of any form of ISO 8601 in use; an offset
 * is converted to UTC, a date means its midnight. `undefined` if it is not such a time.
 */
export function parseDateTime(text: string): string | undefined {
  return readDateTime(text.trim());
}

/**
 * The basic form, `20060504T090000Z`.
 * @throws MmsError `card/value`
 */
export function formatDateTime(text: string, path: string): string {
  const time = readDateTime(text);
  if (time === undefined) throw badValue('a time such as 2006-05-04T09:00:00Z', text, path);
  return time.replace(/[-:]/g, '');
}

/** A time moved by seconds; `undefined` outside the years 0 to 9999. */
export function addSeconds(time: string, seconds: number): string | undefined {
  const isUtc = time.endsWith('Z');
  return isoOf(Date.parse(isUtc ? time : `${time}Z`) + seconds * 1000, isUtc);
}

function readDateTime(text: string): string | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (zone === undefined) return written;
  return /^z$/i.test(zone) ? `${written}Z` : addSeconds(`${written}Z`, -offsetSeconds(zone));
}

/** Days of the months of a common year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

function offsetSeconds(zone: string): number {
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

function isoOf(milliseconds: number, isUtc: boolean): string | undefined {
  const time = new Date(milliseconds);
  const year = time.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) return undefined;
  return `${time.toISOString().slice(0, 19)}${isUtc ? 'Z' : ''}`;
}
