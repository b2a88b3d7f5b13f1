import { occurrences } from './occurrences.ts';
import type { RuleParts } from './parts.ts';
import type { Rule, RuleDay } from './rule.ts';

/** Every week of a month. */
const EVERY_WEEK = [1, 2, 3, 4, 5] as const;
const DAYS_A_WEEK = 7;
const MONTHS_A_YEAR = 12;
/** Beyond it a month may not have the day, so that another one is the third, say. */
const SAFE_MONTH_DAY = 28;

/** The vCalendar 1.0 rule, without its end, of an iCalendar one; `undefined` where 1.0 has none. */
export function ruleOfParts(parts: RuleParts, start: string | undefined): Rule | undefined {
  if (!isTimeOfStart(parts.byTime, start)) return undefined;
  const { frequency, byYearDay } = parts;
  if (byYearDay.length > 0 && frequency !== 'YEARLY') return undefined;
  if (frequency === 'DAILY') return daily(parts);
  if (frequency === 'WEEKLY') return weekly(parts);
  if (frequency === 'MONTHLY') return monthly(parts, start);
  return frequency === 'YEARLY' ? yearly(parts, start) : undefined;
}

/** A rule has no times of its own: it falls at that of the start. */
function isTimeOfStart(byTime: RuleParts['byTime'], start: string | undefined): boolean {
  const [, hour, minute, second] = /T(\d\d):(\d\d):(\d\d)/.exec(start ?? '') ?? [];
  return [hour, minute, second].every((text, i) => {
    const stated = byTime[i] ?? [];
    return stated.length === 0 || (stated.length === 1 && stated[0] === Number(text));
  });
}

/** Every day, or every such day, which is a rule by weeks or months. */
function daily(parts: RuleParts): Rule | undefined {
  const { interval, byDay, byMonthDay, byMonth, bySetPos } = parts;
  if (byMonth.length > 0 || bySetPos.length > 0) return undefined;
  if (byDay.length === 0 && byMonthDay.length === 0) return { kind: 'D', interval, days: [] };
  if (interval > 1 || (byDay.length > 0 && byMonthDay.length > 0)) return undefined;
  return byDay.length > 0 ? weekly(parts) : { kind: 'MD', interval, days: ordinals(byMonthDay) };
}

function weekly({ interval, byDay, byMonthDay, byMonth, bySetPos }: RuleParts): Rule | undefined {
  if (byMonthDay.length > 0 || byMonth.length > 0 || bySetPos.length > 0) return undefined;
  if (byDay.some(day => day.ordinal !== 0)) return undefined;
  return { kind: 'W', interval, days: byDay };
}

function monthly(parts: RuleParts, start: string | undefined): Rule | undefined {
  const { interval, byDay, byMonth } = parts;
  if (byMonth.length > 0) return interval === 1 ? yearly(parts, start) : undefined;
  const isEveryWeek = interval === 1 && byDay.length > 0 && byDay.every(day => day.ordinal === 0);
  return (isEveryWeek ? weekly(parts) : undefined) ?? inMonths(parts, interval);
}

/** Places or days of months, so many months apart. */
function inMonths({ byDay, byMonthDay, bySetPos }: RuleParts, interval: number): Rule | undefined {
  if (byDay.length > 0 && byMonthDay.length > 0) return undefined;
  if (byDay.length === 0) {
    const days = bySetPos.length === 0 ? byMonthDay : picked(byMonthDay, bySetPos);
    return days === undefined ? undefined : { kind: 'MD', interval, days: ordinals(days) };
  }
  const plain = byDay.filter(day => day.ordinal === 0);
  if (bySetPos.length > 0) {
    if (plain.length < byDay.length) return undefined;
    if (byDay.length === DAYS_A_WEEK) return { kind: 'MD', interval, days: ordinals(bySetPos) };
    if (byDay.length > 1) return undefined;
  }
  const places = bySetPos.length > 0 ? bySetPos : EVERY_WEEK;
  const days =
    plain.length === 0
      ? byDay
      : places.flatMap(ordinal => plain.map(({ weekday }) => ({ ordinal, weekday })));
  const isPlace = days.every(({ ordinal }) => Math.abs(ordinal) <= EVERY_WEEK.length);
  return isPlace && (plain.length === 0 || plain.length === byDay.length)
    ? { kind: 'MP', interval, days }
    : undefined;
}

