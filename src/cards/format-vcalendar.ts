import type { CalendarEntry } from './calendar-entry.ts';
import { CALENDAR_FIELDS } from './calendar-fields.ts';
import { badValue, checkKeys } from './field.ts';
import type { FormatCardOptions } from './format-property.ts';
import { formatFields } from './format-vcard.ts';

const KEYS: readonly string[] = [
  'type',
  ...CALENDAR_FIELDS.flatMap(field => field.keys),
  'other',
  'version',
  'warnings',
];

/** The components of vCalendar 1.0 by the type of an entry. */
const COMPONENTS = { event: 'VEVENT', todo: 'VTODO' } as const;

/**
 * A vCalendar 1.0 of one entry, with CR LF line ends. Text beyond ASCII and line breaks are written in
 * quoted-printable, never a second property.
 * @throws MmsError `card/value`, `card/property`, `card/unknown-key`
 * @example
 * formatVCalendar({ type: 'event', start: '2006-05-04T09:00:00Z', summary: 'Planning' })
 */
export function formatVCalendar(entry: CalendarEntry, options: FormatCardOptions = {}): string {
  checkKeys(entry, KEYS, '');
  const { type } = entry;
  if (!Object.hasOwn(COMPONENTS, type)) throw badValue('event or todo', type, 'type');
  const component = COMPONENTS[type];
  const lines = formatFields(CALENDAR_FIELDS, entry, options).join('');
  return `BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:${component}\r\n${lines}END:${component}\r\nEND:VCALENDAR\r\n`;
}
