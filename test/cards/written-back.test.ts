import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVCalendar, formatVCard, parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { formatRtx, parseTune } from '../../src/ringtone/index.ts';
import { runs } from '../support/property.ts';

const piece = fc.constantFrom(
  ...[
    'a',
    'é',
    '音',
    ';',
    ',',
    ':',
    '\\',
    '\\;',
    '\\,',
    '\\n',
    '\\\\',
    '=',
    '=0D=0A',
    '=C3=A9',
    '"',
    ' ',
    '\t',
    '.',
    '-',
    '/',
    '#0',
    '2006',
    '20060504T090000Z',
    'MO',
    '1+',
    'geo:1,2',
    '\ud800',
    '\0',
  ],
);
const value = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''));
const parameter = fc.constantFrom(
  ...[
    'CELL',
    'X_ODD',
    'TYPE=HOME,"WO RK"',
    'ENCODING=QUOTED-PRINTABLE',
    'BASE64',
    'ENCODING=b',
    'CHARSET=ISO-8859-1',
    'VALUE=uri',
    'TZID=Europe/London',
    'LANGUAGE=en',
    'é',
    'X-A=b c',
    'PARTSTAT=ACCEPTED',
    '',
  ],
);

/** Lines of any of these properties, right or wrong. */
function lines(names: readonly string[]): fc.Arbitrary<string[]> {
  const line = fc
    .tuple(fc.constantFrom(...names), fc.array(parameter, { maxLength: 2 }), value)
    .map(([name, parameters, text]) => `${[name, ...parameters].join(';')}:${text}`);
  return fc.array(line, { maxLength: 8 });
}

const CARD = [
  'N',
  'FN',
  'TEL',
  'EMAIL',
  'ORG',
  'TITLE',
  'URL',
  'BDAY',
  'ADR',
  'NOTE',
  'PHOTO',
  'GEO',
  'TZ',
  'X-Y',
  'ROLE',
  'AGENT',
  'É',
] as const;
const CALENDAR = [
  'DTSTART',
  'DTEND',
  'DUE',
  'SUMMARY',
  'STATUS',
  'CATEGORIES',
  'PRIORITY',
  'CLASS',
  'RRULE',
  'EXDATE',
  'AALARM',
  'DALARM',
  'PALARM',
  'ATTENDEE',
  'RESOURCES',
  'TRANSP',
  'X-Y',
  'BEGIN',
  'END',
  'DURATION',
] as const;

describe('what was read can be written, and reads the same', () => {
  it('for cards of every version', () => {
    fc.assert(
      fc.property(fc.constantFrom('2.1', '3.0', '4.0', '9'), lines(CARD), (stated, properties) => {
        const text = ['BEGIN:VCARD', `VERSION:${stated}`, 'N:Doe;Jane', ...properties, 'END:VCARD', ''].join(
          '\r\n',
        );
        const { version, warnings, ...card } = parseVCard(text);
        const { version: _, warnings: __, ...again } = parseVCard(formatVCard(card));
        expect(again).toEqual(card);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('for calendars of both versions', () => {
    fc.assert(
      fc.property(fc.constantFrom('1.0', '2.0', '3'), lines(CALENDAR), (stated, properties) => {
        const text = [
          'BEGIN:VCALENDAR',
          `VERSION:${stated}`,
          'BEGIN:VEVENT',
          ...properties,
          'END:VEVENT',
          'END:VCALENDAR',
          '',
        ].join('\r\n');
        const { version, warnings, ...entry } = parseVCalendar(text);
        const { version: _, warnings: __, ...again } = parseVCalendar(formatVCalendar(entry));
        expect(again).toEqual(entry);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('for tunes', () => {
    const word = fc.constantFrom(
      'a',
      '8c#.6',
      'p',
      ',',
      '2.d5',
      'eb',
      'b=90bpm',
      's=C',
      'o=9',
      ' ',
      '8',
      '4#d',
      '\0',
      'x',
      'é',
      '.',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), words => {
        try {
          const { warnings, ...tune } = parseTune(`é 1:d=8,o=5:c,${words.join(',')}`);
          expect(parseTune(formatRtx(tune)).events).toEqual(tune.events);
        } catch (error) {
          if (!isMmsError(error) || error.code !== 'ringtone/syntax') throw error;
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
