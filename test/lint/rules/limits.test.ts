import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../src/issues/index.ts';
import { type LintMessage, type LintOptions, lint } from '../../../src/lint/index.ts';
import type { Profile } from '../../../src/media/index.ts';
import { amr, GOOD, part, text } from '../samples.ts';

/** A GIF of one or more equal frames of a size; what it shows does not matter. */
function gif(width: number, height: number, frames = 1): Uint8Array {
  const screen = [width & 255, width >> 8, height & 255, height >> 8, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const all = Array.from({ length: frames }, () => [0x21, 0xf9, 4, 0, 10, 0, 0, 0, ...frame]).flat();
  return Uint8Array.from([...new TextEncoder().encode('GIF89a'), ...screen, ...all, 0x3b]);
}

const QCIF = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../vectors/media/qcif.3gp')));

/** The same film with another width in its track header. */
function film(width: number): Uint8Array {
  const bytes = QCIF.slice();
  const at = Buffer.from(bytes).indexOf(Buffer.from([0, 0xb0, 0, 0, 0, 0x90, 0, 0]));
  new DataView(bytes.buffer).setUint16(at, width);
  return bytes;
}

const picture = (width: number, height: number): LintMessage => ({
  parts: [part('a.gif', 'image/gif', gif(width, height))],
});
const video = (width: number): LintMessage => ({ parts: [part('a.3gp', 'video/3gpp', film(width))] });
const sized = (totalBytes: number): LintMessage => ({ ...GOOD, totalBytes });
const says = (contentClass: string | number): LintMessage => ({
  ...picture(640, 480),
  headers: { contentClass },
});

const PHONE: Profile = {
  id: 'phone',
  maxBytes: 1000,
  maxImage: { width: 100, height: 50 },
  accept: ['image/gif'],
  maxTextLength: 5,
};

interface Sample {
  readonly code: keyof typeof ISSUE_CODES;
  readonly options: LintOptions;
  readonly passes: LintMessage;
  readonly fails: LintMessage;
}

const SAMPLES: readonly Sample[] = [
  {
    code: 'media/not-in-class',
    options: { contentClass: 'image-basic' },
    passes: { parts: [part('a.amr', 'audio/amr', amr(100))] },
    fails: { parts: [part('a.mid', 'audio/sp-midi', 'x')] },
  },
  {
    code: 'media/not-accepted',
    options: { profile: PHONE },
    passes: picture(10, 10),
    fails: { parts: [part('a.amr', 'audio/amr', amr(100))] },
  },
  {
    code: 'media/animated-gif',
    options: { profile: PHONE },
    passes: { parts: [part('a.gif', 'image/gif', gif(9, 9))] },
    fails: { parts: [part('a.gif', 'image/gif', gif(9, 9, 2))] },
  },
  {
    code: 'media/image-too-large',
    options: { contentClass: 'image-basic' },
    passes: picture(160, 120),
    fails: picture(161, 120),
  },
  {
    code: 'media/image-too-large',
    options: { profile: PHONE },
    passes: picture(100, 50),
    fails: picture(100, 51),
  },
  {
    code: 'media/video-dimensions',
    options: { contentClass: 'video-basic' },
    passes: video(176),
    fails: video(320),
  },
  {
    code: 'text/charset-not-accepted',
    options: { profile: PHONE },
    passes: { parts: [text('a.txt', 'x', 'utf-8')] },
    fails: { parts: [text('a.txt', 'x', 'iso-8859-1')] },
  },
  {
    code: 'text/charset-not-accepted',
    options: { contentClass: 'text' },
    passes: { parts: [text('a.txt', 'x', 'us-ascii')] },
    fails: { parts: [text('a.txt', 'x', 'iso-8859-1')] },
  },
  {
    code: 'text/too-long',
    options: { profile: PHONE },
    passes: { parts: [text('a.txt', 'ååå😀å')] },
    fails: { parts: [text('a.txt', 'ååå😀åx')] },
  },
  {
    code: 'size/over-class',
    options: { contentClass: 'text' },
    passes: sized(30 * 1024),
    fails: sized(30 * 1024 + 1),
  },
  { code: 'size/over-profile', options: { profile: PHONE }, passes: sized(1000), fails: sized(1001) },
  { code: 'size/near-limit', options: { profile: PHONE }, passes: sized(899), fails: sized(900) },
  {
    code: 'header/content-class-mismatch',
    options: {},
    passes: says('image-rich'),
    fails: says('image-basic'),
  },
];

describe.each(SAMPLES)('$code with $options', ({ code, options, passes, fails }) => {
  const codesOf = (message: LintMessage): string[] => lint(message, options).map(found => found.code);

  it('is silent about the passing sample', () => {
    expect(codesOf(passes)).not.toContain(code);
  });

  it('is raised by the failing sample', () => {
    const found = lint(fails, options).filter(entry => entry.code === code);
    expect(found).toEqual([expect.objectContaining({ severity: ISSUE_CODES[code].severity })]);
  });

  it('is silent without a receiver', () => {
    if (code !== 'header/content-class-mismatch')
      expect(lint(fails).map(found => found.code)).not.toContain(code);
  });
});

describe('content classes', () => {
  const fails = picture(161, 120);

  it('bind by the creation mode', () => {
    const severities = (mode: LintOptions['mode']): string[] =>
      lint(fails, { contentClass: 'image-basic', mode }).map(({ severity }) => severity);
    expect(severities('restricted')).toEqual(['error']);
    expect(severities('warning')).toEqual(['warning']);
    expect(severities('free')).toEqual([]);
    expect(lint(sized(30 * 1024 + 1), { contentClass: 'text', mode: 'restricted' })[0]).toMatchObject({
      code: 'size/over-class',
      severity: 'error',
    });
  });

  it('must all be broken for restricted mode to complain, when none is named', () => {
    expect(lint(fails, { mode: 'restricted' })).toEqual([]);
    expect(lint(picture(1601, 1), { mode: 'restricted' }).map(({ code }) => code)).toEqual([
      'media/image-too-large',
    ]);
  });

  it('outside the Core domain are not judged', () => {
    const judged = (contentClass: string | number): string[] =>
      lint(says(contentClass)).map(({ code }) => code);
    expect(judged('content-rich')).toEqual(['header/late-field']);
    expect(judged(0x88)).toEqual(['header/late-field']);
  });

  it('and profiles must exist', () => {
    expect(() => lint(GOOD, { contentClass: 'huge' })).toThrow(
      expect.objectContaining({
        code: 'lint/unknown-class',
        hint: 'the classes are text, image-basic, image-rich, video-basic, video-rich, megapixel',
      }),
    );
    expect(() => lint(GOOD, { profile: 'nokia-0' })).toThrow(
      expect.objectContaining({ code: 'media/unknown-profile' }),
    );
    expect(lint(GOOD, { profile: 'iphone' }).map(({ code }) => code)).toEqual(['layout/unused-region']);
  });
});

describe('what is said of a limit', () => {
  const told = (message: LintMessage, code: string, options: LintOptions): string[] =>
    lint(message, options)
      .filter(found => found.code === code)
      .map(found => found.message);
  const both = { contentClass: 'image-basic', profile: PHONE };

  it('is the size of a picture and the largest, of the class before the profile', () => {
    const code = 'media/image-too-large';
    const byClass = ['a.gif has 161×120; the class image-basic allows 160×120'];
    expect(told(picture(161, 120), code, { contentClass: 'image-basic' })).toEqual(byClass);
    expect(told(picture(161, 120), code, both)).toEqual(byClass);
    expect(told(picture(101, 50), code, both)).toEqual(['a.gif has 101×50; phone shows 100×50']);
  });

  it('is that a part is no picture, even where it is a film', () => {
    const message = { parts: [part('a.gif', 'image/gif', QCIF)] };
    expect(told(message, 'media/image-too-large', { contentClass: 'image-basic' })).toEqual([
      'a.gif is not a picture for the class image-basic',
    ]);
  });

  it('is the size of a film', () => {
    expect(told(video(320), 'media/video-dimensions', { contentClass: 'video-basic' })).toEqual([
      'a.3gp has 320×144; a film is QCIF or sub-QCIF',
    ]);
  });

  it('is the charset of a text, of the class before the profile', () => {
    const message = { parts: [text('a.txt', 'x', 'iso-8859-1')] };
    expect(told(message, 'text/charset-not-accepted', { contentClass: 'text', profile: PHONE })).toEqual([
      'a.txt is in iso-8859-1, which the class text has not',
    ]);
  });

  it('is how near the smallest limit is, up to the limit itself', () => {
    const near = (octets: number): string[] => told(sized(octets), 'size/near-limit', both);
    expect(near(1000)).toEqual([
      'the message has 1000 of 1000 octets; headers that a gateway adds count too',
    ]);
    expect(near(950)).toHaveLength(1);
    expect(near(1001)).toEqual([]);
  });
});

describe('a limit of a profile', () => {
  const codes = (profile: Profile, ...parts: LintMessage['parts']): string[] =>
    lint({ parts }, { profile }).map(({ code }) => code);

  it('of pictures does not bind films', () => {
    expect(codes(PHONE, part('a.3gp', 'video/3gpp', QCIF))).not.toContain('media/image-too-large');
  });

  it('of texts does not bind pictures, nor charsets where none is stated', () => {
    const stated = part('a.gif', 'image/gif', gif(9, 9), { parameters: { charset: 'iso-8859-1' } });
    expect(codes(PHONE, stated)).toEqual([]);
    expect(codes(PHONE, text('a.txt', 'x', null))).not.toContain('text/charset-not-accepted');
  });

  it('of types does not bind presentations', () => {
    const document = (name: string) => part(name, 'application/smil', '<smil><body/></smil>');
    expect(codes(PHONE, document('a.smil'), document('b.smil'))).not.toContain('media/not-accepted');
  });

  it('lets moving pictures pass where the phone shows them', () => {
    const moving = part('a.gif', 'image/gif', gif(9, 9, 2));
    expect(codes({ ...PHONE, animation: true }, moving)).not.toContain('media/animated-gif');
  });
});

describe('the class that a message states', () => {
  const told = (message: LintMessage): unknown =>
    lint(message).find(({ code }) => code === 'header/content-class-mismatch');

  it('may be the smallest', () => {
    expect(told(says('text'))).toMatchObject({
      message: 'the message says text and is image-rich',
      path: 'contentClass',
    });
  });

  it('may be one where the message is in none', () => {
    const message = { ...picture(1601, 1), headers: { contentClass: 'megapixel' } };
    expect(told(message)).toMatchObject({ message: 'the message says megapixel and is in no class' });
  });
});
