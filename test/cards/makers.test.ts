import { describe, expect, it } from 'vitest';
import { formatVCalendar, formatVCard, parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random, runs } from '../support/property.ts';
import { runPython } from '../support/python.ts';
import { tally } from '../support/tally.ts';

/** How phones, programs and packages write a card: each turns plain lines into its own. */
const CARD_HABITS: readonly (readonly [
  name: string,
  version: string,
  dress: (lines: readonly string[]) => string,
])[] = [
  ['CR LF', '2.1', lines => `${lines.join('\r\n')}\r\n`],
  ['LF', '2.1', lines => `${lines.join('\n')}\n`],
  ['no last line end', '2.1', lines => lines.join('\r\n')],
  [
    'lower-case names',
    '2.1',
    lines => `${lines.map(line => line.replace(/^[^:;]+/, name => name.toLowerCase())).join('\r\n')}\r\n`,
  ],
  ['blank lines between', '2.1', lines => `${lines.join('\r\n\r\n')}\r\n`],
  ['groups', '3.0', lines => `${lines.map(line => line.replace(/^TEL/, 'item1.TEL')).join('\r\n')}\r\n`],
  [
    'TYPE=',
    '3.0',
    lines =>
      `${lines.map(line => line.replace(/^TEL;([A-Z;]+):/, (_, types: string) => `TEL;TYPE=${types.replaceAll(';', ',')}:`)).join('\r\n')}\r\n`,
  ],
  [
    'folded lines',
    '3.0',
    lines =>
      `${lines.map(line => (line.length > 20 ? `${line.slice(0, 15)}\r\n ${line.slice(15)}` : line)).join('\r\n')}\r\n`,
  ],
  [
    'a product and a revision',
    '3.0',
    lines =>
      `${[...lines.slice(0, 2), 'PRODID:-//Example//EN', 'REV:20060504T090000Z', ...lines.slice(2)].join('\r\n')}\r\n`,
  ],
  [
    'unknown properties',
    '2.1',
    lines =>
      `${[...lines.slice(0, 2), 'X-IRMC-LUID:000000000001', 'X-CLASS:private', ...lines.slice(2)].join('\r\n')}\r\n`,
  ],
];

const FAMILIES = ['Smith', 'Müller', 'Иванов', '山田', "O'Neil", 'de la Cruz'] as const;
const GIVEN = ['John', 'Jürgen', 'Anna', 'Zoë', ''] as const;
const NUMBERS = ['+447700900123', '07700 900456', '*101#', '+49 (170) 000-0000'] as const;
const TYPES = ['CELL', 'WORK;VOICE', 'HOME;FAX', 'PREF;CELL'] as const;

function some<T>(next: () => number, list: readonly T[]): T {
  const one = list[Math.floor(next() * list.length)];
  if (one === undefined) throw new Error('an empty list');
  return one;
}

interface MadeCard {
  readonly habit: string;
  readonly text: string;
  readonly family: string;
  readonly given: string;
  readonly numbers: readonly string[];
}

function makeCards(count: number): MadeCard[] {
  const next = random();
  return Array.from({ length: count }, (_, i) => {
    const [habit, version, dress] = CARD_HABITS[i % CARD_HABITS.length] ?? ['', '2.1', () => ''];
    const family = some(next, FAMILIES);
    const given = some(next, GIVEN);
    const numbers = Array.from({ length: 1 + Math.floor(next() * 3) }, () => some(next, NUMBERS));
    const tel = numbers.map(number => `TEL;${some(next, TYPES)}:${number}`);
    const lines = [
      'BEGIN:VCARD',
      `VERSION:${version}`,
      `N:${family};${given}`,
      `FN:${given} ${family}`,
      ...tel,
      'END:VCARD',
    ];
    return { habit, text: dress(lines), family, given, numbers };
  });
}

const VOBJECT = `
import json, sys, vobject
answer = []
for text in json.load(sys.stdin):
    card = vobject.readOne(text, allowQP=True)
    answer.append({'family': card.n.value.family, 'given': card.n.value.given, 'numbers': [tel.value for tel in card.contents.get('tel', [])]})
json.dump(answer, sys.stdout)
`;

