export type { CalendarEntry, ParsedCalendarEntry } from './calendar-entry.ts';
export type { Card, ParsedCard, PhoneNumber, PostalAddress } from './card.ts';
export { FORMAT_CARD_DEFAULTS, type FormatCardOptions } from './format-property.ts';
export { formatVCalendar } from './format-vcalendar.ts';
export { formatVCard } from './format-vcard.ts';
export { parseVCalendar } from './parse-vcalendar.ts';
export { type ParseCardOptions, parseVCard } from './parse-vcard.ts';
export type { CardProperty } from './property.ts';
