import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { decodeImage, probeImage } from '../../../../src/media/index.ts';
import { describeWithOracle } from '../../../support/oracle.ts';
import { photo } from '../../pictures.ts';
import { concat, latin1 } from '../../samples.ts';

const le32 = (value: number): number[] => [
  value & 255,
  (value >> 8) & 255,
  (value >> 16) & 255,
  value >>> 24,
];
const le16 = (value: number): number[] => [value & 255, value >> 8];

interface Bmp {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  /** Colour table as blue, green, red, 0, or the masks. */
  readonly table?: readonly number[];
  readonly pixels: readonly number[];
}

/** A Windows 3 BMP. */
function bmp({ width, height, bits, compression = 0, table = [], pixels }: Bmp): Uint8Array {
  const start = 54 + table.length;
  return concat(
    latin1('BM'),
    le32(start + pixels.length),
    le32(0),
    le32(start),
    [...le32(40), ...le32(width), ...le32(height), ...le16(1), ...le16(bits), ...le32(compression)],
    [...le32(pixels.length), ...le32(0), ...le32(0), ...le32(bits <= 8 ? table.length / 4 : 0), ...le32(0)],
    table,
    pixels,
  );
}

const R = [255, 0, 0, 255];
const G = [0, 255, 0, 255];
const B = [0, 0, 255, 255];
const W = [255, 255, 255, 255];
const K = [0, 0, 0, 255];
const TABLE = [0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 0, 0];

/** Masks of 5, 6 and 5 bits. */
const MASKS_565 = [...le32(0xf800), ...le32(0x07e0), ...le32(0x001f)];

/** Pictures of 2 by 2: red and green above blue and white, or as far as the colours go. */
const CASES: Readonly<Record<string, { file: Bmp; rgba: number[] }>> = {
  '24 bits, rows from the bottom': {
    file: {
      width: 2,
      height: 2,
      bits: 24,
      pixels: [255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0],
    },
    rgba: [...R, ...G, ...B, ...W],
  },
  '32 bits, rows from the top, fourth octet without meaning': {
    file: {
      width: 2,
      height: -2,
      bits: 32,
      pixels: [0, 0, 255, 0, 0, 255, 0, 9, 255, 0, 0, 0, 255, 255, 255, 0],
    },
    rgba: [...R, ...G, ...B, ...W],
  },
  '16 bits, 5 each': {
    file: { width: 2, height: -1, bits: 16, pixels: [...le16(0x7c00), ...le16(0x03e0)] },
    rgba: [...R, ...G],
  },
  '16 bits by masks': {
    file: {
      width: 2,
      height: -1,
      bits: 16,
      compression: 3,
      table: MASKS_565,
      pixels: [...le16(0x07e0), ...le16(0x001f)],
    },
    rgba: [...G, ...B],
  },
  '16 bits by masks, the first of them alpha': {
    file: {
      width: 2,
      height: -1,
      bits: 16,
      compression: 6,
      table: [...le32(0x7c00), ...le32(0x03e0), ...le32(0x001f), ...le32(0x8000)],
      pixels: [...le16(0xfc00), ...le16(0x001f)],
    },
    rgba: [...R, 0, 0, 255, 0],
  },
  'masks of nothing': {
    file: {
      width: 1,
      height: -1,
      bits: 32,
      compression: 3,
      table: [...le32(0xff), ...le32(0), ...le32(0)],
      pixels: le32(0xffffffff),
    },
    rgba: [...R],
  },
  'RLE8, a number beyond the table': {
    file: { width: 2, height: 1, bits: 8, compression: 1, table: TABLE, pixels: [1, 200, 1, 2, 0, 1] },
    rgba: [...K, ...R],
  },
  '1 bit': {
    file: { width: 2, height: 2, bits: 1, table: TABLE.slice(0, 8), pixels: [0x40, 0, 0, 0, 0x80, 0, 0, 0] },
    rgba: [...W, ...K, ...K, ...W],
  },
  '4 bits': {
    file: { width: 2, height: 2, bits: 4, table: TABLE, pixels: [0x31, 0, 0, 0, 0x20, 0, 0, 0] },
    rgba: [...R, ...K, ...B, ...W],
  },
  '8 bits, a number beyond the table': {
    file: { width: 2, height: -1, bits: 8, table: TABLE, pixels: [2, 200, 0, 0] },
    rgba: [...R, ...K],
  },
  'RLE8: run, end of line, literals, end': {
    file: {
      width: 3,
      height: 2,
      bits: 8,
      compression: 1,
      table: TABLE,
      pixels: [3, 2, 0, 0, 0, 3, 1, 3, 1, 0, 0, 1],
    },
    rgba: [...W, ...B, ...W, ...R, ...R, ...R],
  },
  'RLE4: two in turn, a delta, runs past the edge': {
    file: {
      width: 3,
      height: 2,
      bits: 4,
      compression: 2,
      table: TABLE,
      pixels: [2, 0x23, 0, 2, 0, 1, 9, 0x11, 0, 1],
    },
    rgba: [...K, ...K, ...W, ...R, ...B, ...K],
  },
};

