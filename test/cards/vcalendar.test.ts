import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, formatVCalendar, parseVCalendar } from '../../src/cards/index.ts';
import { runs } from '../support/property.ts';
import { apparentProperties, entryOf, hostileText, plainText, withLineBreaks } from './vcard-cases.ts';

interface CalendarVector {
  readonly name: string;
  readonly input: CalendarEntry | null;
  readonly text: string;
}

const vectors: readonly CalendarVector[] = JSON.parse(
  readFileSync(new URL('../vectors/cards/vcalendar.json', import.meta.url), 'utf8'),
);

const codesOf = (entry: { readonly warnings: readonly { readonly code: string }[] }) =>
  entry.warnings.map(warning => warning.code);

const calendar = (version: string, ...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', `VERSION:${version}`, ...lines, 'END:VCALENDAR', ''].join('\r\n');

const event = (version: string, ...lines: readonly string[]) =>
  calendar(version, 'BEGIN:VEVENT', ...lines, 'END:VEVENT');

describe('vCalendar 1.0', () => {
  it.each(vectors.filter(vector => vector.input !== null))(
    'writes and reads $name',
    ({ name, input, text }) => {
      if (input === null) throw new Error('filtered');
      expect(parseVCalendar(text, { strict: true })).toEqual({ ...input, version: '1.0', warnings: [] });
      const written = formatVCalendar(input);
      expect(parseVCalendar(written, { strict: true })).toEqual({ ...input, version: '1.0', warnings: [] });
      // the one with soft breaks divides a character, which is allowed and which we do not do
      if (name !== 'vcal-event-utf8') expect(written).toBe(text);
    },
  );

  it('reads the example of the gateway manual with a warning', () => {
    const seed = vectors.find(vector => vector.input === null);
    const entry = parseVCalendar(seed?.text ?? '');
    expect(entry).toMatchObject({
      type: 'event',
      category: 'MEETING',
      status: 'TENTATIVE',
      start: '1996-04-01T03:30:00Z',
      end: '2006-01-01T04:30:00Z',
      summary: 'Meeting with CSoft',
      visibility: 'PRIVATE',
    });
    expect(codesOf(entry)).toEqual(['card/final-line-end']);
  });

  it('round-trips any entry', () => {
    fc.assert(
      fc.property(entryOf(fc.oneof(hostileText, plainText)), entry => {
        const { warnings, ...read } = parseVCalendar(formatVCalendar(entry), { strict: true });
        expect(read).toEqual({ ...withLineBreaks(entry), version: '1.0' });
        expect(warnings.map(({ code }) => code)).toEqual(
          entry.recurrence === 'YM1' ? ['card/rule-without-end'] : [],
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('takes times with an offset to UTC and leaves local ones alone', () => {
    const text = formatVCalendar({
      type: 'event',
      start: '2006-05-04T00:30+01:00',
      end: '20060504T0900',
      due: '2006-05-04',
    });
    expect(text).toContain('DTSTART:20060503T233000Z\r\nDTEND:20060504T090000\r\nDUE:20060504T000000\r\n');
  });

  it('has several categories and the long form of an alarm', () => {
    const text = event('1.0', 'CATEGORIES:TRAVEL;a\\;b', 'AALARM:20060504T084500;PT5M;2;ring.wav');
    expect(parseVCalendar(text)).toMatchObject({
      category: ['TRAVEL', 'a;b'],
      alarm: '2006-05-04T08:45:00',
      other: [{ name: 'AALARM', value: '20060504T084500;PT5M;2;ring.wav' }],
    });
    expect(parseVCalendar(event('1.0', 'AALARM:20060504T084500;;;')).alarm).toBe('2006-05-04T08:45:00');
  });

  it.each<[string, unknown, string, string]>([
    ['no type', { summary: 'x' }, 'card/value', 'type'],
    ['another type', { type: 'constructor' }, 'card/value', 'type'],
    ['an unknown key', { type: 'event', title: 'x' }, 'card/unknown-key', 'title'],
    ['no time', { type: 'event', start: 'noon' }, 'card/value', 'start'],
    ['a day that is none', { type: 'event', start: '2006-02-29T00:00:00Z' }, 'card/value', 'start'],
    ['hour 24', { type: 'event', start: '2006-02-28T24:00:00Z' }, 'card/value', 'start'],
    ['a year too high', { type: 'event', start: '9999-12-31T23:00:00-02:00' }, 'card/value', 'start'],
    ['a priority of 10', { type: 'todo', priority: 10 }, 'card/value', 'priority'],
    ['a priority in words', { type: 'todo', priority: 'high' }, 'card/value', 'priority'],
    ['another visibility', { type: 'todo', visibility: 'public' }, 'card/value', 'visibility'],
    ['a rule of iCalendar', { type: 'event', recurrence: 'FREQ=DAILY' }, 'card/value', 'recurrence'],
    ['a rule of two lines', { type: 'event', recurrence: 'D1\r\nX:' }, 'card/value', 'recurrence'],
  ])('refuses %s', (_, entry, code, path) => {
    expect(() => formatVCalendar(entry as CalendarEntry)).toThrow(expect.objectContaining({ code, path }));
  });

  it.each([
    ['', 'card/not-a-card'],
    [calendar('1.0'), 'card/missing'],
    [calendar('1.0', 'BEGIN:VJOURNAL', 'END:VJOURNAL'), 'card/missing'],
  ])('%j is refused with %s', (text, code) => {
    expect(() => parseVCalendar(text)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['no END', 'BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nSUMMARY:x\n', 'card/missing-end'],
    [
      'no END of the calendar',
      'BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n',
      'card/missing-end',
    ],
    ['a time that is none', event('1.0', 'SUMMARY:x', 'DTSTART:noon'), 'card/unreadable-value'],
    [
      'two events',
      event('1.0', 'SUMMARY:x', 'END:VEVENT', 'BEGIN:VEVENT', 'SUMMARY:y'),
      'card/further-cards',
    ],
  ])('reads what has %s', (_, text, code) => {
    const entry = parseVCalendar(text);
    expect(entry.summary).toBe('x');
    expect(codesOf(entry)).toContain(code);
    expect(() => parseVCalendar(text, { strict: true })).toThrow(expect.objectContaining({ code }));
  });
});

describe('iCalendar', () => {
  it('becomes a vCalendar 1.0 entry, with a list of what is lost', () => {
    const text = calendar(
      '2.0',
      'PRODID:-//Example//EN',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'BEGIN:STANDARD',
      'DTSTART:19701025T020000',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:1@example.org',
      'DTSTAMP:20060501T000000Z',
      'DTSTART;TZID=Europe/London:20060504T090000',
      'DURATION:PT1H30M',
      'SUMMARY:Budget\\, and\\n mo',
      ' re',
      'CATEGORIES:MEETING,a\\,b',
      'ORGANIZER;CN="A:B":mailto:a@example.org',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=10',
      'BEGIN:VALARM',
      'TRIGGER:-PT15M',
      'ACTION:DISPLAY',
      'END:VALARM',
      'BEGIN:VALARM',
      'TRIGGER:-PT5M',
      'END:VALARM',
      'END:VEVENT',
    );
    const entry = parseVCalendar(text);
    expect(entry).toMatchObject({
      type: 'event',
      version: '2.0',
      start: '2006-05-04T09:00:00',
      end: '2006-05-04T10:30:00',
      alarm: '2006-05-04T08:45:00',
      summary: 'Budget, and\r\n more',
      category: ['MEETING', 'a,b'],
      recurrence: 'W1 MO FR 20060605T090000',
      other: [{ name: 'UID', value: '1@example.org' }],
    });
    expect(entry.warnings.map(warning => [warning.code, warning.message])).toEqual([
      ['card/time-zone', 'the parameter TZID=Europe/London of DTSTART'],
      ['card/lost', 'the property ORGANIZER'],
      ['card/lost', 'VALARM inside VEVENT'],
    ]);
    const { warnings, ...old } = parseVCalendar(formatVCalendar(entry), { strict: true });
    expect(old).toEqual({ ...withoutWarnings(entry), version: '1.0' });
  });

  it('reads days, tasks and their durations', () => {
    expect(parseVCalendar(event('2.0', 'DTSTART;VALUE=DATE:20060504', 'DURATION:P1D'))).toMatchObject({
      start: '2006-05-04T00:00:00',
      end: '2006-05-05T00:00:00',
      warnings: [],
    });
    const task = calendar('2.0', 'BEGIN:VTODO', 'DTSTART:20060504T090000Z', 'DURATION:P1W', 'END:VTODO');
    expect(parseVCalendar(task)).toMatchObject({ type: 'todo', due: '2006-05-11T09:00:00Z' });
    const never = event('2.0', 'DTSTART:99991231T000000Z', 'DURATION:P9999W');
    expect(parseVCalendar(never).end).toBeUndefined();
  });
});

function withoutWarnings<T extends { readonly warnings: unknown }>(entry: T): Omit<T, 'warnings'> {
  const { warnings: _, ...rest } = entry;
  return rest;
}

describe('text in an entry', () => {
  it('never becomes a second property', () => {
    fc.assert(
      fc.property(entryOf(hostileText), fc.constantFrom('quoted-printable', '8bit'), (entry, nonAscii) => {
        const names = apparentProperties(formatVCalendar(entry, { nonAscii }));
        expect(names).toHaveLength(4 + Object.keys(entry).length);
        expect(new Set(names).size).toBe(names.length - 2); // two BEGIN and two END
      }),
      { numRuns: runs(3000) },
    );
  }, 60_000);
});
