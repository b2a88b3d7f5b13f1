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

/** The text of a rule, such as `MP1 2+ TU 1- FR` (vCalendar 1.0, recurrence rule grammar). */
export function formatRule({ kind, interval, days }: Rule): string {
  const words = [`${kind}${interval}`];
  let ordinal = 0;
  for (const day of days) {
    if (kind === 'MP' && day.ordinal !== ordinal)
      words.push(`${Math.abs(day.ordinal)}${day.ordinal < 0 ? '-' : '+'}`);
    ordinal = day.ordinal;
    const weekday = day.weekday === undefined ? undefined : WEEKDAYS[day.weekday];
    words.push(weekday ?? `${Math.abs(ordinal)}${ordinal < 0 ? '-' : ''}`);
  }
  return words.join(' ');
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
