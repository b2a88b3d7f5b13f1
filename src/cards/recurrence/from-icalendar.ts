import { parseDateTime } from '../date-time.ts';
import { isOnePerPeriod, occurrences } from './occurrences.ts';
import { type Part, partsOf, type RuleParts } from './parts.ts';
import { ruleOfParts } from './periods.ts';
import { formatRule, type Rule } from './rule.ts';

/** A rule of vCalendar 1.0, and what of the iCalendar rule it does not say. */
export interface ConvertedRule {
  readonly rule: string;
  readonly lost: readonly Part[];
}

/**
 * The vCalendar 1.0 rule of an iCalendar one: `FREQ=WEEKLY;BYDAY=MO;COUNT=10` becomes `W1 MO #10`. Readers of 1.0 count
 * periods or occurrences, so a count becomes the time of the last occurrence wherever these differ.
 * @param start time of the first occurrence in ISO 8601, with Z or local; `undefined` where the entry has none
 * @returns `undefined` where 1.0 has no such rule
 */
export function recurrenceOf(rule: string, start: string | undefined): ConvertedRule | undefined {
  const parts = partsOf(rule);
  const periods = parts === undefined ? undefined : ruleOfParts(parts, start);
  if (parts === undefined || periods === undefined) return undefined;
  const end = endOf(parts, periods, start);
  if (end === undefined) return undefined;
  const isWeekStartLost = periods.kind === 'W' && periods.interval > 1 && parts.weekStart !== 1;
  const lost: Part[] = isWeekStartLost ? ['WKST'] : [];
  if (parts.until !== undefined && parts.count !== undefined) lost.push('COUNT');
  return { rule: `${formatRule(periods)} ${end}`, lost };
}

/** A number of occurrences, a last time, or for ever: without either a 1.0 rule would end after two. */
function endOf(parts: RuleParts, rule: Rule, start: string | undefined): string | undefined {
  if (parts.until !== undefined) return untilOf(parts.until, start);
  if (parts.count === undefined) return '#0';
  const day = start === undefined ? undefined : dayOf(start);
  if (isOnePerPeriod(rule, day)) return `#${parts.count}`;
  if (day === undefined || start === undefined) return undefined;
  let left = parts.count;
  for (const occurrence of occurrences(rule, day, parts.weekStart)) {
    if (occurrence.getUTCFullYear() > 9999) return undefined;
    if (--left === 0) return basic(`${occurrence.toISOString().slice(0, 10)}${start.slice(10)}`);
  }
  return undefined;
}

/** A day includes its occurrence, at whatever time that is. */
function untilOf(until: string, start: string | undefined): string | undefined {
  const time = parseDateTime(until);
  if (time === undefined) return undefined;
  if (until.includes('T')) return basic(time);
  return basic(`${time.slice(0, 10)}T23:59:59${start?.endsWith('Z') ? 'Z' : ''}`);
}

function dayOf(time: string): Date {
  return new Date(`${time.slice(0, 10)}T00:00:00Z`);
}

function basic(time: string): string {
  return time.replace(/[-:]/g, '');
}
