import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { probeImage } from '../../../../src/media/index.ts';
import { expectLinear } from '../../../support/growth.ts';
import { mutate } from '../../../support/mutate.ts';
import { random, runs } from '../../../support/property.ts';
import { animation, drawing, PICTURES, photo } from '../../pictures.ts';
import { be32, box, concat, exif, GIF, latin1, WBMP } from '../../samples.ts';

/** Puts segments behind SOI. */
function withSegments(jpeg: Uint8Array, ...segments: { marker: number; text: string }[]): Uint8Array {
  const octets = segments.map(({ marker, text }) => {
    const length = text.length + 2;
    return concat([0xff, marker, length >> 8, length & 255], latin1(text));
  });
  return concat(jpeg.subarray(0, 2), ...octets, jpeg.subarray(2));
}

const small = (): ReturnType<typeof photo> => photo(40, 30);

describe('the most colours of a picture', () => {
  // 256 colours in a palette of 8 bits, 4 in one of 2 bits; grey of 8 bits has 256 levels, true colour no count
  it.each([
    ['a GIF', () => drawing(40, 30).gif({ colours: 4 }), 4],
    ['a GIF of many colours', () => small().gif(), 256],
    ['a PNG with a palette', () => drawing(40, 30).png({ palette: true, colours: 4 }), 4],
    ['a grey PNG', () => small().toColourspace('b-w').png(), 256],
    ['a PNG of true colour', () => small().png(), undefined],
    ['a JPEG', () => small().jpeg(), undefined],
  ])('are told for %s', async (_, make, colours) => {
    expect(probeImage(await make().toBuffer())?.colours).toBe(colours);
  });
});