describe('decodeImage of a BMP', () => {
  it.each(Object.entries(CASES))('%s', async (_, { file, rgba }) => {
    const data = bmp(file);
    const size = { width: file.width, height: Math.abs(file.height) };
    expect(probeImage(data)).toMatchObject({ format: 'bmp', ...size });
    expect(await decodeImage(data)).toEqual({ ...size, rgba: new Uint8Array(rgba) });
  });

  it.each([
    [
      'pixels cut off',
      bmp({ width: 2, height: 2, bits: 24, pixels: [1, 2, 3] }),
      /16 octets of pixels, found 3/,
    ],
    ['a depth that is none', bmp({ width: 2, height: 2, bits: 5, pixels: [0, 0, 0, 0] }), /5 bits/],
    ['JPEG inside', bmp({ width: 2, height: 2, bits: 24, compression: 4, pixels: [0, 0] }), /compression 4/],
    [
      'no pixels',
      bmp({ width: 0, height: 2, bits: 24, pixels: [0, 0] }),
      /expected a picture, found image\/bmp/,
    ],
    [
      'runs that claim too much',
      bmp({ width: 1500, height: 1500, bits: 8, compression: 1, table: TABLE, pixels: [1, 1, 0, 1] }),
      /cannot hold/,
    ],
  ])('refuses %s', async (_, data, message) => {
    await expect(decodeImage(data)).rejects.toThrow(
      expect.objectContaining({ code: 'media/not-a-picture', message: expect.stringMatching(message) }),
    );
  });
});

describeWithOracle(['convert-im6.q16'], 'ImageMagick agrees about its own BMPs', () => {
  const convert = (input: Uint8Array, ...args: string[]): Buffer => {
    const { status, stdout, stderr } = spawnSync('convert-im6.q16', args, { input, maxBuffer: 1 << 26 });
    expect(stderr.toString()).toBe('');
    expect(status).toBe(0);
    return stdout;
  };

  const probed16 = (file: Buffer): boolean => file.readUInt16LE(28) === 16;

  it.each([
    ['OS/2', ['-colors', '256', 'bmp2:-']],
    ['24 bits', ['-type', 'TrueColor', 'bmp3:-']],
    ['V4 with alpha', ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '60%', '+channel', 'bmp:-']],
    ['V4 of 16 bits', ['-define', 'bmp:subtype=RGB565', '-type', 'TrueColor', 'bmp:-']],
    ['5 bits each', ['-define', 'bmp:subtype=RGB555', '-type', 'TrueColor', 'bmp:-']],
    ['8 bits', ['-colors', '200', '-type', 'Palette', 'bmp3:-']],
    ['8 bits in runs', ['-colors', '6', '-type', 'Palette', '-compress', 'RLE', 'bmp3:-']],
    ['4 bits', ['-colors', '12', '-type', 'Palette', 'bmp3:-']],
    ['1 bit', ['-monochrome', 'bmp3:-']],
  ])('%s', async (_, args) => {
    const file = convert(await photo(37, 23).png().toBuffer(), 'png:-', ...args);
    expect(probeImage(file)).toMatchObject({ format: 'bmp', width: 37, height: 23 });
    const { rgba } = await decodeImage(file);
    const expected = convert(file, 'bmp:-', '-depth', '8', 'rgba:-');
    // Five bits become eight by rounding here, by repeating the upper bits there.
    const tolerance = probed16(file) ? 1 : 0;
    expect(rgba.length).toBe(expected.length);
    const differences = rgba.map((value, i) => Math.abs(value - (expected[i] ?? 0)));
    expect(differences.reduce((most, one) => Math.max(most, one), 0)).toBeLessThanOrEqual(tolerance);
  });
});
