import { MmsError } from '../errors.ts';
import { printable } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import type { CalendarEntry, ParsedCalendarEntry } from './calendar-entry.ts';
import { CALENDAR_FIELDS, OTHER_CALENDAR_PROPERTIES } from './calendar-fields.ts';
import { type Component, readComponent } from './component.ts';
import { addSeconds, parseDateTime } from './date-time.ts';
import { durationSeconds } from './duration.ts';
import { fieldsByName, type Mutable } from './field.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { MODERN_CALENDAR } from './modern-values.ts';
import { checkParseOptions } from './options.ts';
import type { ParseCardOptions } from './parse-vcard.ts';
import type { ReadProperty } from './property.ts';
import { readFields } from './read-fields.ts';
import { cardText } from './read-properties.ts';
import { reportRule } from './recurrence/report-rule.ts';
import { oldRule } from './recurrence/rule.ts';
import { reportFrame, versionOf } from './version.ts';

const FIELDS = fieldsByName(CALENDAR_FIELDS);

/** Properties of iCalendar whose work is done here, or that say nothing. */
const IGNORED: readonly string[] = ['DTSTAMP', 'DURATION', 'PRODID'];

/**
 * The first event or task of a vCalendar 1.0. iCalendar is read too: what 1.0 cannot say of it is left out and told in
 * `warnings`, a duration becomes an end, an alarm before the start a time. Properties without a key of their own are
 * kept in `other`.
 * @throws MmsError `card/not-a-card`, `card/missing` without an entry, `text/too-many-lines`
 */
export function parseVCalendar(
  input: string | Uint8Array,
  options: ParseCardOptions = {},
): ParsedCalendarEntry {
  checkParseOptions(options);
  const warnings = new Warnings(ISSUE_ROWS, options.strict);
  const source = cardText(input, warnings);
  const version = versionOf(source.text, ['1.0', '2.0'], warnings);
  const escaping = version === '1.0' ? 'old' : 'modern';
  const calendar = readComponent(source, 'VCALENDAR', ['VEVENT', 'VTODO'], escaping, warnings);
  const component = calendar.components.find(({ name }) => name === 'VEVENT' || name === 'VTODO');
  if (component === undefined) throw new MmsError('card/missing', 'no VEVENT and no VTODO in the calendar');
  const entry: Mutable<CalendarEntry> = { type: component.name === 'VEVENT' ? 'event' : 'todo' };
  readFields(FIELDS, component, entry, {
    escaping,
    otherNames: OTHER_CALENDAR_PROPERTIES,
    conversions: MODERN_CALENDAR,
    start: version === '1.0' ? undefined : startOf(component),
    ignoredNames: version === '2.0' ? IGNORED : [],
    warnings,
  });
  if (version === '1.0') reportRules(component, warnings);
  readDuration(component, entry);
  readAlarm(component, entry, warnings);
  if (!/^END:VCALENDAR/im.test(source.text)) warnings.warn('card/missing-end', 'no END:VCALENDAR');
  reportFrame(source.text, /^BEGIN:(?:VEVENT|VTODO)/gim, 0, warnings);
  return { ...entry, version, warnings: warnings.list };
}

/** Rules of exceptions end as those of occurrences do. */
function reportRules({ properties }: Component, warnings: Warnings): void {
  for (const { name, value, line } of properties) {
    if (name === 'RRULE' || name === 'EXRULE') reportRule(oldRule(value), warnings, { line });
  }
}

/** An event of iCalendar may have a DURATION in place of an end, a task in place of a due time. */
function readDuration(component: Component, entry: Mutable<CalendarEntry>): void {
  const duration = component.properties.find(property => property.name === 'DURATION');
  const seconds = durationSeconds(duration?.value ?? '');
  if (seconds === undefined || entry.start === undefined) return;
  const end = addSeconds(entry.start, seconds);
  if (end === undefined) return;
  if (entry.type === 'event') entry.end ??= end;
  else entry.due ??= end;
}

/** Of a task without a start the time at which it is due: what repeats begins there. */
function startOf(component: Component): string | undefined {
  const named = (name: string) => component.properties.find(property => property.name === name)?.value ?? '';
  return parseDateTime(named('DTSTART')) ?? parseDateTime(named('DUE'));
}

/** The first alarm of iCalendar whose time can be told. */
function readAlarm(component: Component, entry: Mutable<CalendarEntry>, warnings: Warnings): void {
  for (const nested of component.components) {
    const trigger = nested.properties.find(property => property.name === 'TRIGGER');
    const alarm = trigger === undefined ? undefined : timeOf(trigger, entry);
    if (alarm !== undefined && entry.alarm === undefined) entry.alarm = alarm;
    else warnings.warn('card/lost', `${printable(nested.name.slice(0, 40))} inside ${component.name}`);
  }
}

/** The time itself, or a while from the start or the end (RFC 5545 3.8.6.3). */
function timeOf({ value, parameters }: ReadProperty, { start, end, due }: CalendarEntry): string | undefined {
  const seconds = durationSeconds(value);
  if (seconds === undefined) return parseDateTime(value);
  const anchor = parameters.includes('RELATED=END') ? (end ?? due) : (start ?? due);
  return anchor === undefined ? undefined : addSeconds(anchor, seconds);
}
