import { describe, expect, it } from 'vitest';
import { formatVCalendar, formatVCard, parseVCalendar, parseVCard } from '../../src/cards/index.ts';

const codesOf = (read: { readonly warnings: readonly { readonly code: string }[] }) =>
  read.warnings.map(({ code }) => code);
const cardOf = (version: string, ...lines: readonly string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
const entryOf = (version: string, ...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', `VERSION:${version}`, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  );

const NESTED = ['BEGIN:VCARD', 'VERSION:2.1', 'N:Agent;A', 'TEL:+999', 'END:VCARD'];

describe('cards as phones and programs write them', () => {
  it.each([
    ['on the next line', ['AGENT:', ...NESTED]],
    ['on the same line', ['AGENT:BEGIN:VCARD', ...NESTED.slice(1)]],
    ['without AGENT', NESTED],
    ['with an AGENT of its own', ['AGENT:', ...NESTED.slice(0, 3), 'AGENT:', ...NESTED, 'END:VCARD']],
  ])('a nested card %s does not end the card around it', (_, lines) => {
    const card = parseVCard(cardOf('2.1', 'N:Doe;Jane', ...lines, 'TEL;CELL:+111'));
    expect(card).toMatchObject({ family: 'Doe', tel: [{ number: '+111', types: ['CELL'] }] });
    expect(codesOf(card)).toEqual(['card/lost']);
  });

  it('a list of cards of which the first has no end is read up to the second', () => {
    const card = parseVCard(
      ['BEGIN:VCARD', 'VERSION:2.1', 'N:Doe', ...NESTED, ...NESTED, ...NESTED].join('\n'),
    );
    expect(card).toMatchObject({ family: 'Doe' });
    expect(card.tel).toBeUndefined();
    expect(codesOf(card)).toContain('card/missing-end');
  });

  it.each([
    ['N:Doe;Jane', 'N:\\n;'],
    ['N:;\\n', 'N:Doe;Jane'],
    ['N:Doe;Jane', 'ADR:;;', 'ORG:;'],
  ])('components of blanks alone say nothing: %s, %s', (...lines) => {
    const { version, warnings, ...card } = parseVCard(cardOf('3.0', ...lines));
    expect(card).toEqual({ family: 'Doe', given: 'Jane' });
  });

  it.each([
    ['2.1', 'PHOTO;JPEG;ENCODING=BASE64:'],
    ['2.1', 'PHOTO;BASE64;JPEG:'],
    ['3.0', 'PHOTO;ENCODING=b;TYPE=JPEG:'],
  ])('base64 of %s in lines that are not indented ends at the blank line: %s', (version, head) => {
    const card = parseVCard(cardOf(version, 'N:Doe', head, '/9j/4AAQ', 'SkZJRgAB', '', 'TEL:+1'));
    expect(card).toMatchObject({
      tel: [{ number: '+1' }],
      other: [{ name: 'PHOTO', parameters: ['ENCODING=BASE64', 'JPEG'], value: '/9j/4AAQSkZJRgAB' }],
    });
    expect(codesOf(card)).toEqual([]);
    expect(parseVCard(formatVCard(card), { strict: true }).other).toEqual(card.other);
  });

  it('base64 needs no blank line before the next property, and not all of its digits', () => {
    const photo = (...lines: readonly string[]) =>
      parseVCard(cardOf('2.1', 'N:Doe', 'PHOTO;BASE64:', ...lines, 'TEL:+1'));
    expect(photo('/9j/', '4A==').other?.[0]?.value).toBe('/9j/4A==');
    expect(photo('_9j-', '4A').other?.[0]?.value).toBe('/9j+4A==');
    const cut = photo('/9j/4', '!');
    expect(cut.other?.[0]?.value).toBe('/9j/');
    expect(codesOf(cut)).toEqual(['card/encoding', 'card/bad-line']);
    expect(cut.tel).toEqual([{ number: '+1' }]);
  });

  const utf16 = (text: string, littleEndian: boolean) => {
    const octets = Buffer.from(text, 'utf16le');
    return new Uint8Array(littleEndian ? octets : octets.swap16());
  };

  it.each([
    ['UTF-16, its mark first, little end first', (text: string) => utf16(`\ufeff${text}`, true), 'text/wide'],
    ['UTF-16, its mark first, big end first', (text: string) => utf16(`\ufeff${text}`, false), 'text/wide'],
    ['UTF-16 without a mark', (text: string) => utf16(text, true), 'text/wide'],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`), undefined],
    ['NUL behind it', (text: string) => Buffer.from(`${text}\0\0\0`), 'text/padding'],
    ['an end-of-file mark behind it', (text: string) => `${text}\x1a`, 'text/padding'],
    ['indented lines', (text: string) => text.replace(/^(?=.)/gm, '    '), 'text/indented'],
    ['blank lines before and behind', (text: string) => `\n\n  \n${text}\n\n`, undefined],
    ['CR CR LF', (text: string) => text.replaceAll('\r\n', '\r\r\n'), undefined],
  ])('a card and a calendar in %s are read', (_, dress, code) => {
    const card = parseVCard(dress(cardOf('2.1', 'N:Müller;Jürgen', 'TEL:+1')));
    expect(card).toMatchObject({ family: 'Müller', given: 'Jürgen', tel: [{ number: '+1' }] });
    const entry = parseVCalendar(dress(entryOf('1.0', 'SUMMARY:Fête')));
    expect(entry).toMatchObject({ summary: 'Fête' });
    for (const read of [card, entry])
      expect(codesOf(read).filter(found => found.startsWith('text/'))).toEqual(
        code === undefined ? [] : [code],
      );
  });

  it('half a character and NUL inside a value do not come back', () => {
    const card = parseVCard(cardOf('2.1', 'N:Do\0e', 'NOTE:a\ud800b'));
    expect(card).toMatchObject({ family: 'Doe', note: 'a\ufffdb' });
    expect(codesOf(card)).toEqual(['text/padding', 'text/half-character']);
    expect(formatVCard(card)).toContain('N:Doe\r\n');
  });

  it.each([
    ['3.0', '1953-10-15T23:10:00Z', 1],
    ['3.0', '1953-10-15T23:10:00-08:00', 1],
    ['4.0', '19531015T231000', 1],
    ['2.1', '1953-10-15 23:10', 1],
    ['2.1', '19531015T000000Z', 0],
    ['3.0', '1953-10-15', 0],
  ])('a birthday of %s may have a time: %s', (version, value, lost) => {
    const card = parseVCard(cardOf(version, 'N:Doe', `BDAY:${value}`));
    expect(card.birthday).toBe('1953-10-15');
    expect(codesOf(card)).toEqual(lost === 0 ? [] : ['card/lost']);
  });

  it('escapes of 3.0 in a card marked 2.1 are undone, with a warning', () => {
    const card = parseVCard(
      cardOf('2.1', 'N:M\\, y;J', 'NOTE:a\\nb\\; c\\\\d', 'ORG:x\\, y;z', 'ROLE:p\\, q', 'TITLE:a\\;b'),
    );
    expect(card).toMatchObject({
      family: 'M, y',
      given: 'J',
      note: 'a\r\nb; c\\d',
      org: ['x, y', 'z'],
      title: 'a;b',
      other: [{ name: 'ROLE', value: 'p, q' }],
    });
    expect(codesOf(card)).toEqual(['card/escape', 'card/escape', 'card/escape', 'card/escape']);
    expect(() => parseVCard(cardOf('2.1', 'N:M\\, y'), { strict: true })).toThrow(
      expect.objectContaining({ code: 'card/escape' }),
    );
  });

  it.each(['C:\\new', 'a\\,b', '\\\\nas\\share', 'a\\\\nb', '\\n', 'é\\n'])(
    'the text %j is written so that no reader takes a backslash for an escape',
    note => {
      for (const nonAscii of ['8bit', 'quoted-printable'] as const) {
        const text = formatVCard({ family: 'Doe', note }, { nonAscii });
        expect(parseVCard(text, { strict: true }).note).toBe(note);
      }
    },
  );

  it('backslashes of 2.1 that are no escapes stay', () => {
    expect(parseVCard(cardOf('2.1', 'N:Doe', 'NOTE:\\\\server\\docs')).note).toBe('\\\\server\\docs');
  });
});

describe('what 2.1 says in another way than 3.0 and 4.0', () => {
  it('is said so, and what it cannot say is told', () => {
    const card = parseVCard(
      cardOf(
        '4.0',
        'N:Doe;Jane',
        'GEO:geo:37.386013,-122.082932',
        'TZ:-0500',
        'TZ:America/New_York',
        'PHOTO:data:image/jpeg;base64,/9j/4A==',
        'LOGO;VALUE=uri;MEDIATYPE=image/png:http://example.org/a.png',
        'KEY:data:application/pgp-keys,plain',
        'NOTE:one',
        'NOTE;LANGUAGE=de:zwei\\, drei',
        'X-NOTE;ALTID=1:a\\;b\\, c',
        'BDAY:--0415',
      ),
    );
    expect(card).toMatchObject({
      note: 'one',
      other: [
        { name: 'GEO', value: '37.386013,-122.082932' },
        { name: 'TZ', value: '-0500' },
        { name: 'PHOTO', parameters: ['ENCODING=BASE64', 'JPEG'], value: '/9j/4A==' },
        { name: 'LOGO', parameters: ['VALUE=URL'], value: 'http://example.org/a.png' },
        { name: 'NOTE', value: 'zwei, drei' },
        { name: 'X-NOTE', value: 'a\\;b, c' },
      ],
    });
    expect(card.warnings.map(({ message }) => message)).toEqual([
      'the property TZ',
      'the parameter MEDIATYPE=image/png of LOGO',
      'the property KEY',
      'the parameter LANGUAGE=de of NOTE',
      'the parameter ALTID=1 of X-NOTE',
      "the value '--0415' of BDAY",
    ]);
    expect(parseVCard(formatVCard(card), { strict: true }).other).toEqual(card.other);
  });
});

describe('calendars as phones and programs write them', () => {
  it.each([
    ['AALARM:20061005T075000Z;;0;', false],
    ['AALARM:20061005T075000Z;;;', false],
    ['AALARM:20061005T075000Z', false],
    ['AALARM;TYPE=X-EPOCSOUND:20061005T075000Z;;0', false],
    ['AALARM:20061005T075000Z;PT5M;2;ring.wav', true],
    ['AALARM:20061005T075000Z;;3;', true],
  ])('the alarm of %s is known', (line, isKept) => {
    const entry = parseVCalendar(entryOf('1.0', line));
    expect(entry.alarm).toBe('2006-10-05T07:50:00Z');
    expect(entry.other?.[0]?.value).toBe(isKept ? line.slice(line.indexOf(':') + 1) : undefined);
    const text = formatVCalendar(entry);
    expect(text.match(/^AALARM/gm)).toHaveLength(1);
    expect(text).toContain(`AALARM:${isKept ? line.slice(7) : '20061005T075000Z'}\r\n`);
    expect(parseVCalendar(text).alarm).toBe(entry.alarm);
  });

  it.each([
    'DALARM:20061005T075000Z',
    'DALARM:20061005T075000Z;;;',
    'DALARM;X-EPOCSOUND:20061005T075000Z;;0;Dentist',
    'DALARM:20061005T075000Z;PT5M;2;Take the\\; red one',
    'PALARM:20061005T075000Z',
    'PALARM;VALUE=URL:20061005T075000Z;;0;file:///c:/run.exe',
  ])('the time of %s is that of the alarm, and it is written back as it was', line => {
    const entry = parseVCalendar(entryOf('1.0', line), { strict: true });
    expect(entry.alarm).toBe('2006-10-05T07:50:00Z');
    const text = formatVCalendar(entry);
    expect(text).toBe(entryOf('1.0', line));
    expect(parseVCalendar(text)).toEqual(entry);
  });

  const AT = '20061005T075000Z';
  it.each([
    ['a sound before a text', [`AALARM:${AT}`, 'DALARM:20061005T080000Z'], undefined],
    [
      'a sound behind a text',
      ['DALARM:20061005T080000Z', `AALARM:${AT}`],
      [`AALARM:${AT}`, 'DALARM:20061005T080000Z'],
    ],
    ['a sound and a text at one time', [`AALARM:${AT}`, `DALARM:${AT};;;x`, `PALARM:${AT}`], undefined],
    ['a text and a program', [`DALARM:${AT};;;x`, 'PALARM:20061005T080000Z'], undefined],
    ['two sounds at one time', [`AALARM:${AT}`, `AALARM:${AT}`], undefined],
    ['two texts', [`DALARM:${AT}`, 'DALARM:20061005T080000Z'], undefined],
    ['a text without a time', [`DALARM:;;;x`, `PALARM:${AT}`], undefined],
  ])('of several alarms, %s, none is lost and one is the alarm', (_, lines, written) => {
    const entry = parseVCalendar(entryOf('1.0', ...lines));
    expect(entry.alarm).toBe('2006-10-05T07:50:00Z');
    expect(formatVCalendar(entry)).toBe(entryOf('1.0', ...(written ?? lines)));
    expect(parseVCalendar(formatVCalendar(entry))).toEqual(entry);
  });

  it('the second alarm of a calendar marked 2.0 is kept too', () => {
    const lines = [
      `DALARM:${AT};;;a`,
      'DALARM:20061005T080000Z;;;b',
      'AALARM:20061005T090000Z;PT5M;2',
      `AALARM:${AT};;3`,
    ];
    const entry = parseVCalendar(entryOf('2.0', ...lines), { strict: true });
    expect(entry.alarm).toBe('2006-10-05T09:00:00Z');
    expect(formatVCalendar(entry)).toBe(entryOf('1.0', ...lines));
  });

  it.each(['AALARM', 'DALARM', 'PALARM'])('%s without a time that can be read is told and kept', name => {
    const entry = parseVCalendar(entryOf('1.0', `${name}:;;0;`));
    expect(codesOf(entry)).toEqual(['card/unreadable-value']);
    expect(entry).toMatchObject({ other: [{ name, value: ';;0;' }] });
    expect(entry).not.toHaveProperty('alarm');
  });

  it('an alarm that was changed is written beside the one that came with the entry', () => {
    const entry = parseVCalendar(entryOf('1.0', 'AALARM:20061005T075000Z;PT5M;2;ring.wav'));
    const text = formatVCalendar({ ...entry, alarm: '2006-10-05T08:00:00Z' });
    expect(text.match(/^AALARM.*$/gm)).toEqual([
      'AALARM:20061005T080000Z',
      'AALARM:20061005T075000Z;PT5M;2;ring.wav',
    ]);
  });

  it.each([
    ['TRIGGER:-PT15M', '2006-05-04T08:45:00Z'],
    ['TRIGGER;RELATED=END:-PT15M', '2006-05-04T09:45:00Z'],
    ['TRIGGER;VALUE=DATE-TIME:20060504T070000Z', '2006-05-04T07:00:00Z'],
  ])('the alarm of iCalendar %s becomes a time', (trigger, alarm) => {
    const lines = [
      'DTSTART:20060504T090000Z',
      'DTEND:20060504T100000Z',
      'BEGIN:VALARM',
      trigger,
      'END:VALARM',
    ];
    expect(parseVCalendar(entryOf('2.0', ...lines))).toMatchObject({ alarm, warnings: [] });
  });

  it.each([
    ['STATUS:NEEDS-ACTION', 'STATUS:NEEDS ACTION'],
    ['STATUS:confirmed', 'STATUS:CONFIRMED'],
    ['TRANSP:TRANSPARENT', 'TRANSP:1'],
    ['TRANSP:OPAQUE', 'TRANSP:0'],
    ['RESOURCES:a,b\\,c', 'RESOURCES:a;b,c'],
    ['CATEGORIES:a,b\\,c', 'CATEGORIES:a;b,c'],
    ['CREATED:20060501T000000Z', 'DCREATED:20060501T000000Z'],
    ['LAST-MODIFIED:2006-05-01T01:00:00+01:00', 'LAST-MODIFIED:20060501T000000Z'],
    [
      'ATTENDEE;RSVP=TRUE;PARTSTAT=ACCEPTED:mailto:a@example.org',
      'ATTENDEE;RSVP=YES;STATUS=ACCEPTED:a@example.org',
    ],
    ['ATTACH:http://example.org/a', 'ATTACH:http://example.org/a'],
    ['SEQUENCE:3', 'SEQUENCE:3'],
  ])('%s of iCalendar is written as %s', (line, expected) => {
    const entry = parseVCalendar(entryOf('2.0', line), { strict: true });
    expect(formatVCalendar(entry)).toContain(`\r\n${expected}\r\n`);
  });

  it.each([
    'STATUS:CANCELLED',
    'TRANSP:MAYBE',
    'CLASS:SECRET',
    'PRIORITY:high',
    'DTSTART:noon',
    'SEQUENCE:x',
    'ORGANIZER:x',
  ])('%s of iCalendar is left out and told', line => {
    const entry = parseVCalendar(entryOf('2.0', line));
    expect(codesOf(entry)).toEqual(['card/lost']);
    expect(formatVCalendar(entry)).not.toContain(line.slice(line.indexOf(':')));
  });

  it.each([
    ['a colon behind the names', entryOf('1.0', 'SUMMARY:x').replaceAll('VEVENT', 'VEVENT:')],
    ['a semicolon', entryOf('1.0', 'SUMMARY:x').replace('BEGIN:VCALENDAR', 'BEGIN:VCALENDAR;')],
    ['words behind the names', entryOf('1.0', 'SUMMARY:x').replaceAll('VEVENT', 'VEVENT one')],
  ])('a calendar with %s is read with a warning', (_, text) => {
    const entry = parseVCalendar(text);
    expect(entry).toMatchObject({ type: 'event', summary: 'x' });
    expect(new Set(codesOf(entry))).toEqual(new Set(['card/frame']));
    expect(() => parseVCalendar(text, { strict: true })).toThrow(
      expect.objectContaining({ code: 'card/frame' }),
    );
  });

  it.each([
    ['VERSION:2', '2.0'],
    ['VERSION;CHARSET=UTF-8:2.0', '2.0'],
    ['VERSION : 2.0', '2.0'],
    ['VERSION:1.0D', '1.0'],
  ])('the version of %s is %s', (line, version) => {
    expect(parseVCalendar(entryOf('1.0', 'SUMMARY:x').replace('VERSION:1.0', line)).version).toBe(version);
  });

  it('a component nested deeper than any is not followed, and takes no longer', () => {
    const text = entryOf('1.0', 'SUMMARY:x', ...'BEGIN:X\n'.repeat(9000).trim().split('\n'));
    expect(parseVCalendar(text)).toMatchObject({ summary: 'x' });
  });
});
