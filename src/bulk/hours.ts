import { MmsError } from '../errors.ts';

/** When a campaign may be sent. */
export interface Hours {
  /** `08:00` */
  readonly from: string;
  /** `20:00`, later than `from`. */
  readonly to: string;
  /** 1 for Monday to 7 for Sunday; default: all. */
  readonly days?: readonly number[];
  /** An IANA name such as `Europe/London`; default `UTC`. */
  readonly timeZone?: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const WEEK: readonly (string | undefined)[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

interface ReadHours {
  readonly from: number;
  readonly to: number;
  readonly days: ReadonlySet<number>;
  readonly clock: Intl.DateTimeFormat;
}

function refuse(message: string, path: string): MmsError {
  return new MmsError('bulk/hours', message, { path: `hours.${path}` });
}

function minuteOf(text: string, path: string): number {
  const [, hour, minute] = /^([01][0-9]|2[0-4]):([0-5][0-9])$/.exec(text) ?? [];
  const of = Number(hour) * 60 + Number(minute);
  if (Number.isNaN(of) || of > DAY_MINUTES) throw refuse(`expected a time such as 08:00`, path);
  return of;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch (error) {
    throw new MmsError('bulk/hours', 'expected a time zone such as Europe/London', {
      path: 'hours.timeZone',
      cause: error,
    });
  }
}

function readHours({ from, to, days = [1, 2, 3, 4, 5, 6, 7], timeZone = 'UTC' }: Hours): ReadHours {
  const read = { from: minuteOf(from, 'from'), to: minuteOf(to, 'to'), days: new Set(days) };
  if (read.from >= read.to) throw refuse('expected an end that is later than the beginning', 'to');
  if (days.length === 0 || !days.every(day => Number.isInteger(day) && day >= 1 && day <= 7))
    throw refuse('expected days from 1 to 7', 'days');
  return { ...read, clock: clockOf(timeZone) };
}

/** @throws MmsError `bulk/hours` */
export function checkHours(hours: Hours): void {
  readHours(hours);
}

/**
 * Milliseconds until the hours begin; 0 within them. Reckoned on the clock of the wall: where it is put forward or back
 * in between, the answer is an hour off, so ask again then.
 */
export function closedForMs(hours: Hours, now: Date): number {
  const { from, to, days, clock } = readHours(hours);
  const parts = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]));
  const today = WEEK.indexOf(parts['weekday']);
  const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
  const isDay = (after: number): boolean => days.has(((today + after) % 7) + 1);
  if (isDay(0) && minute >= from && minute < to) return 0;
  let after = minute < from ? 0 : 1;
  while (!isDay(after)) after += 1;
  const intoMinuteMs = now.getTime() % MINUTE_MS;
  return (after * DAY_MINUTES + from - minute) * MINUTE_MS - intoMinuteMs;
}