describe('probeImage of a JPEG', () => {
  it('tells how it was made', async () => {
    const baseline = await small().jpeg({ quality: 75 }).toBuffer();
    expect(probeImage(baseline)).toEqual({
      format: 'jpeg',
      width: 40,
      height: 30,
      frames: 1,
      orientation: 1,
      alpha: false,
      metadata: [],
      complete: true,
      jpeg: {
        baseline: true,
        progressive: false,
        jfif: false,
        components: 3,
        samplesPerPixel: 1.5,
        quality: 75,
      },
    });
    const jfif = withSegments(baseline, { marker: 0xe0, text: 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0' });
    expect(probeImage(jfif)?.jpeg?.jfif).toBe(true);
    const progressive = await small().jpeg({ progressive: true, quality: 40 }).toBuffer();
    expect(probeImage(progressive)?.jpeg).toMatchObject({ baseline: false, progressive: true, quality: 40 });
    const grey = await small().toColourspace('b-w').jpeg().toBuffer();
    expect(probeImage(grey)?.jpeg).toMatchObject({ components: 1, samplesPerPixel: 1 });
    expect(probeImage(await small().toColourspace('cmyk').jpeg().toBuffer())?.jpeg).toMatchObject({
      components: 4,
      adobeTransform: expect.any(Number),
    });
  });

  // SOF2, 40 by 30 of three components with these factors; worked out by hand
  it.each([
    ['111111', 3],
    ['221111', 1.5],
    ['211111', 2],
    ['411111', 1.5],
    ['441111', 1.125],
    ['222222', 3],
    ['122111', 1.25],
    ['221101', 3],
    ['511111', 3],
  ])('counts the samples of factors %s', (factors, samples) => {
    const components = [0, 1, 2].map(i => [i + 1, Number.parseInt(factors.slice(2 * i, 2 * i + 2), 16), 0]);
    const frame = [0xff, 0xc2, 0, 17, 8, 0, 30, 0, 40, 3, ...components.flat()];
    const data = Uint8Array.from([0xff, 0xd8, ...frame, 0xff, 0xd9]);
    expect(probeImage(data)).toMatchObject({ width: 40, jpeg: { samplesPerPixel: samples } });
  });

  it('goes by the first frame header', async () => {
    const data = await small().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
    const other = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
    const found = probeImage(concat(data.subarray(0, -2), other, [0xff, 0xd9]));
    expect(found).toMatchObject({ width: 40, height: 30, jpeg: { baseline: false, samplesPerPixel: 3 } });
  });

  it.each([25, 49, 50, 60, 90, 100])('knows quality %i', async quality => {
    const found = probeImage(await small().jpeg({ quality }).toBuffer())?.jpeg?.quality ?? 0;
    expect(Math.abs(found - quality)).toBeLessThanOrEqual(1);
  });

  it('finds what it carries', async () => {
    const plain = await small().jpeg().toBuffer();
    const loaded = withSegments(
      plain,
      { marker: 0xe1, text: 'http://ns.adobe.com/xap/1.0/\0<x/>' },
      { marker: 0xed, text: 'Photoshop 3.0\0' },
      { marker: 0xe2, text: 'MPF\0' },
      { marker: 0xfe, text: 'hello' },
    );
    expect(probeImage(loaded)?.metadata).toEqual(['xmp', 'iptc', 'application', 'comment']);
    const p3 = await small().withIccProfile('p3').jpeg().toBuffer();
    expect(probeImage(p3)?.metadata).toContain('icc');
    expect(probeImage(concat(plain, [1, 2]))).toMatchObject({ metadata: ['trailer'], complete: true });
    expect(probeImage(plain.subarray(0, -1))).toMatchObject({ complete: false });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads orientation %i and GPS', async orientation => {
    const plain = await small().jpeg().toBuffer();
    for (const order of ['II', 'MM'] as const) {
      const text = `Exif\0\0${String.fromCharCode(...exif(orientation, order))}`;
      const data = withSegments(plain, { marker: 0xe1, text });
      expect(probeImage(data)).toMatchObject({ orientation, metadata: ['exif', 'gps'] });
      expect((await sharp(data).metadata()).orientation).toBe(orientation);
    }
  });

  it('takes a broken EXIF block for upright', async () => {
    const plain = await small().jpeg().toBuffer();
    for (const text of ['Exif\0\0', 'Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'Exif\0\0II*\0\xff\xff\xff\xff']) {
      const data = withSegments(plain, { marker: 0xe1, text });
      expect(probeImage(data)).toMatchObject({ orientation: 1, metadata: ['exif'] });
    }
  });
});

describe('probeImage of the others', () => {
  it('PNG', async () => {
    const plain = await drawing(40, 30).png().toBuffer();
    expect(probeImage(plain)).toEqual({
      format: 'png',
      width: 40,
      height: 30,
      frames: 1,
      orientation: 1,
      alpha: false,
      metadata: [],
      complete: true,
      png: { bitsPerPixel: 24, interlaced: false },
    });
    expect(probeImage(await drawing(40, 30).ensureAlpha().png().toBuffer())?.alpha).toBe(true);
    const exif = await drawing(40, 30).png().withMetadata({ orientation: 6 }).toBuffer();
    expect(probeImage(exif)).toMatchObject({ orientation: 6, metadata: expect.arrayContaining(['exif']) });
    const chunk = (type: string, ...content: number[]): Uint8Array =>
      concat(be32(content.length), latin1(type), content, be32(0));
    const extended = concat(plain.subarray(0, 33), chunk('acTL', 0, 0, 0, 7, 0, 0, 0, 0), chunk('tEXt', 65));
    expect(probeImage(concat(extended, plain.subarray(33)))).toMatchObject({
      frames: 7,
      metadata: ['comment'],
    });
    expect(probeImage(plain.subarray(0, -4))?.complete).toBe(false);
  });

  it('GIF', async () => {
    expect(probeImage(GIF)).toMatchObject({ format: 'gif', width: 1, height: 1, frames: 1, complete: true });
    expect(probeImage(await animation(64, 48, 5))).toMatchObject({
      frames: 5,
      durationMs: 500,
      metadata: [],
    });
    const comment = concat(GIF.subarray(0, 19), latin1('!\xfe\x02hi\0'), GIF.subarray(19), [0]);
    expect(probeImage(comment)).toMatchObject({ frames: 1, metadata: ['comment', 'trailer'] });
  });

  it('WebP', async () => {
    const cases = [
      { make: small().webp(), alpha: false },
      { make: drawing(40, 30).webp({ lossless: true }), alpha: false },
      { make: drawing(40, 30).ensureAlpha(0.5).webp(), alpha: true },
    ];
    for (const { make, alpha } of cases) {
      expect(probeImage(await make.toBuffer())).toMatchObject({
        format: 'webp',
        width: 40,
        height: 30,
        alpha,
      });
    }
    const turned = await small().webp().withMetadata({ orientation: 8 }).toBuffer();
    expect(probeImage(turned)).toMatchObject({ orientation: 8, metadata: expect.arrayContaining(['exif']) });
    const moving = await sharp(await animation(64, 48, 4), { animated: true })
      .webp()
      .toBuffer();
    expect(probeImage(moving)).toMatchObject({ width: 64, height: 48, frames: 4 });
  });

  it('AVIF and WBMP', async () => {
    expect(probeImage(await small().avif({ effort: 0 }).toBuffer())).toMatchObject({
      format: 'avif',
      width: 40,
      height: 30,
    });
    expect(probeImage(WBMP)).toMatchObject({ format: 'wbmp', width: 10, height: 2 });
  });

  it('is undefined for what is not read', () => {
    const others = [
      '',
      'BM',
      'GIF89a',
      '\xff\xd8\xff',
      '<svg/>',
      'II*\0',
      '%PDF',
      '\0\0\x01\0',
      'RIFF1234WEBPVP9 ',
    ];
    for (const text of others) expect(probeImage(latin1(text))).toBeUndefined();
    expect(probeImage(box('ftyp', latin1('heic'), be32(0)))).toBeUndefined();
  });
});

describe('probeImage of anything', () => {
  it('agrees with sharp about size and orientation', async () => {
    for (const make of Object.values(PICTURES)) {
      const data = await make();
      const { width, height, orientation = 1 } = await sharp(data).metadata();
      expect(probeImage(data)).toMatchObject({ width, height, orientation, complete: true });
    }
  });

  it('reads or passes over any octets', async () => {
    const next = random();
    const seeds = [
      await small().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      await drawing(20, 20).png().toBuffer(),
      await animation(16, 16, 3),
      await small().webp().toBuffer(),
      await small().avif({ effort: 0 }).toBuffer(),
      WBMP,
    ];
    for (const seed of seeds) {
      for (let length = 0; length < seed.length; length++) probeImage(seed.subarray(0, length));
    }
    for (let i = 0; i < runs(6000); i++) {
      const data = mutate(seeds[i % seeds.length] ?? GIF, seeds[(i * 5) % seeds.length] ?? GIF, next);
      const info = probeImage(data);
      if (info === undefined) continue;
      expect(info.width).toBeGreaterThan(0);
      expect(info.orientation).toBeLessThan(9);
    }
  });

  it('takes a megabyte of small pieces in linear time', () => {
    const pieces = [
      concat(latin1('\xff\xd8'), latin1('\xff\xfe\0\x02'.repeat(300_000))),
      concat(latin1('\xff\xd8\xff\xda\0\x02'), latin1('\xff\xff\xff\0\xff\xd0'.repeat(200_000))),
      concat(GIF.subarray(0, 19), latin1('!\xfe\x01x\0'.repeat(200_000))),
      concat(latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), latin1('\0\0\0\0abcdefgh'.repeat(90_000))),
      concat(latin1('RIFF\xff\xff\xff\xffWEBPVP8 '), latin1('ANMF\0\0\0\0'.repeat(130_000))),
      concat(box('ftyp', latin1('avif'), be32(0)), latin1('\0\0\0\x08free'.repeat(130_000))),
    ];
    for (const data of pieces) {
      expectLinear(octets => probeImage(data.subarray(0, octets)), data.length);
    }
  });
});