/** The days that stand at such positions of a month's list; `undefined` where that depends on the month. */
function picked(days: readonly number[], positions: readonly number[]): readonly number[] | undefined {
  if (!days.every(day => day > 0 && day <= SAFE_MONTH_DAY)) return undefined;
  const sorted = days.toSorted((a, b) => a - b);
  const taken = positions.flatMap(position => sorted.at(position > 0 ? position - 1 : position) ?? []);
  return taken.length === 0 ? undefined : taken;
}

function yearly(parts: RuleParts, start: string | undefined): Rule | undefined {
  const { interval, byDay, byMonthDay, byYearDay, byMonth, bySetPos } = parts;
  const hasMonthDays = byDay.length > 0 || byMonthDay.length > 0;
  if (byYearDay.length > 0) {
    const isAlone = !hasMonthDays && byMonth.length === 0 && bySetPos.length === 0;
    return isAlone && byYearDay.every(day => day > 0)
      ? { kind: 'YD', interval, days: ordinals(byYearDay) }
      : undefined;
  }
  // positions in the days of all its months together
  if (bySetPos.length > 0 && parts.frequency === 'YEARLY' && byMonth.length !== 1) return undefined;
  if (!hasMonthDays)
    return bySetPos.length > 0 ? undefined : { kind: 'YM', interval, days: ordinals(byMonth) };
  if (byMonth.length === 0) return interval === 1 ? allMonths(parts) : undefined;
  if (byDay.length === 0 && bySetPos.length === 0 && isDayOfStart(parts, start)) {
    return { kind: 'YM', interval, days: ordinals(byMonth) };
  }
  if (!byMonth.includes(Number(start?.slice(5, 7)))) return undefined;
  const months = monthsApart(byMonth, interval);
  const rule = months === undefined ? undefined : inMonths(parts, months);
  return rule !== undefined && isFirst(rule, start) ? rule : undefined;
}

/** In a rule by years without months, plain days mean each of the year, days of the month those of every month. */
function allMonths({ byDay, byMonthDay, bySetPos }: RuleParts): Rule | undefined {
  if (bySetPos.length > 0 || (byDay.length > 0 && byMonthDay.length > 0)) return undefined;
  if (byDay.length === 0) return { kind: 'MD', interval: 1, days: ordinals(byMonthDay) };
  return byDay.every(day => day.ordinal === 0) ? { kind: 'W', interval: 1, days: byDay } : undefined;
}

/** A rule by months of the year falls on the day of its start. */
function isDayOfStart({ byMonthDay, byMonth }: RuleParts, start: string | undefined): boolean {
  if (start === undefined || byMonthDay.length !== 1) return false;
  return byMonthDay[0] === Number(start.slice(8, 10)) && byMonth.includes(Number(start.slice(5, 7)));
}

/** Months from each of the listed ones to the next, if they are evenly spaced. */
function monthsApart(months: readonly number[], years: number): number | undefined {
  if (months.length === 1) return MONTHS_A_YEAR * years;
  const sorted = months.toSorted((a, b) => a - b);
  const step = MONTHS_A_YEAR / months.length;
  const isEven = sorted.every((month, i) => month === (sorted[0] ?? 0) + i * step);
  return isEven && years === 1 ? step : undefined;
}

/** A rule so many months apart says which months by its start alone. */
function isFirst(rule: Rule, start: string | undefined): boolean {
  if (start === undefined) return false;
  const day = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  const [first] = occurrences(rule, day, 1);
  return first?.getTime() === day.getTime();
}

function ordinals(numbers: readonly number[]): RuleDay[] {
  return numbers.map(ordinal => ({ ordinal }));
}
