/** The kinds of rules of vCalendar 1.0: by day, week, place in the month, day of month, month, day of year. */
export type RuleKind = 'D' | 'W' | 'MP' | 'MD' | 'YM' | 'YD';

/** Days of the week as vCalendar and iCalendar name them, Sunday first as in Date. */
export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** A day, or a month, on which a rule falls. */
export interface RuleDay {
  /**
   * `MP`: 1 to 5, or -1 to -5 from the end of the month; `MD`: day of the month, negative from its end; `YM`: month;
   * `YD`: day of the year; `W`: 0.
   */
  readonly ordinal: number;
  /** Index in {@link WEEKDAYS}, of `W` and `MP`. */
  readonly weekday?: number;
}

/** A recurrence rule without its end. Without days it falls on that of the start. */
export interface Rule {
  readonly kind: RuleKind;
  /** Periods from one to the next. */
  readonly interval: number;
  readonly days: readonly RuleDay[];
}

/** The text of a rule, such as `MP1 1+ 3+ TU` (vCalendar 1.0, recurrence rule grammar). */
export function formatRule({ kind, interval, days }: Rule): string {
  const words = kind === 'MP' ? places(days) : days.map(day => weekdayName(day) ?? signed(day.ordinal, ''));
  return [`${kind}${interval}`, ...words].join(' ');
}

/** All places, then the weekdays that each of them has; where these differ, each weekday with its own place. */
function places(days: readonly RuleDay[]): string[] {
  const ordinals = [...new Set(days.map(day => signed(day.ordinal, '+')))];
  const weekdays = [...new Set(days.map(day => weekdayName(day) ?? ''))];
  if (days.length === ordinals.length * weekdays.length) return [...ordinals, ...weekdays];
  return days.flatMap(day => [signed(day.ordinal, '+'), weekdayName(day) ?? '']);
}

/** A number with its sign behind it. */
function signed(ordinal: number, plus: '+' | ''): string {
  return `${Math.abs(ordinal)}${ordinal < 0 ? '-' : plus}`;
}

function weekdayName({ weekday }: RuleDay): string | undefined {
  return weekday === undefined ? undefined : WEEKDAYS[weekday];
}

const WEEKDAY = '(?:SU|MO|TU|WE|TH|FR|SA)';
const TIME = '\\d{4}';
const PLACE = '[1-5][+-]?';

/** What may follow a frequency and its interval, by the frequency; `M` is minutes, inside another rule. */
const WORDS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    D: TIME,
    W: `${WEEKDAY}|${TIME}`,
    MP: `${PLACE}|${WEEKDAY}|${TIME}`,
    MD: `\\d{1,2}[+-]?|LD|${TIME}`,
    YM: `\\d{1,2}|${TIME}`,
    YD: `\\d{1,3}|${TIME}`,
    M: TIME,
  }).map(([kind, words]) => [kind, new RegExp(`^(?:${words})\\$?$`)]),
);

const FREQUENCY = /^(D|W|MP|MD|YM|YD|M)\d{1,4}$/;
const END = /^(?:#\d{1,5}|\d{8}(?:T\d{6}Z?)?)$/;

/** Whether a text is a rule of vCalendar 1.0, and whether it says when it ends; `undefined` if it is none. */
export function ruleOf(text: string): { readonly hasEnd: boolean } | undefined {
  let words: RegExp | undefined;
  let frequencies = 0;
  let hasEnd = false;
  for (const word of text.split(' ')) {
    const frequency = FREQUENCY.exec(word)?.[1];
    if (frequency !== undefined) {
      if (frequency === 'M' && frequencies === 0) return undefined;
      words = WORDS.get(frequency);
      frequencies++;
    } else if (words !== undefined && END.test(word)) {
      hasEnd = true;
      words = undefined;
    } else if (words?.test(word) !== true) return undefined;
  }
  return frequencies === 0 ? undefined : { hasEnd };
}

/** A rule as programs write it, in capital letters with one blank between the words. */
export function oldRule(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}
