import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageMetadata, probeImage, stripMetadata } from '../../../../src/media/index.ts';
import { describeWithOracle } from '../../../support/oracle.ts';
import { animation, photo } from '../../pictures.ts';

type Format = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';

const FORMATS: readonly Format[] = ['jpg', 'png', 'webp', 'avif', 'gif'];

/** A picture that stands on its side, with a colour profile where its format has one. */
async function picture(format: Format, orientation = 1): Promise<Uint8Array> {
  if (format === 'gif') return animation(24, 16, 3);
  const turned = photo(48, 32).withIccProfile('p3').withMetadata({ orientation });
  switch (format) {
    case 'jpg':
      return turned.jpeg().toBuffer();
    case 'png':
      return turned.png().toBuffer();
    case 'webp':
      return turned.webp().toBuffer();
    case 'avif':
      return turned.avif().toBuffer();
  }
}

async function pixels(data: Uint8Array): Promise<Buffer> {
  return sharp(data, { animated: true }).autoOrient().raw().toBuffer();
}

describe('what the octets say', () => {
  it('I5: takes off a JPEG all that is not needed to show it', async () => {
    const data = await photo(48, 32)
      .jpeg()
      .withExif({ IFD0: { Make: 'Acme' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer();
    const withTrailer = new Uint8Array([...data, 1, 2, 3]);
    const stripped = stripMetadata(withTrailer);
    expect(stripped?.removed).toEqual(expect.arrayContaining(['exif', 'gps', 'trailer']));
    expect(imageMetadata(stripped?.data ?? data)).toEqual([]);
    expect(stripped?.issues).toMatchObject([
      { code: 'media/location', severity: 'warning', fixed: true },
      { code: 'media/personal-metadata', severity: 'warning', fixed: true },
    ]);
  });

  it('leaves a picture that tells nothing as it is', async () => {
    for (const data of [await photo(8, 8).jpeg().toBuffer(), await photo(8, 8).png().toBuffer()])
      expect(stripMetadata(data)).toBeUndefined();
    expect(stripMetadata(new TextEncoder().encode('no picture'))).toBeUndefined();
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('keeps orientation %i alone, and does so once', async orientation => {
    for (const format of ['jpg', 'png', 'webp'] as const) {
      const data = await picture(format, orientation);
      const stripped = stripMetadata(data)?.data ?? data;
      expect(probeImage(stripped)?.orientation).toBe(orientation);
      expect(imageMetadata(stripped).filter(name => name !== 'icc')).toEqual([]);
      expect(stripMetadata(stripped)).toBeUndefined();
      expect(await pixels(stripped)).toEqual(await pixels(data));
    }
  });

  it('keeps what stands behind the place where a picture breaks off', async () => {
    const whole = await photo(48, 32)
      .jpeg()
      .withExif({ IFD0: { Make: 'Acme' } })
      .toBuffer();
    const cut = whole.subarray(0, -40);
    const stripped = stripMetadata(cut)?.data ?? cut;
    expect(Buffer.from(stripped.subarray(-60))).toEqual(Buffer.from(cut.subarray(-60)));
    expect(imageMetadata(stripped)).toEqual([]);
  });

  it('reads the items of an HEIC in bounds, whatever they say', async () => {
    const data = await photo(48, 32)
      .avif()
      .withExif({ IFD0: { Make: 'Acme' } })
      .toBuffer();
    expect(imageMetadata(data)).toContain('exif');
    for (let at = 0; at < data.length; at++) {
      const broken = new Uint8Array(data);
      broken[at] = 0xff;
      expect(() => stripMetadata(broken)).not.toThrow();
      expect(() => stripMetadata(data.subarray(0, at))).not.toThrow();
    }
  });
});

describeWithOracle(
  ['exiftool'],
  'I5: exiftool writes the metadata, and finds nothing of it afterwards',
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mms-strip-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const exiftool = (...args: string[]): string =>
      spawnSync('exiftool', args, { encoding: 'utf8', cwd: folder }).stdout;

    /** What exiftool can write into each format. */
    const TAGS: readonly string[] = [
      ...['-GPSLatitude=51.5', '-GPSLatitudeRef=N', '-GPSLongitude=0.1', '-GPSLongitudeRef=W'],
      ...['-Make=Acme', '-Model=Camera', '-SerialNumber=4711', '-DateTimeOriginal=2020:01:02 03:04:05'],
      ...['-XMP-dc:Creator=Ann', '-XMP-exif:GPSLatitude=51.5', '-IPTC:By-line=Ann', '-IPTC:City=Town'],
      ...['-Comment=by Ann', '-PNG:Author=Ann', '-EXIF:UserComment=Ann'],
    ];

    const PRIVATE = /Ann|Town|Acme|Camera|4711|2020:01:02|GPS|51\.5|51 deg/;

    it.each(FORMATS)('%s', async format => {
      const file = `photo.${format}`;
      const path = join(folder, file);
      const plain = await picture(format, 6);
      writeFileSync(path, plain);
      exiftool('-q', '-q', '-m', '-overwrite_original', ...TAGS, file);
      expect(exiftool('-a', '-G1', '-s', file)).toMatch(PRIVATE);
      const told = new Uint8Array(readFileSync(path));
      const stripped = stripMetadata(told);
      writeFileSync(path, stripped?.data ?? told);
      const left = exiftool('-a', '-u', '-U', '-ee', '-G1', '-s', file);
      expect(
        left
          .split('\n')
          .filter(line => !line.includes('[System]'))
          .join('\n'),
      ).not.toMatch(PRIVATE);
      expect(exiftool('-Error', '-s3', file).trim()).toBe('');
      expect(await pixels(stripped?.data ?? told)).toEqual(await pixels(plain));
      const profile = exiftool('-ICC_Profile:ProfileDescription', '-s3', file);
      expect(profile.trim() !== '').toBe(format !== 'gif');
    });
  },
);
