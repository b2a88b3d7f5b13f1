import { describe, expect, it } from 'vitest';
import { type LintMessage, type LintPart, lint } from '../../src/lint/index.ts';
import { concat, tiffWithGps } from './pictures.ts';
import { GOOD, part, text } from './samples.ts';

const codesOf = (message: LintMessage): string[] => lint(message).map(({ code }) => code);
const of = (...parts: LintPart[]): LintMessage => ({ parts });
const jad = (...lines: string[]): LintPart =>
  part('game.jad', 'text/vnd.sun.j2me.app-descriptor', `${lines.join('\n')}\n`);
const jar = (length: number): LintPart =>
  part('game.jar', 'application/java-archive', new Uint8Array(length));

/** A picture of one pixel row with an Exif block. */
const jpeg = (exif: Uint8Array): LintPart => part('a.jpg', 'image/jpeg', concat(exif));

const CASES: readonly [code: string, what: string, fails: LintMessage, passes: LintMessage][] = [
  ['size/over-usual', '4 MB', { ...GOOD, totalBytes: 4_000_000 }, { ...GOOD, totalBytes: 300 * 1024 }],
  ['text/rare-charset', 'UTF-16', of(text('a.txt', 'a', 'utf-16')), of(text('a.txt', 'a', 'utf-8'))],
  [
    'text/rare-charset',
    'windows-1252',
    of(text('a.txt', 'a', 'windows-1252')),
    of(text('a.txt', 'a', 'iso-8859-1')),
  ],
  [
    'header/mail-slash',
    'to',
    { ...GOOD, headers: { to: ['a/b@example.com'] } },
    { ...GOOD, headers: { to: ['a@example.com'] } },
  ],
  [
    'header/mail-slash',
    'bcc',
    { ...GOOD, headers: { bcc: ['a/b@example.com'] } },
    { ...GOOD, headers: { to: ['+447700900123/TYPE=PLMN'] } },
  ],
  ['media/rare-type', 'WebP', of(part('a.webp', 'image/webp', '')), of(part('a.gif', 'image/gif', ''))],
  ['media/rare-type', 'HEIC', of(part('a.heic', 'image/heic', '')), of(part('a.png', 'image/png', ''))],
  ['media/rare-type', 'MP3', of(part('a.mp3', 'audio/mp3', '')), of(part('a.mid', 'audio/x-midi', ''))],
  [
    'media/location',
    'a photo with a GPS directory',
    of(jpeg(tiffWithGps(true))),
    of(jpeg(tiffWithGps(false))),
  ],
  ['media/personal-metadata', 'Exif', of(jpeg(tiffWithGps(false))), GOOD],
  [
    'media/jad',
    'no JAR',
    of(jad('MIDlet-Name: Game')),
    of(jad('MIDlet-Jar-URL: game.jar', 'MIDlet-Jar-Size: 9')),
  ],
  [
    'media/jad',
    'another size',
    of(jad('MIDlet-Jar-URL: http://www.example.com/game.jar', 'MIDlet-Jar-Size: 9'), jar(8)),
    of(jad('MIDlet-Jar-URL: http://www.example.com/game.jar', 'MIDlet-Jar-Size: 8'), jar(8)),
  ],
  [
    'media/jad',
    'a JAR that is sent as a ZIP',
    of(
      jad('MIDlet-Jar-URL: game.jar', 'MIDlet-Jar-Size: 9'),
      part('game.jar', 'application/zip', new Uint8Array(8)),
    ),
    of(
      jad('MIDlet-Jar-URL: game.jar', 'MIDlet-Jar-Size: 8'),
      part('game.jar', 'application/zip', new Uint8Array(8)),
    ),
  ],
  ['media/jad', 'no size', of(jad('MIDlet-Jar-URL: game.jar')), GOOD],
];

describe.each(CASES)('%s', (code, what, fails, passes) => {
  it(`tells of ${what}`, () => expect(codesOf(fails)).toContain(code));
  it(`is silent else (${what})`, () => expect(codesOf(passes)).not.toContain(code));
});
