import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { openPresentation } from '../../src/presentation/index.ts';
import { parseServiceIndication } from '../../src/public/push.ts';
import {
  type ParsedTune,
  parseIMelody,
  parseRtttl,
  parseRtx,
  parseTune,
  type TuneEvent,
} from '../../src/ringtone/index.ts';
import { parseSmil } from '../../src/smil/index.ts';
import { runLine } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mms-around-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What editors, phones and mail programs put around a text; the text is the same. */
const DISGUISES: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'as it is': text => utf8(text),
  'a byte order mark': text => utf8(`\ufeff${text}`),
  'UTF-16, little end first': text => utf16(`\ufeff${text}`),
  'UTF-16, big end first': text => swapped(utf16(`\ufeff${text}`)),
  'UTF-16 without a mark': text => utf16(text),
  'NUL behind it': text => utf8(`${text}\0\0`),
  'an end-of-file mark behind it': text => utf8(`${text}\u001a`),
  'line feeds': text => utf8(text.replaceAll('\r\n', '\n')),
  'carriage returns and line feeds': text => utf8(text.replace(/\r?\n/g, '\r\n')),
  'empty lines behind it': text => utf8(`${text}\r\n\r\n`),
  'empty lines before it': text => utf8(`\r\n${text}`),
};

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

function swapped(octets: Uint8Array): Uint8Array {
  return octets.map((_, i, all) => all[i ^ 1] ?? 0);
}

/** What was read, with the codes of the findings; or the code and the place of the refusal. */
type Outcome =
  | { readonly value: unknown; readonly codes: readonly string[] }
  | { readonly refused: string; readonly place: unknown };

type Reader = (octets: Uint8Array) => Outcome | Promise<Outcome>;

interface Found {
  readonly code: string;
  readonly line?: number | undefined;
}

const read = (value: unknown, findings: readonly Found[]): Outcome => ({
  value,
  codes: findings.map(({ code }) => code),
});

async function outcomeOf(reader: Reader, octets: Uint8Array): Promise<Outcome> {
  try {
    return await reader(octets);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    const [first] = error.details?.issues ?? [];
    return { refused: error.code, place: first?.line ?? error.offset ?? error.path };
  }
}

let files = 0;

function fileOf(octets: Uint8Array, extension: string): string {
  const path = join(folder, `${files++}.${extension}`);
  writeFileSync(path, octets);
  return path;
}

/** What the command line prints as JSON about a file. */
async function printed(octets: Uint8Array, extension: string, ...args: string[]): Promise<unknown> {
  const path = fileOf(octets, extension);
  const { stdout, stderr } = await runLine(args.map(arg => (arg === 'FILE' ? path : arg)));
  return JSON.parse((stdout || stderr).replaceAll(path, 'FILE'));
}

async function fromManifest(octets: Uint8Array, extension: string): Promise<Outcome> {
  const { slides, headers, issues } = await openPresentation([fileOf(octets, extension)]);
  const texts = slides.map(({ text }) => Buffer.from(text?.part.data ?? []).toString());
  return read({ subject: headers.subject, texts }, issues);
}

const hexadecimal: Reader = async octets => {
  const { raw, error, children = [] } = Object(await printed(octets, 'txt', 'inspect', 'FILE', '--json'));
  if (error !== undefined) return { refused: error.code, place: error.offset };
  const fields: readonly { readonly warnings?: readonly Found[] }[] = children;
  return read(
    raw,
    fields.flatMap(({ warnings = [] }) => warnings),
  );
};

const items: Reader = async octets => {
  const { segments, error } = Object(await printed(octets, 'json', 'sms', '--input', 'FILE', '--json'));
  return error === undefined ? read(segments[0].text, []) : { refused: error.code, place: error.path };
};

const card: Reader = octets => {
  const { version, warnings, ...value } = parseVCard(octets);
  return read(value, warnings);
};

const calendar: Reader = octets => {
  const { version, warnings, ...value } = parseVCalendar(octets);
  return read(value, warnings);
};

const tune =
  (parse: (octets: Uint8Array) => ParsedTune): Reader =>
  octets => {
    const { events, warnings } = parse(octets);
    return read(events.map(spelt), warnings);
  };

function spelt(event: TuneEvent): string {
  return `${event.duration}${event.note}${event.note === 'p' ? '' : event.octave} at ${event.bpm}`;
}

