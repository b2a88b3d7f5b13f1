import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../src/issues/index.ts';
import { type LintMessage, lint } from '../../../src/lint/index.ts';
import { amr, part } from '../samples.ts';

const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);

/** A JPEG with its JFIF header right behind SOI. */
function withJfif(jpeg: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(jpeg.length + JFIF.length);
  bytes.set(jpeg.subarray(0, 2));
  bytes.set(JFIF, 2);
  bytes.set(jpeg.subarray(2), 2 + JFIF.length);
  return bytes;
}

const of = (name: string, contentType: string, data: Uint8Array | string): LintMessage => ({
  parts: [part(name, contentType, data)],
});

const none: Uint8Array = new Uint8Array();
const pictures = { baseline: none, progressive: none, cmyk: none, bare: none, turned: none, png: none };

beforeAll(async () => {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const bare = await plain.clone().jpeg().toBuffer();
  pictures.bare = bare;
  pictures.baseline = withJfif(bare);
  pictures.progressive = withJfif(await plain.clone().jpeg({ progressive: true }).toBuffer());
  const turned = await plain.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  pictures.turned = withJfif(turned);
  pictures.png = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#ff000080' } })
    .png()
    .toBuffer();
  pictures.cmyk = withJfif(await plain.clone().toColourspace('cmyk').jpeg().toBuffer());
});

const jpeg = (name: keyof typeof pictures) => (): LintMessage => of('a.jpg', 'image/jpeg', pictures[name]);

describe.each<[keyof typeof ISSUE_CODES, () => LintMessage, () => LintMessage]>([
  ['media/progressive-jpeg', jpeg('baseline'), jpeg('progressive')],
  ['media/no-jfif', jpeg('baseline'), jpeg('bare')],
  ['media/cmyk-jpeg', jpeg('baseline'), jpeg('cmyk')],
  ['media/orientation', jpeg('baseline'), jpeg('turned')],
  ['media/type-mismatch', jpeg('baseline'), () => of('a.gif', 'image/gif', pictures.baseline)],
  ['media/unknown-type', jpeg('baseline'), () => of('a.x', 'application/x-unheard-of', 'x')],
  ['media/drm-untouched', jpeg('baseline'), () => of('a.dm', 'application/vnd.oma.drm.message', 'x')],
])('%s', (code, passes, fails) => {
  it('is silent about the passing sample', () => {
    expect(lint(passes()).map(found => found.code)).toEqual([]);
  });

  it('is raised by the failing sample', () => {
    const found = lint(fails()).filter(entry => entry.code === code);
    expect(found).toEqual([
      expect.objectContaining({ path: 'parts[0]', severity: ISSUE_CODES[code].severity }),
    ]);
  });
});

describe('media', () => {
  it('lose their transparency where the profile does not take them', () => {
    const png = of('a.png', 'image/png', pictures.png);
    const codes = (profile: string): string[] => lint(png, { profile }).map(({ code }) => code);
    expect(codes('sonyericsson-t68i')).toEqual(['media/not-accepted', 'media/alpha-flattened'].toSorted());
    expect(codes('iphone')).toEqual([]);
    expect(lint(png).map(({ code }) => code)).toEqual([]);
    const other = lint(of('a.x', 'application/x-unheard-of', 'x'), { profile: 'sonyericsson-t68i' });
    expect(other.map(({ code }) => code)).not.toContain('media/alpha-flattened');
  });

  it('are what their type says', () => {
    const codes = (name: string, type: string): string[] =>
      lint(of(name, type, pictures.progressive)).map(({ code }) => code);
    expect(codes('a.txt', 'text/plain')).not.toContain('media/type-mismatch');
    expect(codes('a.bin', 'application/octet-stream')).not.toContain('media/progressive-jpeg');
  });

  it.each([
    [4, []],
    [5, ['a.jpg has 6×8; phone shows 8×6']],
  ])('have the size that they are shown in, for orientation %i', async (orientation, expected) => {
    const wide = sharp({ create: { width: 8, height: 6, channels: 3, background: 'red' } });
    const data = await wide.withMetadata({ orientation }).jpeg().toBuffer();
    const profile = { id: 'phone', accept: ['image/jpeg'], maxImage: { width: 8, height: 6 } };
    const found = lint(of('a.jpg', 'image/jpeg', data), { profile });
    expect(
      found.filter(({ code }) => code === 'media/image-too-large').map(({ message }) => message),
    ).toEqual(expected);
  });

  it('of one family hold the same kind of octets', () => {
    expect(lint(of('a.amr', 'audio/amr', amr(1000)))).toEqual([]);
    expect(
      lint(of('a.vcf', 'text/x-vCard', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD')).map(({ code }) => code),
    ).toEqual([]);
  });

  it('bind by the creation mode', () => {
    const severities = (mode: 'restricted' | 'warning' | 'free'): unknown[] =>
      lint(of('a.jpg', 'image/jpeg', pictures.progressive), { mode }).map(({ severity }) => severity);
    expect(severities('restricted')).toEqual(['error']);
    expect(severities('warning')).toEqual(['warning']);
    expect(severities('free')).toEqual([]);
  });
});
