import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, formatVCard, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { runs } from '../support/property.ts';
import { apparentProperties, cardOf, hostileText, plainText, withLineBreaks } from './vcard-cases.ts';

interface CardVector {
  readonly name: string;
  readonly input: Card | null;
  readonly text: string;
}

const vectors: readonly CardVector[] = JSON.parse(
  readFileSync(new URL('../vectors/cards/vcard.json', import.meta.url), 'utf8'),
);

const codesOf = (card: { readonly warnings: readonly { readonly code: string }[] }) =>
  card.warnings.map(warning => warning.code);

const linesOf = (...lines: readonly string[]) => lines.map(line => `${line}\r\n`).join('');

describe('vCard 2.1', () => {
  it.each(vectors.filter(vector => vector.input !== null))('writes and reads $name', ({ input, text }) => {
    if (input === null) throw new Error('filtered');
    expect(formatVCard(input)).toBe(text);
    expect(parseVCard(text, { strict: true })).toEqual({ ...input, version: '2.1', warnings: [] });
    expect(parseVCard(new TextEncoder().encode(text))).toEqual({ ...input, version: '2.1', warnings: [] });
  });

  it('reads the examples of the gateway manual with warnings', () => {
    const [card, pdu] = vectors
      .filter(vector => vector.input === null)
      .map(vector => parseVCard(vector.text));
    expect(card).toMatchObject({ formattedName: 'Connection Software', tel: [{ number: '+442077138000' }] });
    expect(codesOf(card ?? { warnings: [] })).toEqual([
      'card/version',
      'card/missing-name',
      'card/final-line-end',
    ]);
    expect(pdu).toMatchObject({
      family: 'Smith,John,MD',
      tel: [{ number: '447700912345', types: ['PREF', 'VOICE'] }],
    });
    expect(codesOf(pdu ?? { warnings: [] })).toEqual([
      'card/version',
      'card/commas-in-name',
      'card/final-line-end',
    ]);
    expect(parseVCard(formatVCard(card ?? {}), { strict: true }).family).toBe('Connection Software');
  });

  it('round-trips any card', () => {
    fc.assert(
      fc.property(cardOf(fc.oneof(hostileText, plainText, fc.string({ unit: 'grapheme' }))), card => {
        try {
          const { version, warnings, ...read } = parseVCard(formatVCard(card));
          expect(read).toEqual(withLineBreaks(card));
          expect(warnings).toEqual([]);
        } catch (error) {
          // half a character, NUL, or a backslash before a dividing semicolon
          if (!isMmsError(error) || error.code !== 'card/value') throw error;
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('keeps properties without a key of their own, and the second of single ones', () => {
    const text = linesOf(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N:Doe;Jane',
      'NOTE:one',
      'PHOTO;ENCODING=BASE64;JPEG:',
      '  /9j/4AAQ',
      '  SkZJRg==',
      '',
      'NOTE;LANGUAGE=en:two',
      'X-CLASS;WORK:a\\;b',
      'END:VCARD',
    );
    const card = parseVCard(text, { strict: true });
    expect(card).toMatchObject({
      note: 'one',
      other: [
        { name: 'PHOTO', parameters: ['ENCODING=BASE64', 'JPEG'], value: '/9j/4AAQSkZJRg==' },
        { name: 'NOTE', parameters: ['LANGUAGE=en'], value: 'two' },
        { name: 'X-CLASS', parameters: ['WORK'], value: 'a\\;b' },
      ],
    });
    const { warnings, ...again } = parseVCard(formatVCard(card), { strict: true });
    expect({ ...again, warnings }).toEqual(card);
  });

  it('makes the name that a card must have of the formatted name or the company', () => {
    expect(formatVCard({ formattedName: 'Acme' })).toContain('\r\nN:Acme\r\nFN:Acme\r\n');
    expect(formatVCard({ org: ['Acme', 'Sales'] })).toContain('\r\nN:Acme\r\nORG:Acme;Sales\r\n');
    expect(() => formatVCard({ note: 'x' })).toThrow(expect.objectContaining({ code: 'card/missing' }));
  });

  it('writes raw UTF-8 on request, but never a line end of Unicode', () => {
    const options = { nonAscii: '8bit' } as const;
    expect(formatVCard({ family: 'Zoë' }, options)).toContain('\r\nN;CHARSET=UTF-8:Zoë\r\n');
    expect(formatVCard({ family: 'Zoë\u2028' }, options)).toContain('QUOTED-PRINTABLE:Zo=C3=AB=E2=80=A8\r\n');
    expect(parseVCard(formatVCard({ family: 'Zoë' }, options)).family).toBe('Zoë');
  });

  it.each<[string, unknown, string, string]>([
    ['a key that no card has', { family: 'x', firstname: 'y' }, 'card/unknown-key', 'firstname'],
    ['__proto__', JSON.parse('{"family":"x","__proto__":{}}'), 'card/unknown-key', '__proto__'],
    ['a number for a text', { family: 7 }, 'card/value', 'family'],
    ['a text for a list', { family: 'x', tel: '+1' }, 'card/value', 'tel'],
    ['a text for a telephone', { family: 'x', tel: ['+1'] }, 'card/value', 'tel[0]'],
    [
      'an unknown key in a telephone',
      { family: 'x', tel: [{ phone: '1' }] },
      'card/unknown-key',
      'tel[0].phone',
    ],
    ['a type with a colon', { family: 'x', tel: [{ number: '1', types: ['A:B'] }] }, 'card/property', 'tel'],
    [
      'an encoding as a type',
      { family: 'x', tel: [{ number: '1', types: ['base64'] }] },
      'card/property',
      'tel',
    ],
    ['a date that is none', { family: 'x', birthday: '1970-02-30' }, 'card/value', 'birthday'],
    ['NUL', { family: 'x\0' }, 'card/value', 'family'],
    ['half a character', { family: 'x', note: '\ud800' }, 'card/value', 'note'],
    ['a backslash before a dividing semicolon', { family: 'x\\', given: 'y' }, 'card/value', 'family'],
    [
      'a structural name',
      { family: 'x', other: [{ name: 'END', value: 'VCARD' }] },
      'card/property',
      'other[0]',
    ],
    [
      'a name with a line end',
      { family: 'x', other: [{ name: 'X\r\nTEL', value: '' }] },
      'card/property',
      'other[0]',
    ],
    [
      'an encoding for a text',
      { family: 'x', other: [{ name: 'X', parameters: ['ENCODING=QUOTED-PRINTABLE'], value: '=0D' }] },
      'card/property',
      'other[0]',
    ],
    [
      'base64 that is none',
      { family: 'x', other: [{ name: 'PHOTO', parameters: ['ENCODING=BASE64'], value: 'a\r\nTEL:1' }] },
      'card/value',
      'other[0]',
    ],
    ['a list', [], 'card/value', ''],
  ])('refuses %s', (_, card, code, path) => {
    expect(() => formatVCard(card as Card)).toThrow(
      expect.objectContaining(path === '' ? { code } : { code, path }),
    );
  });
});

describe('sloppy vCards', () => {
  it.each([
    ['LF line ends', 'BEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nEND:VCARD\n', []],
    ['CR line ends', 'BEGIN:VCARD\rVERSION:2.1\rN:Doe;Jane\rEND:VCARD\r', []],
    ['a byte order mark', '\ufeffBEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nEND:VCARD\n', []],
    ['lower case', 'begin:vcard\nversion:2.1\nn:Doe;Jane\nend:vcard\n', []],
    ['text before it', 'From: x\n\nBEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nEND:VCARD\n', []],
    ['no END', 'BEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\n', ['card/missing-end']],
    ['a stray END', 'BEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nEND:X\nEND:VCARD\n', ['card/missing-end']],
    ['a line without colon', 'BEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nhello\nEND:VCARD\n', ['card/bad-line']],
    ['a group', 'BEGIN:VCARD\nVERSION:2.1\nA.N:Doe;Jane\nEND:VCARD\n', []],
    [
      'a second card',
      'BEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nEND:VCARD\nBEGIN:VCARD\nN:x\nEND:VCARD\n',
      ['card/further-cards'],
    ],
    [
      'a card within',
      'BEGIN:VCARD\nVERSION:2.1\nN:Doe;Jane\nBEGIN:VCARD\nN:x\nEND:VCARD\nEND:VCARD\n',
      ['card/lost'],
    ],
    [
      'an unescaped = in quoted-printable',
      'BEGIN:VCARD\nVERSION:2.1\nN;QUOTED-PRINTABLE:Doe;Jane=\nEND:VCARD\n',
      ['card/encoding'],
    ],
  ])('%s', (name, text, warnings) => {
    const card = parseVCard(text);
    expect(card).toMatchObject({ family: 'Doe' });
    expect(card.given?.replace('=', '')).toBe('Jane');
    expect(codesOf(card), name).toEqual(warnings);
    if (warnings.length > 0) {
      expect(() => parseVCard(text, { strict: true })).toThrow(
        expect.objectContaining({ code: warnings[0] }),
      );
    }
  });

  it('reads octets in the charset that a property names, or guesses', () => {
    const text = 'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1:Zo\u00eb\nFN:\u00e9\nEND:VCARD\n';
    const latin = Uint8Array.from(text, character => character.charCodeAt(0));
    const card = parseVCard(latin);
    expect(card).toMatchObject({ family: 'Zoë', formattedName: 'é' });
    expect(codesOf(card)).toEqual(['text/charset-guessed']);
    const quoted = 'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB\nFN;QUOTED-PRINTABLE:=C3=A9';
    expect(parseVCard(`BEGIN:VCARD\nVERSION:2.1\n${quoted}\nEND:VCARD\n`)).toMatchObject({
      family: 'Zoë',
      formattedName: 'é',
    });
    const shiftJis = 'N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=93=63';
    expect(parseVCard(`BEGIN:VCARD\nVERSION:2.1\n${shiftJis}\nEND:VCARD\n`)).toMatchObject({
      family: '山田',
    });
  });

  it('joins soft breaks and folded lines the way of 2.1, white space kept', () => {
    const text = linesOf(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N:Doe',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=20=',
      'TEL=3A+1=',
      ' two',
      'TITLE:Vice',
      ' President',
      'END:VCARD',
    );
    expect(parseVCard(text)).toMatchObject({ note: 'one TEL:+1 two', title: 'Vice President' });
  });

  it.each(['', 'hello', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'END:VCARD\n'])('%j is refused', text => {
    expect(() => parseVCard(text)).toThrow(expect.objectContaining({ code: 'card/not-a-card' }));
  });
});

describe('vCard 3.0 and 4.0', () => {
  it('becomes a 2.1 card, with a list of what is lost', () => {
    const text = linesOf(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'PRODID:-//Example//EN',
      'N:Müller;Jürgen;;Dr.;',
      'FN:Dr. Jürgen M',
      ' üller',
      'item1.TEL;TYPE=CELL,VOICE;TYPE=pref:+49 170 0000000',
      'EMAIL;TYPE=INTERNET,WORK:j@example.org',
      'ORG:Acme\\, Inc.;R\\;D',
      'ADR;TYPE=home:;;1 High St\\nFlat 2;London;;N1 1AA;UK',
      'NOTE:one\\ntwo\\, three\\\\',
      'IMPP:xmpp:x@example.org',
      'X-TWITTER:@x\\,y',
      'BDAY;VALUE=date:1970-01-31',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4A==',
      'END:VCARD',
    );
    const card = parseVCard(text);
    expect(card).toMatchObject({
      version: '3.0',
      family: 'Müller',
      given: 'Jürgen',
      prefix: 'Dr.',
      formattedName: 'Dr. Jürgen Müller',
      tel: [{ number: '+49 170 0000000', types: ['CELL', 'VOICE', 'PREF'] }],
      email: ['j@example.org'],
      org: ['Acme, Inc.', 'R;D'],
      address: {
        type: 'HOME',
        street: '1 High St\r\nFlat 2',
        city: 'London',
        postalCode: 'N1 1AA',
        country: 'UK',
      },
      note: 'one\r\ntwo, three\\',
      birthday: '1970-01-31',
      other: [
        { name: 'X-TWITTER', value: '@x,y' },
        { name: 'PHOTO', parameters: ['ENCODING=BASE64', 'JPEG'], value: '/9j/4A==' },
      ],
    });
    expect(card.warnings.map(warning => warning.message)).toEqual([
      'the parameter WORK of EMAIL',
      'the property IMPP',
    ]);
    const { warnings, version, ...old } = parseVCard(formatVCard(card), { strict: true });
    const { warnings: _, version: __, ...modern } = card;
    expect(old).toEqual(modern);
  });

  it('reads the URIs and quoted types of 4.0', () => {
    const text = linesOf(
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      'FN:Jane Doe',
      'N:Doe;Jane;;;',
      'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+44-7700-900123',
      'BDAY:--0203',
      'END:VCARD',
    );
    const card = parseVCard(text);
    expect(card.tel).toEqual([{ number: '+44-7700-900123', types: ['PREF', 'VOICE', 'HOME'] }]);
    expect(codesOf(card)).toEqual(['card/lost', 'card/lost']);
    expect(card.other).toBeUndefined();
  });
});

describe('text in a card', () => {
  it('never becomes a second property', () => {
    fc.assert(
      fc.property(cardOf(hostileText), fc.constantFrom('quoted-printable', '8bit'), (card, nonAscii) => {
        const text = formatVCard(card, { nonAscii });
        const { version, warnings, ...read } = parseVCard(text);
        expect(read).toEqual(withLineBreaks(card));
        // a reader that knows nothing of soft breaks sees the same properties
        expect(apparentProperties(text)).toEqual(namesOf(card));
      }),
      { numRuns: runs(10_000) },
    );
  }, 120_000);
});

/** Names of the properties of a card in the order in which they are written. */
function namesOf(card: Card): string[] {
  const has = (key: keyof Card, name: string) => (card[key] === undefined ? [] : [name]);
  return [
    'BEGIN',
    'VERSION',
    'N',
    ...has('formattedName', 'FN'),
    ...has('nickname', 'NICKNAME'),
    ...(card.tel ?? []).map(() => 'TEL'),
    ...(card.email ?? []).map(() => 'EMAIL'),
    ...has('org', 'ORG'),
    ...has('title', 'TITLE'),
    ...has('url', 'URL'),
    ...has('birthday', 'BDAY'),
    ...has('address', 'ADR'),
    ...has('note', 'NOTE'),
    'END',
  ];
}