const smil: Reader = octets => {
  const { smil, issues } = parseSmil(octets);
  // what MMS SMIL wants besides is not about the text
  return read(
    smil.slides,
    issues.filter(({ code }) => /^(?:text|smil)\//.test(code)),
  );
};

const indication: Reader = octets => {
  const { warnings, ...value } = parseServiceIndication(octets);
  return read(value, warnings);
};

/** A text format: a text in it, its reader and the value; what becomes of the text when it is cut, and in other case. */
interface TextFormat {
  readonly name: string;
  readonly text: string;
  readonly reader: Reader;
  readonly value: unknown;
  /** Without its last quarter. */
  readonly cut: Outcome;
  /** Its keywords in the other case. */
  readonly otherCase: readonly [text: string, outcome: Outcome];
}

const RTTTL = 'Fifth:d=4,o=5,b=63:8g5,8g5,8g5,2d#5';
const FIFTH = ['8g5 at 63', '8g5 at 63', '8g5 at 63', '2d#5 at 63'];
const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Gray;Ann\r\nTEL;CELL:+447700900123\r\nEND:VCARD\r\n';
const ANN = { family: 'Gray', given: 'Ann', tel: [{ number: '+447700900123', types: ['CELL'] }] };
const CALENDAR =
  'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY:Tea\r\nDTSTART:20260707T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const TEA = { type: 'event', summary: 'Tea', start: '2026-07-07T08:00:00Z' };
const IMELODY = 'BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:c3d3e3\r\nEND:IMELODY\r\n';
const SI = '<?xml version="1.0"?>\r\n<si><indication href="http://a/">Hello</indication></si>';
const SMIL = '<smil>\r\n<body><par dur="5s"><text src="a.txt"/></par></body></smil>';
const SLIDES = [{ durationMs: 5000, media: [{ element: 'text', src: 'a.txt' }] }];
const HELLO = { subject: 'Hi', texts: ['Hello'] };

const FORMATS: readonly TextFormat[] = [
  {
    name: 'vCard',
    text: CARD,
    reader: card,
    value: ANN,
    cut: {
      value: { ...ANN, tel: [{ number: '+4477009', types: ['CELL'] }] },
      codes: ['card/missing-end', 'card/final-line-end'],
    },
    otherCase: [CARD.toLowerCase().replace('gray;ann', 'Gray;Ann'), { value: ANN, codes: [] }],
  },
  {
    name: 'vCalendar',
    text: CALENDAR,
    reader: calendar,
    value: TEA,
    cut: { value: TEA, codes: ['card/missing-end', 'card/missing-end'] },
    otherCase: [CALENDAR.toLowerCase().replace('tea', 'Tea'), { value: TEA, codes: [] }],
  },
  {
    name: 'RTTTL',
    text: RTTTL,
    reader: tune(parseRtttl),
    value: FIFTH,
    cut: { value: FIFTH.slice(0, 2), codes: ['ringtone/dialect'] },
    otherCase: [RTTTL.toUpperCase(), { value: FIFTH, codes: [] }],
  },
  {
    name: 'RTX',
    text: 'Fifth:d=4,o=5,b=63:8G,8G,8G,2D#',
    reader: tune(parseRtx),
    value: FIFTH,
    // nothing shows that another note was to come
    cut: { value: FIFTH.slice(0, 2), codes: [] },
    otherCase: ['Fifth:D=4,O=5,B=63:8g,8g,8g,2d#', { value: FIFTH, codes: [] }],
  },
  {
    name: 'iMelody',
    text: IMELODY,
    reader: tune(parseIMelody),
    value: ['8c5 at 120', '8d5 at 120', '8e5 at 120'],
    cut: { value: ['8c5 at 120'], codes: ['imelody/cut-short', 'imelody/cut-short'] },
    otherCase: [
      IMELODY.toLowerCase(),
      {
        value: ['8c5 at 120', '8d5 at 120', '8e5 at 120'],
        codes: Array.from({ length: 5 }, () => 'imelody/dialect'),
      },
    ],
  },
  {
    name: 'any tune',
    text: RTTTL,
    reader: tune(parseTune),
    value: FIFTH,
    cut: { value: FIFTH.slice(0, 2), codes: ['ringtone/dialect'] },
    otherCase: [RTTTL.toUpperCase(), { value: FIFTH, codes: [] }],
  },
  {
    name: 'SMIL',
    text: SMIL,
    reader: smil,
    value: SLIDES,
    cut: { refused: 'smil/not-well-formed', place: 2 },
    otherCase: [
      '<SMIL>\r\n<BODY><PAR DUR="5s"><TEXT SRC="a.txt"/></PAR></BODY></SMIL>',
      { value: SLIDES, codes: ['smil/root', ...Array.from({ length: 6 }, () => 'smil/case')] },
    ],
  },
  {
    name: 'service indication',
    text: SI,
    reader: indication,
    value: { href: 'http://a/', content: 'Hello' },
    cut: { refused: 'xml/not-well-formed', place: 2 },
    // names of XML have one case
    otherCase: [
      '<?xml version="1.0"?>\r\n<SI><INDICATION HREF="http://a/">Hello</INDICATION></SI>',
      { refused: 'push/document-type', place: 2 },
    ],
  },
  {
    name: 'manifest in YAML',
    text: 'subject: Hi\r\nslides:\r\n  - text: Hello\r\n',
    reader: octets => fromManifest(octets, 'yaml'),
    value: HELLO,
    cut: { refused: 'manifest/type', place: 3 },
    otherCase: [
      'Subject: Hi\r\nSlides:\r\n  - Text: Hello\r\n',
      { refused: 'manifest/unknown-key', place: 1 },
    ],
  },
  {
    name: 'manifest in JSON',
    text: '{ "subject": "Hi",\r\n "slides": [{ "text": "Hello" }, ] }',
    reader: octets => fromManifest(octets, 'json'),
    value: HELLO,
    cut: { refused: 'manifest/syntax', place: 2 },
    otherCase: [
      '{ "SUBJECT": "Hi",\r\n "SLIDES": [{ "TEXT": "Hello" }, ] }',
      { refused: 'manifest/unknown-key', place: 1 },
    ],
  },
  {
    name: 'hexadecimal text',
    text: '8c82 98 54 00 8d 92\r\n',
    reader: hexadecimal,
    value: '8c829854008d92',
    cut: {
      value: '8c829854008d',
      codes: ['wsp/integer-form', 'wsp/missing-terminator', 'mms/field-value-read'],
    },
    otherCase: ['8C82 98 54 00 8D 92\r\n', { value: '8c829854008d92', codes: [] }],
  },
  {
    name: 'items in JSON',
    text: '{ "text": "Hello" }',
    reader: items,
    value: 'Hello',
    cut: { refused: 'file/syntax', place: 'FILE' },
    otherCase: ['{ "TEXT": "Hello" }', { refused: 'manifest/unknown-key', place: 'TEXT' }],
  },
];

/** XML 1.0 has nothing before its declaration (2.8). */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'service indication': ['empty lines before it'],
};

