import { parseDateTime } from './date-time.ts';

/** Parts of an iCalendar rule that a vCalendar 1.0 rule can say. */
const KNOWN_PARTS: readonly string[] = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'WKST',
];

/**
 * The vCalendar 1.0 rule of an iCalendar one: `FREQ=WEEKLY;BYDAY=MO,FR;COUNT=10` becomes `W1 MO FR #10`. `undefined`
 * where 1.0 has no such rule.
 */
export function recurrenceOf(rule: string): string | undefined {
  const parts = new Map<string, string>();
  for (const part of rule.trim().toUpperCase().split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (!KNOWN_PARTS.includes(name)) return undefined;
    parts.set(name, value);
  }
  const period = periodOf(parts, parts.get('INTERVAL') ?? '1');
  const end = endOf(parts);
  return period === undefined || end === undefined ? undefined : `${period} ${end}`;
}

function periodOf(parts: ReadonlyMap<string, string>, interval: string): string | undefined {
  const days = parts.get('BYDAY')?.split(',') ?? [];
  const monthDays = parts.get('BYMONTHDAY')?.split(',') ?? [];
  const months = parts.get('BYMONTH')?.split(',') ?? [];
  const frequency = parts.get('FREQ');
  const has = (...lists: readonly string[][]): boolean => lists.some(list => list.length > 0);
  if (frequency === 'DAILY' && !has(days, monthDays, months)) return `D${interval}`;
  if (frequency === 'WEEKLY' && !has(monthDays, months) && days.every(isWeekday)) {
    return [`W${interval}`, ...days].join(' ');
  }
  if (frequency === 'MONTHLY' && !has(months)) return monthlyOf(interval, days, monthDays);
  if (frequency === 'YEARLY' && !has(days, monthDays)) return [`YM${interval}`, ...months].join(' ');
  return undefined;
}

function monthlyOf(
  interval: string,
  days: readonly string[],
  monthDays: readonly string[],
): string | undefined {
  if (days.length === 0) return [`MD${interval}`, ...monthDays.map(numbered)].join(' ');
  if (monthDays.length > 0) return undefined;
  const positions = days.map(day => /^([+-]?)(\d)([A-Z]{2})$/.exec(day));
  if (positions.some(position => position === null)) return undefined;
  return [
    `MP${interval}`,
    ...positions.map(match => `${match?.[2]}${match?.[1] === '-' ? '-' : '+'} ${match?.[3]}`),
  ].join(' ');
}

/** A day counted from the end of the month has its minus behind it. */
function numbered(day: string): string {
  return day.startsWith('-') ? `${day.slice(1)}-` : day;
}

function isWeekday(day: string): boolean {
  return /^[A-Z]{2}$/.test(day);
}

/** A number of occurrences, a last time, or for ever: without either a 1.0 rule would end after two. */
function endOf(parts: ReadonlyMap<string, string>): string | undefined {
  const until = parts.get('UNTIL');
  if (until === undefined) return `#${parts.get('COUNT') ?? '0'}`;
  return parseDateTime(until)?.replace(/[-:]/g, '');
}
