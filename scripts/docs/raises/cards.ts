import { program, type Raise } from './raise.ts';

const vcard = (...lines: readonly string[]): Raise => ({
  run: 'mms vcard card.vcf',
  files: { 'card.vcf': lines.map(line => `${line}\n`).join('') },
});
const plain = (...lines: readonly string[]): Raise =>
  vcard('BEGIN:VCARD', 'VERSION:2.1', 'N:Smith;John', ...lines, 'END:VCARD');
const card = (value: object): Raise => ({
  run: 'mms vcard card.json',
  files: { 'card.json': `${JSON.stringify(value)}\n` },
});
const vcal = (value: object): Raise => ({
  run: 'mms vcal event.json',
  files: { 'event.json': `${JSON.stringify(value)}\n` },
});
const event = (...lines: readonly string[]): Raise => ({
  run: 'mms vcal event.vcs',
  files: {
    'event.vcs': [
      'BEGIN:VCALENDAR',
      'VERSION:1.0',
      'BEGIN:VEVENT',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\n'),
  },
});

/** Contacts and appointments, each with one fault. */
export const CARD_RAISES = {
  'card/not-a-card': vcard('Hello'),
  'card/value': card({ family: 'Smith', birthday: 'in May' }),
  'card/unknown-key': card({ family: 'Smith', telephone: '+447700900123' }),
  'card/missing': card({ tel: [{ number: '+447700900123' }] }),
  'card/option': program(`
import { parseVCard } from 'mms-composer/cards';

parseVCard('BEGIN:VCARD\\nVERSION:2.1\\nN:Smith;John\\nEND:VCARD\\n', { strict: 'yes' });`),
  'card/version': vcard('BEGIN:VCARD', 'N:Smith;John', 'END:VCARD'),
  'card/missing-name': vcard('BEGIN:VCARD', 'VERSION:2.1', 'FN:John Smith', 'END:VCARD'),
  'card/commas-in-name': vcard('BEGIN:VCARD', 'VERSION:2.1', 'N:Smith,John', 'END:VCARD'),
  'card/missing-end': vcard('BEGIN:VCARD', 'VERSION:2.1', 'N:Smith;John'),
  'card/final-line-end': {
    run: 'mms vcard card.vcf',
    files: { 'card.vcf': 'BEGIN:VCARD\nVERSION:2.1\nN:Smith;John\nEND:VCARD' },
  },
  'card/bad-line': plain('Hello'),
  'card/missing-fold': plain(`NOTE:${'Hello, '.repeat(10)}`, 'and goodbye'),
  'card/frame': vcard('BEGIN:VCARD;X', 'VERSION:2.1', 'N:Smith;John', 'END:VCARD'),
  'card/escape': plain('NOTE:one\\, two'),
  'card/encoding': plain('NOTE;ENCODING=QUOTED-PRINTABLE:=ZZ'),
  'card/unreadable-value': plain('BDAY:in May'),
  'card/lost': vcard('BEGIN:VCARD', 'VERSION:3.0', 'N:Smith;John', 'FN:John Smith', 'GENDER:M', 'END:VCARD'),
  'card/further-cards': vcard(
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N:Smith;John',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N:Smith;Jane',
    'END:VCARD',
  ),
  'card/property': card({ family: 'Smith', other: [{ name: 'A B', value: 'x' }] }),
  'card/time-zone': event('DTSTART;TZID=Europe/Paris:20260101T100000', 'SUMMARY:Hello'),
  'card/rule-without-end': vcal({ start: '2026-01-01T10:00:00Z', summary: 'Hello', recurrence: 'D1' }),
} satisfies Readonly<Record<string, Raise>>;
