import { describe, expect, it } from 'vitest';
import { type LintMessage, type LintOptions, type LintPart, lint } from '../../../src/lint/index.ts';
import { concat, tiffWithGps } from '../pictures.ts';
import { GOOD, part, text } from '../samples.ts';

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
  [
    'text/rare-charset',
    'a text of a rare one only',
    of(text('a.txt', 'a', 'x-unheard-of')),
    of(part('a.gif', 'image/gif', '', { parameters: { charset: 'utf-16' } }), text('a.txt', 'a', null)),
  ],
  [
    'media/rare-type',
    'a film',
    of(part('a.mov', 'video/quicktime', '')),
    of(part('a.3gp', 'video/3gpp', '')),
  ],
];

describe.each(CASES)('%s', (code, what, fails, passes) => {
  it(`tells of ${what}`, () => expect(codesOf(fails)).toContain(code));
  it(`is silent else (${what})`, () => expect(codesOf(passes)).not.toContain(code));
});

describe('what is usual', () => {
  const large: LintMessage = { ...GOOD, totalBytes: 4_000_000 };
  const phone = { id: 'phone', accept: ['image/bmp'], maxBytes: 5_000_000 };

  it.each<[string, LintOptions]>([
    ['a profile', { profile: phone }],
    ['a network', { network: { code: '208-01', limits: { maxBytes: 5_000_000 } } }],
    ['a content class', { contentClass: 'megapixel' }],
  ])('does not bind where %s says what there is room for', (_, options) => {
    expect(lint(large, options).map(({ code }) => code)).not.toContain('size/over-usual');
  });

  it('does not bind where the receiver is known', () => {
    const message = of(text('a.txt', 'a', 'utf-16'), part('a.bmp', 'image/bmp', ''));
    const codes = (options: LintOptions): string[] => lint(message, options).map(({ code }) => code);
    const rare = ['media/rare-type', 'text/rare-charset'];
    expect(codes({})).toEqual(expect.arrayContaining(rare));
    expect(codes({ profile: phone }).filter(code => rare.includes(code))).toEqual([]);
    expect(codes({ contentClass: 'megapixel' })).not.toContain('media/rare-type');
  });

  it.each([
    ['image/bmp', 78, 'info'],
    ['image/svg+xml', 16, 'warning'],
    ['image/x-unheard-of', 0, 'warning'],
  ])('is not the type %s, by the phones that list it', (contentType, percent, severity) => {
    const found = lint(of(part('a', contentType, ''))).filter(({ code }) => code === 'media/rare-type');
    expect(found).toMatchObject([
      { message: `a is ${contentType}, which ${percent} % of phones list`, severity },
    ]);
  });
});

describe('an application descriptor', () => {
  const told = (...parts: LintPart[]): string[] =>
    lint(of(...parts))
      .filter(({ code }) => code === 'media/jad')
      .map(({ message }) => message.replace('game.jad ', ''));

  it('names its JAR', () => {
    const missing = ['names no JAR: MIDlet-Jar-URL is missing'];
    expect(told(jad('MIDlet-Name: Game'))).toEqual(missing);
    expect(told(part('game.jad', 'text/vnd.sun.j2me.app-descriptor', Uint8Array.of(0xff)))).toEqual(missing);
  });

  it.each(['9x', 'x9', '12345678901', ''])('states a size that is a number, unlike "%s"', size => {
    expect(told(jad('MIDlet-Jar-URL: game.jar', `MIDlet-Jar-Size: ${size}`))).toEqual([
      'states no size of its JAR: MIDlet-Jar-Size is missing or no number',
    ]);
  });

  it('states the size of its JAR', () => {
    const of12 = jad('MIDlet-Jar-URL: game.jar', 'MIDlet-Jar-Size: 12');
    expect(told(of12, jar(12))).toEqual([]);
    expect(told(of12, jar(8))).toEqual(['states 12 octets for game.jar, which has 8']);
  });
});

describe('a picture that tells of its maker', () => {
  const segment = (marker: number, mark: string): number[] => {
    const octets = [...new TextEncoder().encode(mark)];
    return [0xff, marker, 0, octets.length + 2, ...octets];
  };
  const jpegOf = (...segments: number[][]): LintPart => {
    const plain = tiffWithGps(false);
    return jpeg(Uint8Array.of(0xff, 0xd8, ...segments.flat(), ...plain.subarray(2)));
  };

  it('names what it carries beside technical facts', () => {
    const picture = jpegOf(
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0x'),
      segment(0xed, 'Photoshop 3.0\0x'),
      segment(0xfe, 'a comment'),
    );
    const found = lint(of(picture)).filter(({ code }) => code === 'media/personal-metadata');
    expect(found.map(({ message }) => message)).toEqual([
      'a.jpg carries xmp, iptc, exif of its camera or author',
    ]);
  });
});
