import { formatVCalendar, parseVCalendar } from '../../cards/index.ts';
import { cardCommand } from './card-command.ts';

/** `mms vcal`: a calendar entry. */
export const vcal = cardCommand({
  name: 'vcal',
  summary: 'make a vCalendar 1.0 of JSON or of any vCalendar or iCalendar, or JSON of one',
  kind: 'vcalendar',
  key: 'entry',
  example: 'vcs',
  format: (entry, options) => formatVCalendar({ type: 'event', ...entry }, options),
  parse: parseVCalendar,
});
