import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseVCalendar, parseVCard } from '../../src/cards/index.ts';
import { MmsError } from '../../src/errors.ts';
import { openPresentation } from '../../src/presentation/index.ts';
import { parseServiceIndication } from '../../src/public/push.ts';
import { parseIMelody, parseRtttl, parseRtx, parseTune } from '../../src/ringtone/index.ts';
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

type Reader = (octets: Uint8Array) => unknown;

let files = 0;

/** What the command line makes of a file. */
async function fromFile(octets: Uint8Array, extension: string, ...args: string[]): Promise<string> {
  const path = join(folder, `${files++}.${extension}`);
  writeFileSync(path, octets);
  return (await runLine(args.map(arg => (arg === 'FILE' ? path : arg)))).stdout;
}

async function fromManifest(octets: Uint8Array, extension: string): Promise<unknown> {
  const path = join(folder, `${files++}.${extension}`);
  writeFileSync(path, octets);
  const { slides, headers } = await openPresentation([path]);
  return { headers, texts: slides.map(({ text }) => text?.part.data) };
}

function withoutWarnings(value: object): object {
  return { ...value, warnings: undefined, issues: undefined };
}

const RTTTL = 'Fifth:d=4,o=5,b=63:8g5,8g5,8g5,2d#5';
const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Gray;Ann\r\nTEL;CELL:+447700900123\r\nEND:VCARD\r\n';
const IMELODY = 'BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:c3d3e3\r\nEND:IMELODY\r\n';
const SI = '<?xml version="1.0"?>\r\n<si><indication href="http://a/">Hello</indication></si>';

/** Each text format, and what is read of a text in it. */
const FORMATS: readonly (readonly [name: string, text: string, read: Reader])[] = [
  ['vCard', CARD, octets => withoutWarnings(parseVCard(octets))],
  [
    'vCalendar',
    'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY:Tea\r\nDTSTART:20260707T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    octets => withoutWarnings(parseVCalendar(octets)),
  ],
  ['RTTTL', RTTTL, octets => parseRtttl(octets).events],
  ['RTX', 'Fifth:d=4,o=5,b=63:8G,8G,8G,2D#', octets => parseRtx(octets).events],
  ['iMelody', IMELODY, octets => parseIMelody(octets).events],
  ['any tune', RTTTL, octets => parseTune(octets).events],
  [
    'SMIL',
    '<smil>\r\n<body><par dur="5s"><text src="a.txt"/></par></body></smil>',
    octets => parseSmil(octets).smil,
  ],
  ['service indication', SI, octets => parseServiceIndication(octets)],
  [
    'manifest in YAML',
    'subject: Hi\r\nslides:\r\n  - text: Hello\r\n',
    octets => fromManifest(octets, 'yaml'),
  ],
  [
    'manifest in JSON',
    '{ "subject": "Hi",\r\n "slides": [{ "text": "Hello" }, ] }',
    octets => fromManifest(octets, 'json'),
  ],
  [
    'hexadecimal text',
    '8c82 98 54 00 8d 92\r\n',
    octets => fromFile(octets, 'txt', 'inspect', 'FILE', '--json'),
  ],
  [
    'items in JSON',
    '{ "text": "Hello" }',
    octets => fromFile(octets, 'json', 'sms', '--input', 'FILE', '--json'),
  ],
];

/** XML 1.0 has no NUL and no end-of-file mark (2.2), and nothing before its declaration (2.8). */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  SMIL: ['NUL behind it', 'an end-of-file mark behind it'],
  'service indication': ['NUL behind it', 'an end-of-file mark behind it', 'empty lines before it'],
};

describe.each(FORMATS)('%s is read the same', (name, text, read) => {
  it.each(Object.entries(DISGUISES))('with %s', async (disguise, disguised) => {
    const plain = await read(utf8(text));
    expect(plain).toBeTruthy();
    if (REFUSED[name]?.includes(disguise) === true) expect(() => read(disguised(text))).toThrow(MmsError);
    else expect(await read(disguised(text))).toEqual(plain);
  });
});
