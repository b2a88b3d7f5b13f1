import { formatVCalendar, parseVCalendar } from '../../cards/index.ts';
import { cardCommand } from './card-command.ts';

/** `mms vcal`: a calendar entry. */
export const vcal = cardCommand({
  name: 'vcal',
  kind: 'vcalendar',
  key: 'entry',
  example: 'vcs',
  format: (entry, options) => formatVCalendar({ type: 'event', ...entry }, options),
  parse: parseVCalendar,
});