describe('cards in the habits of their makers', () => {
  it.each(makeCards(runs(100)).map(card => [card.habit, card] as const))(
    '%s',
    (_, { text, family, given, numbers }) => {
      for (const input of [text, Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
        const card = parseVCard(input);
        expect([card.family, card.given ?? '', card.tel?.map(({ number }) => number)]).toEqual([
          family,
          given,
          numbers,
        ]);
        expect(parseVCard(formatVCard(card), { strict: true }).tel).toEqual(card.tel);
      }
    },
  );
});

describeWithOracle(['vobject'], 'cards in the habits of their makers and vobject', () => {
  it('reads the same out of them, and out of what we write', () => {
    const cards = makeCards(runs(100));
    const expected = cards.map(({ family, given, numbers }) => ({ family, given, numbers }));
    expect(
      runPython(
        VOBJECT,
        cards.map(({ text }) => text),
      ),
    ).toEqual(expected);
    expect(
      runPython(
        VOBJECT,
        cards.map(({ text }) => formatVCard(parseVCard(text))),
      ),
    ).toEqual(expected);
  });
});

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;COUNT=5',
  'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3',
  'FREQ=DAILY;UNTIL=20260801T080000Z',
  'FREQ=WEEKLY;COUNT=4',
  'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20260901T000000Z',
  'FREQ=MONTHLY;BYMONTHDAY=7;COUNT=6',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=1TU;COUNT=3',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2',
  'FREQ=MONTHLY;BYDAY=1TU,3TU',
  'FREQ=MONTHLY;BYDAY=MO,TH',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=7;COUNT=3',
  'FREQ=YEARLY;BYMONTH=1,7',
  'FREQ=YEARLY;BYYEARDAY=188',
  'FREQ=YEARLY;BYYEARDAY=188,200;COUNT=5',
  'FREQ=YEARLY;BYMONTH=7;BYDAY=1TU',
  'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1TU',
  'FREQ=MONTHLY;COUNT=4',
] as const;

/** A calendar of 2.0 for each rule, of a timed event and of one of a whole day. */
function makeCalendars(): { text: string; rule: string; start: string }[] {
  return ['DTSTART:20260707T080000Z', 'DTSTART;VALUE=DATE:20260707'].flatMap(start =>
    RULES.map((rule, i) => {
      const end = i % 2 === 0 ? '\r\n' : '\n';
      const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Example//EN',
        'BEGIN:VEVENT',
        `UID:${i}@example.org`,
        start,
        `SUMMARY:Event ${i}\\, weekly`,
        `RRULE:${rule}`,
        'TRANSP:OPAQUE',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ];
      return { text: lines.join(end), rule, start: start.slice(start.indexOf(':') + 1) };
    }),
  );
}

/**
 * The first occurrences of rules by dateutil: of the rule of iCalendar, and of what libical makes of a vCalendar 1.0.
 */
const LIBICAL = `
import ctypes, json, sys
from datetime import datetime
from dateutil.rrule import rrulestr
vcal, ical = ctypes.CDLL('libicalvcal.so.3'), ctypes.CDLL('libical.so.3')
vcal.Parse_MIME.restype = vcal.icalvcal_convert.restype = ctypes.c_void_p
vcal.Parse_MIME.argtypes = [ctypes.c_char_p, ctypes.c_ulong]
vcal.icalvcal_convert.argtypes = ical.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
ical.icalcomponent_as_ical_string.restype = ctypes.c_char_p
def dates(rule, start):
    start = datetime.strptime(start.rstrip('Z')[:15].ljust(15, '0').replace('0000000', 'T000000') if 'T' not in start else start.rstrip('Z'), '%Y%m%dT%H%M%S')
    rule = rule.replace('Z', '')
    return [str(day) for day in list(rrulestr('RRULE:' + rule, dtstart=start)[:20])]
answer = []
for text, rule, start in json.load(sys.stdin):
    octets = text.encode()
    lines = ical.icalcomponent_as_ical_string(vcal.icalvcal_convert(vcal.Parse_MIME(octets, len(octets)))).decode().split('\\r\\n')
    named = lambda name: [line.split(':', 1)[1] for line in lines if line.split(':')[0].split(';')[0] == name]
    got = [dates(one, start) for one in named('RRULE')]
    answer.append({'summary': named('SUMMARY')[0], 'rule': lines if got == [] else named('RRULE'), 'wanted': dates(rule, start), 'got': sum(got, [])})
json.dump(answer, sys.stdout)
`;

interface Judged {
  readonly summary: string;
  readonly rule: readonly string[];
  readonly wanted: readonly string[];
  readonly got: readonly string[];
}

describeWithOracle(['libical', 'vobject'], 'calendars of 2.0 as vCalendar 1.0 and libical', () => {
  it('falls on the same days by the rule that we write', context => {
    const calendars = makeCalendars();
    const written = calendars.map(({ text, rule, start }) => [
      formatVCalendar(parseVCalendar(text)),
      rule,
      start,
    ]);
    const judged = runPython(LIBICAL, written) as Judged[];
    expect(judged).toHaveLength(50);
    judged.forEach(({ summary, rule, wanted, got }, i) => {
      expect(summary).toBe(`Event ${i % RULES.length}\\, weekly`);
      expect(got, `${calendars[i]?.rule}: ${written[i]?.[0]} ${rule}`).toEqual(wanted);
    });
    tally(context, { subject: 'recurrence rules', oracle: 'libical', cases: judged.length });
  });
});
