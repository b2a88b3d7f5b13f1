import type { Rule, RuleDay } from './rule.ts';

const DAY_MS = 86_400_000;

/** Most periods that are looked through for an occurrence: days of 27 years, years of all history. */
const MAX_PERIODS = 10_000;

/** Days of the month that every month has, and days of the year that every year has. */
const SAFE_MONTH_DAY = 28;
const SAFE_YEAR_DAY = 365;

/**
 * The first occurrences of a rule, as days; every one is on or after the start.
 * @param start a day, as midnight UTC
 * @param weekStart index of the day on which a week begins
 */
export function* occurrences(rule: Rule, start: Date, weekStart: number): Generator<Date> {
  for (let period = 0; period < MAX_PERIODS; period++) {
    const days = daysIn(rule, start, period * rule.interval, weekStart);
    for (const day of days.toSorted((a, b) => a - b)) {
      if (day >= start.getTime()) yield new Date(day);
    }
  }
}

/** True when every period has exactly one occurrence and the start is the first: `#n` says the same to every reader. */
export function isOnePerPeriod(rule: Rule, start: Date | undefined): boolean {
  if (rule.days.length > 1) return false;
  const [{ ordinal } = { ordinal: 0 }] = rule.days;
  const dayOfStart = start?.getUTCDate() ?? 1;
  const inEveryPeriod = {
    D: true,
    W: true,
    MP: Math.abs(ordinal) < 5,
    MD: Math.abs(ordinal || dayOfStart) <= SAFE_MONTH_DAY,
    YM: dayOfStart <= SAFE_MONTH_DAY,
    YD: ordinal <= SAFE_YEAR_DAY,
  }[rule.kind];
  if (!inEveryPeriod || start === undefined) return inEveryPeriod;
  const [first] = daysIn(rule, start, 0, 0);
  return first === start.getTime();
}

/** The days of one period, in any order. */
function daysIn({ kind, days }: Rule, start: Date, periods: number, weekStart: number): number[] {
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  const dayOfStart = start.getUTCDate();
  switch (kind) {
    case 'D':
      return [start.getTime() + periods * DAY_MS];
    case 'W': {
      const first =
        start.getTime() - ((start.getUTCDay() - weekStart + 7) % 7) * DAY_MS + periods * 7 * DAY_MS;
      const weekdays = days.length === 0 ? [start.getUTCDay()] : days.map(day => day.weekday ?? 0);
      return weekdays.map(weekday => first + ((weekday - weekStart + 7) % 7) * DAY_MS);
    }
    case 'MP':
      return days.flatMap(day => nthWeekday(year, month + periods, day));
    case 'MD':
      return (days.length === 0 ? [{ ordinal: dayOfStart }] : days).flatMap(day =>
        monthDay(year, month + periods, day),
      );
    case 'YM': {
      const months = days.length === 0 ? [month] : days.map(day => day.ordinal - 1);
      return months.flatMap(inYear => monthDay(year + periods, inYear, { ordinal: dayOfStart }));
    }
    case 'YD':
      return days.flatMap(({ ordinal }) => yearDay(year + periods, ordinal));
  }
}

function monthDay(year: number, month: number, { ordinal }: RuleDay): number[] {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = ordinal < 0 ? last + 1 + ordinal : ordinal;
  return day >= 1 && day <= last ? [Date.UTC(year, month, day)] : [];
}

function nthWeekday(year: number, month: number, { ordinal, weekday = 0 }: RuleDay): number[] {
  const last = new Date(Date.UTC(year, month + 1, 0));
  const first = new Date(Date.UTC(year, month, 1));
  const day =
    ordinal > 0
      ? 1 + ((weekday - first.getUTCDay() + 7) % 7) + (ordinal - 1) * 7
      : last.getUTCDate() - ((last.getUTCDay() - weekday + 7) % 7) + (ordinal + 1) * 7;
  return day >= 1 && day <= last.getUTCDate() ? [Date.UTC(year, month, day)] : [];
}

function yearDay(year: number, ordinal: number): number[] {
  const day = Date.UTC(year, 0, ordinal);
  return new Date(day).getUTCFullYear() === year ? [day] : [];
}
