import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AdaptedImage,
  acceptsType,
  adaptImage,
  decodeImage,
  imageConstraints,
  prepareImage,
  probeImage,
  profiles,
} from '../../../../src/media/index.ts';
import { describeWithOracle } from '../../../support/oracle.ts';
import { animation, drawing, PICTURES, photo, photoPixels } from '../../pictures.ts';
import { BMP, concat, exif, GIF, latin1, WBMP } from '../../samples.ts';

const pictures = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const [name, make] of Object.entries(PICTURES)) pictures.set(name, await make());
});

const picture = (name: string): Uint8Array => {
  const data = pictures.get(name);
  if (data === undefined) throw new TypeError(`no picture ${name}`);
  return data;
};

/** Puts an EXIF block behind SOI. */
function withExif(jpeg: Uint8Array, orientation: number): Uint8Array {
  const block = concat(latin1('Exif\0\0'), exif(orientation));
  return concat(jpeg.subarray(0, 2), [0xff, 0xe1, 0, block.length + 2], block, jpeg.subarray(2));
}

/** Colour of a pixel. */
async function colourAt(data: Uint8Array, x: number, y: number): Promise<number[]> {
  const { width, rgba } = await decodeImage(data);
  return [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

function expectClose(found: readonly number[], expected: readonly number[], tolerance: number): void {
  const distance = Math.max(...found.map((value, i) => Math.abs(value - (expected[i] ?? 0))));
  expect(distance, `${found.join()} instead of ${expected.join()}`).toBeLessThanOrEqual(tolerance);
}

describe.each(profiles)('for $id', profile => {
  it.each(Object.keys(PICTURES))('%s', async name => {
    const constraints = imageConstraints(profile);
    const adapted = await adaptImage(picture(name), constraints);
    const info = probeImage(adapted.data);
    expect(info).toMatchObject({ orientation: 1, metadata: [], complete: true, width: adapted.width });
    expect(adapted.data.length).toBeLessThanOrEqual(profile.maxBytes ?? 0);
    expect(adapted.width).toBeLessThanOrEqual(profile.maxImage?.width ?? 0);
    expect(adapted.height).toBeLessThanOrEqual(profile.maxImage?.height ?? 0);
    expect(acceptsType(profile, adapted.contentType)).toBe(true);
    expect(info?.frames).toBe(name === 'animated GIF' && constraints.animation ? 8 : 1);
    if (info?.format === 'jpeg')
      expect(info.jpeg).toMatchObject({ baseline: true, jfif: true, components: 3 });
    const again = await adaptImage(picture(name), constraints);
    expect(Buffer.compare(again.data, adapted.data)).toBe(0);
    const twice = await adaptImage(adapted.data, constraints);
    expect(twice.changed).toBe(false);
    expect(twice.data).toBe(adapted.data);
  });
});

describe('a picture that fits', () => {
  it('stays as it is', async () => {
    for (const data of [GIF, WBMP, BMP, await drawing(30, 20).png().toBuffer()]) {
      const formats = ['gif', 'wbmp', 'bmp', 'png'] as const;
      const adapted = await adaptImage(data, {
        formats,
        maxBytes: data.length,
        maxWidth: 4000,
        maxHeight: 4000,
      });
      expect(adapted).toMatchObject({ changed: false, best: true, changes: [], issues: [] });
      expect(adapted.data).toBe(data);
    }
  });

  it('needs no sharp', async () => {
    const { data } = await adaptImage(picture('photo'), { maxWidth: 100, maxHeight: 100 });
    const prepared = await prepareImage(data, { maxWidth: 100, maxHeight: 100, maxBytes: 50_000 });
    expect(await prepared.bestBytes()).toBe(data.length);
    expect((await prepared.within(data.length)).data).toBe(data);
    expect((await prepared.within(data.length - 1)).data.length).toBeLessThan(data.length);
  });
});

describe('what stands beside the pixels', () => {
  it('goes without a pixel being touched', async () => {
    const plain = await photo(120, 90).jpeg().toBuffer();
    const loaded = concat(withExif(plain, 1), [1, 2, 3]);
    const adapted = await adaptImage(loaded);
    expect(probeImage(adapted.data)).toMatchObject({ metadata: [], jpeg: { jfif: true } });
    expect(await decodeImage(adapted.data)).toEqual(await decodeImage(plain));
    expect(adapted).toMatchObject({ changed: true, best: true, changes: ['JFIF added', 'metadata removed'] });
    expect(adapted.data.length).toBe(plain.length + 18);
  });

  it('goes from PNG and GIF too', async () => {
    const png = await drawing(60, 40)
      .png()
      .withExif({ IFD0: { Make: 'x' } })
      .toBuffer();
    const gif = concat(GIF.subarray(0, 19), latin1('!\xfe\x02hi\0'), GIF.subarray(19));
    for (const data of [png, gif]) {
      const adapted = await adaptImage(data);
      expect(probeImage(adapted.data)?.metadata).toEqual([]);
      expect(adapted.changes).toEqual(['metadata removed']);
      expect(await decodeImage(adapted.data)).toEqual(await decodeImage(data));
    }
  });

  it('keeps an sRGB profile from costing quality, and obeys another', async () => {
    const srgb = await photo(60, 40).withIccProfile('srgb').jpeg().toBuffer();
    expect((await adaptImage(srgb)).quality).toBeUndefined();
    expect((await adaptImage(picture('P3'))).quality).toBeGreaterThan(0);
  });
});

describe('colours', () => {
  /** Display P3 to sRGB: linear light, one matrix for both changes, sRGB's curve again (clipped). */
  const p3ToSrgb = (colour: readonly number[]): number[] => {
    const linear = colour.map(value => {
      const v = value / 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    const matrix = [
      [1.2249, -0.2247, 0],
      [-0.042, 1.0419, 0],
      [-0.0197, -0.0786, 1.0979],
    ];
    return matrix.map(row => {
      const v = row.reduce((sum, factor, i) => sum + factor * (linear[i] ?? 0), 0);
      const curved = v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055;
      return Math.round(Math.min(Math.max(curved, 0), 1) * 255);
    });
  };

  it('of Display P3 become sRGB', async () => {
    const colour = [200, 100, 60] as const;
    const tagged = await sharp(
      new Uint8Array(64 * 64 * 3).map((_, i) => colour[i % 3] ?? 0),
      {
        raw: { width: 64, height: 64, channels: 3 },
      },
    )
      .withIccProfile('p3', { attach: true })
      .png()
      .toBuffer();
    // Sharp converts the pixels when it attaches a profile, so what it stored is read back without the profile.
    const stored = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
    const { data } = await adaptImage(tagged, { formats: ['jpeg'] });
    expectClose(await colourAt(data, 30, 30), p3ToSrgb([...stored.subarray(0, 3)]), 4);
    expectClose(await colourAt(data, 30, 30), colour, 4);
    expect(Math.abs((stored[0] ?? 0) - colour[0])).toBeGreaterThan(5);
  });

  it('of CMYK and 16 bits come out as they look', async () => {
    const middle = [...photoPixels(640, 400, 2).subarray((200 * 640 + 320) * 3, (200 * 640 + 320) * 3 + 3)];
    const { data } = await adaptImage(picture('CMYK'), { formats: ['jpeg'] });
    expectClose(await colourAt(data, 320, 200), middle, 40);
    const deep = [...photoPixels(320, 240, 3).subarray((120 * 320 + 160) * 3, (120 * 320 + 160) * 3 + 3)];
    const { data: shallow } = await adaptImage(picture('16-bit'), { formats: ['jpeg'] });
    expectClose(await colourAt(shallow, 160, 120), deep, 30);
  });

  it('show the background through, not black', async () => {
    const formats = ['jpeg'] as const;
    const white = await adaptImage(picture('alpha'), { formats });
    expectClose(await colourAt(white.data, 5, 5), [255, 255, 255], 2);
    expect(white.issues.map(found => found.code)).toContain('media/alpha-flattened');
    const blue = await adaptImage(picture('alpha'), { formats, background: '#0000ff' });
    expectClose(await colourAt(blue.data, 5, 5), [0, 0, 255], 3);
  });

  it('keep transparency where the format has it', async () => {
    const { data, contentType } = await adaptImage(picture('alpha'), { formats: ['jpeg', 'gif'] });
    expect(contentType).toBe('image/gif');
    expect((await decodeImage(data)).rgba[3]).toBe(0);
  });
});

/** Where a stored pixel stands in the upright picture of 60 by 40 (TIFF 6.0, tag 274). */
const UPRIGHT: Readonly<Record<number, (row: number, column: number) => [x: number, y: number]>> = {
  1: (r, c) => [c, r],
  2: (r, c) => [59 - c, r],
  3: (r, c) => [59 - c, 39 - r],
  4: (r, c) => [c, 39 - r],
  5: (r, c) => [r, c],
  6: (r, c) => [59 - r, c],
  7: (r, c) => [59 - r, 39 - c],
  8: (r, c) => [r, 39 - c],
};

describe('orientation', () => {
  it.each(Object.entries(UPRIGHT))('%s', async (orientation, place) => {
    const turned = Number(orientation) > 4;
    const [width, height] = turned ? [40, 60] : [60, 40];
    const stored = new Uint8Array(width * height * 3).fill(255);
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++) {
        const [x, y] = place(r, c);
        // Upright, the left upper quarter is red and the right lower one blue.
        if (x < 30 && y < 20) stored.set([255, 0, 0], (r * width + c) * 3);
        if (x >= 30 && y >= 20) stored.set([0, 0, 255], (r * width + c) * 3);
      }
    }
    const jpeg = await sharp(stored, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer();
    const source = withExif(jpeg, Number(orientation));
    const adapted = await adaptImage(source, { maxWidth: 60, maxHeight: 60 });
    expect(adapted).toMatchObject({ width: 60, height: 40 });
    expectClose(await colourAt(adapted.data, 10, 10), [255, 0, 0], 12);
    expectClose(await colourAt(adapted.data, 50, 30), [0, 0, 255], 12);
    expectClose(await colourAt(source, 10, 10), [255, 0, 0], 12);
    const codes = adapted.issues.map(found => found.code);
    expect(codes.includes('media/orientation')).toBe(orientation !== '1');
  });
});

describe('octets', () => {
  it.each([3_000, 8_000, 20_000, 40_000, 90_000])('%i for a photo are used well', async maxBytes => {
    for (const seed of [1, 2, 3]) {
      const source = await photo(1200, 900, seed).jpeg({ quality: 95 }).toBuffer();
      const adapted = await adaptImage(source, { maxWidth: 640, maxHeight: 640, maxBytes });
      expect(adapted.data.length).toBeLessThanOrEqual(maxBytes);
      if (!adapted.best) expect(adapted.data.length).toBeGreaterThan(maxBytes * 0.9);
    }
  });

  it('are shared without decoding twice', async () => {
    const constraints = { maxWidth: 640, maxHeight: 480, maxBytes: 150_000 };
    const prepared = await prepareImage(picture('photo'), constraints);
    const needed = await prepared.bestBytes();
    const best = await prepared.best();
    expect(best).toMatchObject({ best: true, quality: 95 });
    expect(best.data.length).toBe(needed);
    const half = await prepared.within(needed / 2);
    expect(half.data.length).toBeLessThanOrEqual(needed / 2);
    expect(half.data.length).toBeGreaterThan(needed * 0.45);
    const alone = await adaptImage(picture('photo'), { ...constraints, maxBytes: needed / 2 });
    expect(Math.abs(alone.data.length - half.data.length)).toBeLessThan(needed * 0.05);
  });

  it('below what any picture needs are an error', async () => {
    const tooFew = adaptImage(picture('photo'), { maxBytes: 300 });
    await expect(tooFew).rejects.toThrow(expect.objectContaining({ code: 'media/cannot-fit' }));
    await expect(adaptImage(picture('line art'), { maxBytes: 40, formats: ['gif'] })).rejects.toThrow(
      expect.objectContaining({ code: 'media/cannot-fit' }),
    );
    await expect(adaptImage(picture('photo'), { maxBytes: 6, formats: ['wbmp'] })).rejects.toThrow(
      expect.objectContaining({ code: 'media/cannot-fit' }),
    );
  });

  it('bound what is decoded when no box does', async () => {
    const source = await photo(2000, 1500).jpeg().toBuffer();
    const { width, height, data } = await adaptImage(source, { maxBytes: 10_000 });
    expect(width * height).toBeLessThanOrEqual(270_000);
    expect(data.length).toBeGreaterThan(8_500);
  });

  it('of an ordinary phone photo of 50 million pixels do not matter', async () => {
    const source = await sharp({ create: { width: 8160, height: 6120, channels: 3, background: '#78a' } })
      .jpeg()
      .toBuffer();
    const adapted = await adaptImage(source, { maxWidth: 640, maxHeight: 480, maxBytes: 30_000 });
    expect(adapted).toMatchObject({ width: 640, height: 480, contentType: 'image/jpeg' });
  });

  it('a JPEG in its own size is not blown up', async () => {
    const rough = await photo(300, 200).jpeg({ quality: 30, progressive: true }).toBuffer();
    const adapted = await adaptImage(rough);
    expect(adapted.quality).toBeLessThanOrEqual(40);
  });
});

describe('formats', () => {
  const formatOf = async (name: string, constraints: Parameters<typeof adaptImage>[1]): Promise<string> =>
    (await adaptImage(picture(name), constraints)).contentType;

  it('stay where they may', async () => {
    const box = { maxWidth: 100, maxHeight: 100 };
    expect(await formatOf('line art', box)).toBe('image/png');
    expect(await formatOf('animated GIF', box)).toBe('image/gif');
    expect(await formatOf('photo', box)).toBe('image/jpeg');
    expect(await formatOf('16-bit', box)).toBe('image/png');
  });

  it('change by what is shown', async () => {
    const formats = ['jpeg', 'gif'] as const;
    expect(await formatOf('line art', { formats })).toBe('image/gif');
    expect(await formatOf('16-bit', { formats })).toBe('image/jpeg');
    expect(await formatOf('16-bit', { maxBytes: 20_000 })).toBe('image/jpeg');
  });

  it('that come in from elsewhere', async () => {
    const webp = await photo(100, 80).webp().toBuffer();
    const avif = await photo(100, 80).avif({ effort: 0 }).toBuffer();
    for (const data of [webp, avif, BMP, WBMP]) {
      const adapted = await adaptImage(data, { formats: ['jpeg'] });
      expect(adapted).toMatchObject({ contentType: 'image/jpeg', changed: true });
      expect(adapted.issues[0]).toMatchObject({ code: 'media/not-accepted', fixed: true, severity: 'info' });
    }
    expectClose(await colourAt((await adaptImage(BMP, { formats: ['jpeg'] })).data, 0, 0), [255, 0, 0], 3);
  });

  it('that cannot be written are an error', async () => {
    for (const formats of [[], ['bmp'], ['webp']] as const) {
      await expect(adaptImage(picture('photo'), { formats })).rejects.toThrow(
        expect.objectContaining({ code: 'media/not-accepted' }),
      );
    }
  });

  it('of one bit', async () => {
    const adapted = await adaptImage(picture('1-bit'), { formats: ['wbmp'], maxWidth: 100, maxHeight: 100 });
    expect(adapted).toMatchObject({ contentType: 'image/vnd.wap.wbmp', width: 100 });
    expect(probeImage(adapted.data)).toMatchObject({ format: 'wbmp', width: 100, height: adapted.height });
  });
});

describe('animations', () => {
  const timing = async (data: Uint8Array): Promise<unknown> => {
    const { pages, delay, loop } = await sharp(data, { animated: true }).metadata();
    return { pages, delay, loop };
  };

  it('keep frames and times when they shrink', async () => {
    const adapted = await adaptImage(picture('animated GIF'), { maxWidth: 100, maxHeight: 100 });
    expect(adapted).toMatchObject({ width: 100, height: 80, frames: 8 });
    expect(await timing(adapted.data)).toEqual({ pages: 8, delay: new Array(8).fill(100), loop: 0 });
  });

  it('become one upright frame where they do not move, not a strip of all', async () => {
    for (const formats of [['jpeg'], ['png'], ['gif']] as const) {
      const adapted = await adaptImage(picture('animated GIF'), { formats, animation: false });
      expect(adapted).toMatchObject({ width: 200, height: 160, frames: 1 });
      expect(adapted.issues.map(found => found.code)).toContain('media/animated-gif');
    }
  });

  it('lose every second frame before they become tiny, and play as long', async () => {
    const noise = await sharp(
      await Promise.all([1, 2, 3, 4].map(seed => photo(120, 90, seed).png().toBuffer())),
      { join: { animated: true } },
    )
      .gif({ delay: [100, 200, 300, 400] })
      .toBuffer();
    const adapted = await adaptImage(noise, { formats: ['gif'], maxBytes: 4_000 });
    expect(adapted.data.length).toBeLessThanOrEqual(4_000);
    expect(adapted.frames).toBe(2);
    expect(await timing(adapted.data)).toMatchObject({ delay: [300, 700] });
    const single = await adaptImage(noise, { formats: ['gif'], maxBytes: 1_000 });
    expect(single.frames).toBe(1);
  });

  it('may stand still for longer than is written', async () => {
    const slow = await animation(40, 32, 2);
    const control = slow.indexOf(0xf9);
    // Ten minutes in hundredths of a second.
    slow.set([60_000 & 255, 60_000 >> 8], control + 3);
    const adapted = await adaptImage(slow, { maxWidth: 20, maxHeight: 20 });
    expect(await timing(adapted.data)).toMatchObject({ pages: 2, delay: [65_530, 100] });
  });

  it('of WebP become GIF', async () => {
    const webp = await sharp(await animation(60, 40, 3), { animated: true })
      .webp()
      .toBuffer();
    expect(await adaptImage(webp)).toMatchObject({ contentType: 'image/gif', frames: 3 });
  });
});

describe('refusals', () => {
  it('name what was found', async () => {
    const tiff = await photo(20, 20).tiff().toBuffer();
    const cases: [Uint8Array, RegExp][] = [
      [new Uint8Array(), /found nothing/],
      [latin1('<html></html>'), /found text\/html/],
      [tiff, /found image\/tiff/],
      [latin1('<svg xmlns="http://www.w3.org/2000/svg"/>'), /found image\/svg\+xml/],
    ];
    for (const [data, message] of cases) {
      await expect(adaptImage(data)).rejects.toThrow(
        expect.objectContaining({ code: 'media/not-a-picture' }),
      );
      await expect(adaptImage(data)).rejects.toThrow(message);
    }
  });

  it('include a picture that is cut off', async () => {
    const jpeg = picture('photo');
    const half = adaptImage(jpeg.subarray(0, jpeg.length >> 1), { maxWidth: 100, maxHeight: 100 });
    await expect(half).rejects.toThrow(expect.objectContaining({ code: 'media/not-a-picture' }));
  });

  it('say where an option is wrong', async () => {
    for (const wrong of [{ maxBytes: 0 }, { maxWidth: Number.NaN }, { background: 'red' }]) {
      await expect(adaptImage(picture('1x1'), wrong)).rejects.toMatchObject({ code: 'bytes/value-type' });
    }
  });
});

describeWithOracle(['exiftool'], 'exiftool finds no trace of place or maker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const tagsOf = (data: Uint8Array, name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, data);
    return spawnSync('exiftool', ['-G1', '-a', '-s', file], { encoding: 'utf8' }).stdout;
  };

  it('in any output', async () => {
    const photos: Uint8Array[] = [picture('photo'), picture('P3'), picture('EXIF-rotated')];
    photos.push(
      await photo(90, 60)
        .webp()
        .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
        .toBuffer(),
    );
    photos.push(
      await photo(90, 60)
        .png()
        .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
        .toBuffer(),
    );
    expect(tagsOf(picture('photo'), 'before.jpg')).toMatch(/GPSLatitude/);
    for (const source of photos) {
      for (const formats of [['jpeg'], ['png'], ['gif']] as const) {
        const adapted: AdaptedImage = await adaptImage(source, { formats, maxWidth: 80, maxHeight: 80 });
        const tags = tagsOf(adapted.data, `after.${formats[0]}`);
        expect(tags).not.toMatch(/GPS|IFD0|ExifIFD|ICC|XMP|IPTC|Photoshop/);
        if (formats[0] === 'jpeg') expect(tags).toMatch(/Baseline DCT[\s\S]*JFIFVersion +: 1\.01/);
      }
    }
  });
});
