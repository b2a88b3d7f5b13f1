import { Warnings } from '../warnings.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { CALENDAR_FIELDS } from './calendar-fields.ts';
import { badValue, checkKeys } from './field.ts';
import type { FormatCardOptions } from './format-property.ts';
import { formatFields } from './format-vcard.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { checkFormatOptions } from './options.ts';
import { reportRule } from './recurrence/report-rule.ts';

const KEYS: readonly string[] = [
  'type',
  ...CALENDAR_FIELDS.flatMap(field => field.keys),
  'other',
  'version',
  'warnings',
];

/** The components of vCalendar 1.0 by the type of an entry. */
const COMPONENTS: ReadonlyMap<unknown, string> = new Map([
  ['event', 'VEVENT'],
  ['todo', 'VTODO'],
]);

/**
 * A vCalendar 1.0 of one entry, with CR LF line ends. Text beyond ASCII and line breaks are written in
 * quoted-printable, never a second property.
 * @throws MmsError `card/value`, `card/property`, `card/unknown-key`
 * @example
 * formatVCalendar({ type: 'event', start: '2006-05-04T09:00:00Z', summary: 'Planning' })
 */
export function formatVCalendar(entry: CalendarEntry, options: FormatCardOptions = {}): string {
  checkFormatOptions(options);
  checkKeys(entry, KEYS, '');
  const component = COMPONENTS.get(entry.type);
  if (component === undefined) throw badValue('event or todo', entry.type, 'type');
  const { recurrence } = entry;
  if (typeof recurrence === 'string') {
    reportRule(recurrence, new Warnings(ISSUE_ROWS, false, options.warnings), { path: 'recurrence' });
  }
  const lines = formatFields(CALENDAR_FIELDS, entry, options).join('');
  return `BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:${component}\r\n${lines}END:${component}\r\nEND:VCALENDAR\r\n`;
}
