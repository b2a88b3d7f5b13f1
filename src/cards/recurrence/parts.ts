import { type RuleDay, WEEKDAYS } from './rule.ts';

/** Parts of an iCalendar rule that a vCalendar 1.0 rule can say, alone or with others (RFC 5545 3.3.10). */
const PARTS = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYMONTH',
  'BYSETPOS',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'WKST',
] as const;

/** The name of such a part. */
export type Part = (typeof PARTS)[number];

/** An iCalendar rule, its values in their ranges. */
export interface RuleParts {
  readonly frequency: string;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: string | undefined;
  /** Ordinal 0: every such day. */
  readonly byDay: readonly Required<RuleDay>[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** Hours, minutes and seconds, as far as they are stated. */
  readonly byTime: readonly (readonly number[])[];
  /** Index of the day on which weeks begin. */
  readonly weekStart: number;
}

const NAMES: readonly string[] = WEEKDAYS;

const isPart = (name: string): name is Part => PARTS.some(part => part === name);

/** The parts of a rule; `undefined` for one with other parts or with values that make no sense. */
export function partsOf(rule: string): RuleParts | undefined {
  const values = new Map<Part, string>();
  for (const part of rule.replace(/\s+/g, '').toUpperCase().split(';')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals));
    const value = part.slice(equals + 1);
    if (!isPart(name) || value === '' || values.has(name)) return undefined;
    values.set(name, value);
  }
  const numbers = (name: Part, min: number, max: number) => numbersOf(values.get(name), min, max);
  const byDay = [...new Set(values.get('BYDAY')?.split(','))].map(dayOf);
  const [interval, count] = [numbers('INTERVAL', 1, 9999), numbers('COUNT', 1, 99_999)];
  const byMonthDay = numbers('BYMONTHDAY', -31, 31);
  const byYearDay = numbers('BYYEARDAY', -366, 366);
  const byMonth = numbers('BYMONTH', 1, 12);
  const bySetPos = numbers('BYSETPOS', -366, 366);
  const times = [numbers('BYHOUR', 0, 23), numbers('BYMINUTE', 0, 59), numbers('BYSECOND', 0, 60)];
  const weekStart = dayOf(values.get('WKST') ?? 'MO');
  const lists = [interval, count, byMonthDay, byYearDay, byMonth, bySetPos];
  if (lists.includes(undefined) || [byMonthDay, byYearDay, bySetPos].some(list => list?.includes(0)))
    return undefined;
  if (!byDay.every(isDefined) || !times.every(isDefined) || weekStart === undefined) return undefined;
  return {
    frequency: values.get('FREQ') ?? '',
    interval: interval?.[0] ?? 1,
    count: count?.[0],
    until: values.get('UNTIL'),
    byDay,
    byMonthDay: byMonthDay ?? [],
    byYearDay: byYearDay ?? [],
    byMonth: byMonth ?? [],
    bySetPos: bySetPos ?? [],
    byTime: times,
    weekStart: weekStart.weekday,
  };
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** The numbers of a list, each once; none for an absent one, `undefined` for one that is not a list of such numbers. */
function numbersOf(text: string | undefined, min: number, max: number): readonly number[] | undefined {
  if (text === undefined) return [];
  const numbers = text.split(',').map(word => (/^[+-]?\d{1,5}$/.test(word) ? Number(word) : Number.NaN));
  return numbers.every(number => number >= min && number <= max) ? [...new Set(numbers)] : undefined;
}

function dayOf(word: string): Required<RuleDay> | undefined {
  const [, ordinal = '', name = ''] = /^([+-]?[1-9]\d?)?([A-Z]{2})$/.exec(word) ?? [];
  const weekday = NAMES.indexOf(name);
  return weekday < 0 ? undefined : { ordinal: Number(ordinal), weekday };
}
