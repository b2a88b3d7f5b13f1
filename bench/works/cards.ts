import { createRequire } from 'node:module';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

/** Its types do not stand up to a strict check. */
const { parse }: { parse(text: string): unknown } = createRequire(import.meta.url)('ical.js');

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:1.0',
  'BEGIN:VEVENT',
  'SUMMARY:Spring sale',
  'DESCRIPTION:Everything must go\\, come early\\; bring friends',
  'LOCATION:High Street 5\\, Bath',
  'CATEGORIES:MEETING',
  'DTSTART:20040523T140000Z',
  'DTEND:20040523T150000Z',
  'AALARM:20040523T134500Z',
  'RRULE:W1 MO #10',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const CARD = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N:Other;A. N.',
  'FN:A. N. Other',
  'TEL;CELL;VOICE:+447700900123',
  'TEL;WORK:+441632960123',
  'EMAIL;INTERNET:a.n.other@example.com',
  'ADR;HOME:;;High Street 5;Bath;;BA1 1AA;United Kingdom',
  'URL:http://www.example.com/',
  'END:VCARD',
  '',
].join('\r\n');

/** Reading cards against ical.js, which reads both. */
export async function cardWorks(build: Build): Promise<readonly Work[]> {
  const { formatVCalendar, formatVCard, parseVCalendar, parseVCard } = await build.room('cards');
  const entry = parseVCalendar(CALENDAR);
  const card = parseVCard(CARD);
  return [
    {
      name: 'parseVCalendar',
      run: () => parseVCalendar(CALENDAR),
      peer: { name: 'ical.js', run: () => parse(CALENDAR) },
    },
    {
      name: 'parseVCard',
      run: () => parseVCard(CARD),
      peer: { name: 'ical.js', run: () => parse(CARD) },
    },
    { name: 'formatVCalendar', run: () => formatVCalendar(entry) },
    { name: 'formatVCard', run: () => formatVCard(card) },
  ];
}
