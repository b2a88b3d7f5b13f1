import fc from 'fast-check';
import type { CalendarEntry, Card } from '../../src/cards/index.ts';

/** Line ends, and characters that some reader takes for one, with the beginnings of properties. */
const HOSTILE = [
  '\r',
  '\n',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u000b',
  '\u000c',
  '\u001c',
  'TEL:+1',
  'END:VCARD',
  'END:VEVENT',
  'BEGIN:VCARD',
  ';',
  ':',
  '=',
  '=0D=0A',
  '"',
  ',',
  '\\n',
  ' ',
  '\t',
  'é',
  '音',
  '🎵',
  'x',
] as const;

/** Text full of line ends and of what looks like properties; no backslash at the end, which a component cannot have. */
export const hostileText = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 8 })
  .map(pieces => pieces.join(''));

/** Text that stays as it is through every reader: one line, no backslash. */
export const plainText = fc
  .string({
    unit: fc.constantFrom('a', 'B', '7', ' ', ',', '.', '+', '-', '=', '"', ':', "'", 'é', 'ß', '音'),
    maxLength: 90,
  })
  .map(text => text.trim());

const type = fc.constantFrom('PREF', 'WORK', 'HOME', 'VOICE', 'FAX', 'CELL', 'PAGER');

/** Cards with the given kind of text in every field. */
export function cardOf(text: fc.Arbitrary<string>): fc.Arbitrary<Card> {
  const filled = text.filter(value => value.trim() !== '');
  return fc.record(
    {
      family: filled,
      given: filled,
      additional: filled,
      prefix: filled,
      suffix: filled,
      formattedName: filled,
      nickname: filled,
      tel: fc.array(
        fc.record({ number: filled, types: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      email: fc.array(filled, { minLength: 1, maxLength: 2 }),
      org: fc.array(filled, { minLength: 1, maxLength: 3 }),
      title: filled,
      url: filled,
      birthday: fc.constantFrom('1970-01-31', '2000-02-29'),
      address: fc.record({ type, street: filled, city: filled, postalCode: filled }),
      note: filled,
    },
    { requiredKeys: ['family', 'given'] },
  );
}

/** Entries with the given kind of text in every field. */
export function entryOf(text: fc.Arbitrary<string>): fc.Arbitrary<CalendarEntry> {
  const filled = text.filter(value => value.trim() !== '');
  const time = fc.constantFrom('2006-05-04T09:00:00Z', '2006-05-04T09:00:00', '1999-12-31T23:59:59Z');
  return fc.record(
    {
      type: fc.constantFrom('event', 'todo'),
      category: fc.oneof(filled, fc.array(filled, { minLength: 2, maxLength: 3 })),
      status: filled,
      start: time,
      end: time,
      summary: filled,
      description: filled,
      location: filled,
      due: time,
      priority: fc.integer({ min: 0, max: 9 }),
      visibility: fc.constantFrom('PUBLIC', 'PRIVATE', 'CONFIDENTIAL'),
      recurrence: fc.constantFrom('W1 MO FR #10', 'D1 #0', 'YM1'),
      alarm: time,
    },
    { requiredKeys: ['type'] },
  );
}

/** A model as it comes back: line breaks are CR LF, whatever they were. */
export function withLineBreaks<T>(model: T): T {
  return JSON.parse(JSON.stringify(model), (_, value) =>
    typeof value === 'string' ? value.replace(/\r\n|\n|\r/g, '\r\n') : value,
  );
}

/** What some reader takes for the end of a line besides CR and LF, as Python's splitlines does. */
const OTHER_LINE_ENDS = [...'\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029'];

/** The names of what looks like properties to a reader that knows neither folding nor soft breaks. */
export function apparentProperties(text: string): string[] {
  const lines = OTHER_LINE_ENDS.reduce((sum, end) => sum.replaceAll(end, '\n'), text).split(/[\r\n]+/);
  return lines.filter(line => line.includes(':')).map(line => line.split(/[;:]/)[0] ?? '');
}