describe.each(FORMATS)('$name is read the same', ({ name, text, reader, value, cut, otherCase }) => {
  it.each(Object.entries(DISGUISES))('with %s', async (disguise, disguised) => {
    const outcome = await outcomeOf(reader, disguised(text));
    if (REFUSED[name]?.includes(disguise) === true) {
      expect(outcome).toEqual({ refused: 'xml/not-well-formed', place: 2 });
      return;
    }
    expect(outcome).toHaveProperty('value', value);
  });

  it('or told, where its last quarter is missing', async () => {
    const part = text.slice(0, Math.ceil((text.length * 3) / 4));
    expect(await outcomeOf(reader, utf8(part))).toEqual(cut);
  });

  it('or told, where its keywords are in the other case', async () => {
    const [other, outcome] = otherCase;
    expect(await outcomeOf(reader, utf8(other))).toEqual(outcome);
  });
});

const NOTE = 'The committee for the new bridge meets in the old house at the river, and there ';

describe('a long line that a program broke', () => {
  it.each([
    [
      'vCard',
      CARD.replace('TEL', `NOTE:${NOTE.slice(0, 70)}\r\n${NOTE.slice(70)}is: tea\r\nTEL`),
      card,
      { ...ANN, note: `${NOTE}is: tea` },
    ],
    [
      'vCard 3.0',
      CARD.replace('2.1', '3.0').replace('TEL', `NOTE:${NOTE}\r\n${NOTE}\r\n${NOTE}\r\nTEL`),
      card,
      { ...ANN, note: NOTE.repeat(3) },
    ],
    [
      'vCalendar',
      CALENDAR.replace('DTSTART', `DESCRIPTION:${NOTE}\r\nis tea\r\nDTSTART`),
      calendar,
      { ...TEA, description: `${NOTE}is tea` },
    ],
    [
      'vCard in Greek',
      CARD.replace('TEL', `NOTE:${'ω'.repeat(35)}\r\nωω\r\nTEL`),
      card,
      { ...ANN, note: 'ω'.repeat(37) },
    ],
  ])('goes on in a %s without the blank that says so, and that is told', async (_, text, reader, value) => {
    const outcome = await outcomeOf(reader, utf8(text));
    expect(outcome).toHaveProperty('value', value);
    expect(new Set('codes' in outcome ? outcome.codes : [])).toEqual(new Set(['card/missing-fold']));
  });

  it('is not taken for one behind a short line, a blank one or base64', async () => {
    const text = (...lines: readonly string[]) => utf8(CARD.replace('TEL', `${lines.join('\r\n')}\r\nTEL`));
    const short = await outcomeOf(card, text(`NOTE:Tea`, 'and milk'));
    expect(short).toEqual({ value: { ...ANN, note: 'Tea' }, codes: ['card/bad-line'] });
    const blank = await outcomeOf(card, text(`NOTE:${NOTE}`, '', 'and milk'));
    expect(blank).toEqual({ value: { ...ANN, note: NOTE }, codes: ['card/bad-line'] });
    const photo = await outcomeOf(card, text(`PHOTO;BASE64:${'AAAA'.repeat(18)}`, 'and milk'));
    expect(photo).toMatchObject({ value: ANN, codes: ['card/bad-line'] });
  });
});
