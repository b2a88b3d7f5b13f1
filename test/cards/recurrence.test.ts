import { describe, expect, it } from 'vitest';
import { formatVCalendar, type ParsedCalendarEntry, parseVCalendar } from '../../src/cards/index.ts';
import type { Issue } from '../../src/issues/index.ts';

/** An event of iCalendar with a rule. */
function eventWith(rule: string, ...lines: readonly string[]): ParsedCalendarEntry {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    ...lines,
    `RRULE:${rule}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return parseVCalendar(text.join('\r\n'));
}

const TUESDAY = 'DTSTART:20260707T080000Z';

describe('a rule of iCalendar becomes one of vCalendar 1.0', () => {
  it.each([
    // without a start
    ['FREQ=DAILY', 'D1 #0', ''],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'D3 #5', ''],
    ['FREQ=WEEKLY', 'W1 #0', ''],
    ['freq=weekly;until=20061231T000000Z;byday=tu', 'W1 TU 20061231T000000Z', ''],
    ['FREQ=MONTHLY', 'MD1 #0', ''],
    ['FREQ=MONTHLY;BYMONTHDAY=1,-1', 'MD1 1 1- #0', ''],
    ['FREQ=MONTHLY;BYDAY=2TU,-1FR', 'MP1 2+ TU 1- FR #0', ''],
    ['FREQ=YEARLY;COUNT=3', 'YM1 #3', ''],
    ['FREQ=YEARLY;BYMONTH=6,7', 'YM1 6 7 #0', ''],
    ['FREQ=MONTHLY;BYDAY=MO,TH', 'W1 MO TH #0', ''],
    ['FREQ=YEARLY;BYDAY=SA', 'W1 SA #0', ''],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'MD1 15 #0', ''],
    ['FREQ=DAILY;BYMONTHDAY=1,15', 'MD1 1 15 #0', ''],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=MO', 'MP2 1+ 2+ 3+ 4+ 5+ MO #0', ''],
    ['FREQ=MONTHLY;BYDAY=1MO,1TU', 'MP1 1+ MO TU #0', ''],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'MP1 2+ TU #0', ''],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1,1', 'MP1 1- 1+ FR #0', ''],
    ['FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1', 'MD1 1- #0', ''],
    ['FREQ=MONTHLY;BYMONTHDAY=20,10;BYSETPOS=1', 'MD1 10 #0', ''],
    ['FREQ=YEARLY;BYYEARDAY=100,200', 'YD1 100 200 #0', ''],
    ['FREQ=WEEKLY;BYDAY=MO, TU, WE, TH, FR', 'W1 MO TU WE TH FR #0', ''],
    ['FREQ=WEEKLY;BYDAY=TU;', 'W1 TU #0', ''],
    // a day as the end includes the occurrences of the day
    ['FREQ=WEEKLY;UNTIL=20061231', 'W1 20061231T235959', ''],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20261228', 'W1 TU 20261228T235959Z', TUESDAY],
    // from the start on
    ['FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=7', 'YM1 7 #0', TUESDAY],
    ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=7', 'YM1 1 7 #0', TUESDAY],
    ['FREQ=YEARLY;BYMONTH=7;BYDAY=1TU', 'MP12 1+ TU #0', TUESDAY],
    ['FREQ=YEARLY;BYMONTH=7;BYDAY=TU;BYSETPOS=1', 'MP12 1+ TU #0', TUESDAY],
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1TU', 'MP3 1+ TU #0', TUESDAY],
    ['FREQ=MONTHLY;BYMONTH=1,7;BYMONTHDAY=7,8', 'MD6 7 8 #0', TUESDAY],
    ['FREQ=DAILY;BYHOUR=8;BYMINUTE=0;BYSECOND=0', 'D1 #0', TUESDAY],
    // as many occurrences as the count says, whether a reader counts these or periods
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3', 'W1 MO TU WE TH FR 20260709T080000Z', TUESDAY],
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=10', 'W1 TU #10', TUESDAY],
    ['FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10', 'W1 TU TH 20260806T080000Z', TUESDAY],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4', 'W2 TU TH 20260723T080000Z', TUESDAY],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=2', 'W1 MO 20260720T080000Z', TUESDAY],
    ['FREQ=MONTHLY;BYDAY=1TU;COUNT=3', 'MP1 1+ TU #3', TUESDAY],
    ['FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=3', 'MP1 1+ 3+ TU 20260804T080000Z', TUESDAY],
    ['FREQ=MONTHLY;BYDAY=-1TU;COUNT=2', 'MP1 1- TU 20260825T080000Z', TUESDAY],
    ['FREQ=MONTHLY;COUNT=4', 'MD1 #4', TUESDAY],
    ['FREQ=MONTHLY;COUNT=3', 'MD1 20260531T100000', 'DTSTART:20260131T100000'],
    ['FREQ=YEARLY;COUNT=2', 'YM1 20320229T000000', 'DTSTART;VALUE=DATE:20280229'],
    ['FREQ=YEARLY;BYYEARDAY=188;COUNT=2', 'YD1 188 #2', TUESDAY],
  ])('%s: %s', (rule, expected, start) => {
    const entry = eventWith(rule, ...(start === '' ? [] : [start]));
    expect(entry.recurrence).toBe(expected);
    expect(entry.warnings).toEqual([]);
    expect(formatVCalendar(entry)).toContain(`RRULE:${expected}\r\n`);
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=MINUTELY;INTERVAL=15',
    'FREQ=DAILY;BYSETPOS=1',
    'FREQ=DAILY;INTERVAL=2;BYDAY=MO',
    'FREQ=DAILY;BYHOUR=9,17',
    'FREQ=WEEKLY;BYDAY=0MO',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;BYMONTH=7',
    'FREQ=MONTHLY;BYDAY=0MO',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=MO,1TU',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=30,31;BYSETPOS=2',
    'FREQ=YEARLY;BYDAY=1MO',
    'FREQ=YEARLY;BYYEARDAY=-1',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=8',
    'FREQ=YEARLY;BYMONTH=8;BYDAY=1TU',
    'FREQ=YEARLY;BYMONTH=3,9;BYDAY=SU;BYSETPOS=1',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=x:y',
    'FREQ=DAILY;UNTIL=never',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=SOMETIMES',
    'W1 MO #0',
    'x',
  ])('%s is left out and told, not copied', rule => {
    const entry = eventWith(rule, TUESDAY);
    expect(entry.recurrence).toBeUndefined();
    expect(entry.other).toBeUndefined();
    expect(entry.warnings.map(({ code }) => code)).toEqual(['card/lost']);
    expect(formatVCalendar(entry)).not.toContain('RRULE');
  });

  it('tells what a rule loses: the first day of weeks where it matters', () => {
    const other = eventWith('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', TUESDAY);
    expect(other.recurrence).toBe('W2 TU SU #0');
    expect(other.warnings.map(({ code, message }) => [code, message])).toEqual([
      ['card/lost', 'WKST of RRULE'],
    ]);
    expect(eventWith('FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU', TUESDAY).warnings).toEqual([]);
  });

  it('finds the start wherever it stands, and takes a second rule too', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VTODO',
      'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3',
      'RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=2',
      'RRULE:FREQ=HOURLY',
      'EXRULE:FREQ=WEEKLY;BYDAY=TU',
      'EXDATE:20260709T080000Z,20260714T080000Z',
      'EXDATE;VALUE=DATE:20260716',
      'DUE:20260707T080000Z',
      'END:VTODO',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const entry = parseVCalendar(text);
    expect(entry).toMatchObject({
      due: '2026-07-07T08:00:00Z',
      recurrence: 'W1 TU TH 20260714T080000Z',
      other: [
        { name: 'RRULE', value: 'MP1 1+ TU #2' },
        { name: 'EXRULE', value: 'W1 TU #0' },
        { name: 'EXDATE', value: '20260709T080000Z;20260714T080000Z' },
        { name: 'EXDATE', value: '20260716T080000Z' },
      ],
    });
    expect(entry.warnings.map(({ code }) => code)).toEqual(['card/lost']);
  });
});

describe('a rule of vCalendar 1.0', () => {
  it.each([
    'W1 MO WE 0900 #0',
    'MP6 1+ MO #5 D2 0600 0800 #5 M15 #4',
    'MD1 LD #0',
    'W1 MO$ #2',
    'YD1 366 20301231',
    'W2 MO',
  ])('%s is written', recurrence => {
    expect(formatVCalendar({ type: 'event', recurrence })).toContain(`RRULE:${recurrence}\r\n`);
  });

  it.each([
    'W1 XX #0',
    'MP1 0+ MO #0',
    'M15 #4',
    'D1 #0 MO',
    '#0',
    'MD1 100 #0',
    'YM1 JULY #0',
    'D #0',
    'D1  #0',
  ])('%s is refused', recurrence => {
    expect(() => formatVCalendar({ type: 'event', recurrence })).toThrow(
      expect.objectContaining({ code: 'card/value', path: 'recurrence' }),
    );
  });

  it('without an end is told, with a hint, since readers end it after two', () => {
    const warnings: Issue[] = [];
    formatVCalendar({ type: 'event', recurrence: 'W2 MO' }, { warnings });
    expect(warnings).toMatchObject([{ code: 'card/rule-without-end', hint: expect.stringContaining('#0') }]);
    formatVCalendar({ type: 'event', recurrence: 'W2 MO #0' }, { warnings });
    expect(warnings).toHaveLength(1);
  });

  const read = (line: string) =>
    parseVCalendar(
      ['BEGIN:VCALENDAR', 'VERSION:1.0', 'BEGIN:VEVENT', line, 'END:VEVENT', 'END:VCALENDAR', ''].join(
        '\r\n',
      ),
      { strict: true },
    );

  it.each([
    'D2',
    'D1 0600 0800',
    'W2',
    'W2 MO',
    'MP1 1+ MO',
    'MP12 1- FR$',
    'MD1',
    'MD1 LD 15',
    'YM1',
    'YM1 6 7',
    'YD1 100',
    'MP6 1+ MO D2 0600 M15',
  ])('without an end is told when it is read too, in either case: %s', rule => {
    for (const text of [rule, rule.toLowerCase(), ` ${rule.replace(' ', '  ')} `]) {
      const entry = read(`RRULE:${text}`);
      expect(entry.recurrence).toBe(rule);
      expect(entry.warnings).toMatchObject([
        { code: 'card/rule-without-end', line: 4, hint: expect.stringContaining('#0') },
      ]);
    }
  });

  it.each(['D2', 'W2 MO', 'MP1 1+ MO', 'MD1 LD', 'YM1 6', 'YD1 100'])('with an end is not: %s', rule => {
    for (const end of ['#0', '#10', '20301231T000000Z', '20301231']) {
      expect(read(`RRULE:${`${rule} ${end}`.toLowerCase()}`).warnings).toEqual([]);
    }
  });

  it('of exceptions without an end is told as well', () => {
    expect(read('EXRULE:W2 MO').warnings).toMatchObject([{ code: 'card/rule-without-end', line: 4 }]);
  });
});
