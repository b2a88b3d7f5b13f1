import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitmap, packedLength, type RowPadding } from '../../src/bitmap/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { decodeOtaBitmap, encodeOtaBitmap, isOtaBitmap } from '../../src/smart/index.ts';
import { anyBitmap } from '../bitmap/any-bitmap.ts';
import { filterPbm, readByImageMagick } from '../bitmap/outside.ts';
import { mutate } from '../support/mutate.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random, runs } from '../support/property.ts';
import { tally } from '../support/tally.ts';
import { unwatched } from '../support/trace.ts';

interface Vector {
  readonly name: string;
  readonly input: Bitmap;
  readonly layout: 'any' | 'packed' | 'row-padded';
  readonly hex: string;
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../vectors/smart/ota-bitmap.json', import.meta.url), 'utf8'),
);

const LAYOUTS: Readonly<Record<Vector['layout'], readonly RowPadding[]>> = {
  any: ['none', 'octet'],
  packed: ['none'],
  'row-padded': ['octet'],
};

/** A few sizes, such as 157x2, are equally long in both layouts though the pixels lie elsewhere. */
function saysLayout({ width, height }: Bitmap): boolean {
  return packedLength(width, height, 'none') !== packedLength(width, height, 'octet');
}

describe('OTA bitmap', () => {
  it.each(vectors)('$name', ({ input, layout, hex }) => {
    for (const rowPadding of LAYOUTS[layout]) {
      expect(toHex(encodeOtaBitmap(input, { rowPadding }))).toBe(hex);
      expect(decodeOtaBitmap(fromHex(hex), { rowPadding, strict: true })).toEqual({
        ...input,
        rowPadding,
        warnings: [],
      });
    }
    expect(decodeOtaBitmap(fromHex(hex))).toMatchObject({ ...input, warnings: [] });
    expect(isOtaBitmap(fromHex(hex))).toBe(true);
  });

  it('runs rows on without padding unless told otherwise', () => {
    expect(toHex(encodeOtaBitmap({ width: 3, height: 2, rows: ['#.#', '.#.'] }))).toBe('00030201a8');
  });

  it('gives back any bitmap of either layout', () => {
    const paddings = fc.constantFrom<RowPadding>('none', 'octet');
    fc.assert(
      fc.property(anyBitmap(300), paddings, (bitmap, rowPadding) => {
        const octets = encodeOtaBitmap(bitmap, { rowPadding });
        const decoded = decodeOtaBitmap(octets, saysLayout(bitmap) ? {} : { rowPadding });
        return (
          decoded.warnings.length === 0 &&
          decoded.width === bitmap.width &&
          decoded.height === bitmap.height &&
          decoded.rows.join() === bitmap.rows.join() &&
          (decoded.rowPadding === rowPadding || bitmap.width % 8 === 0 || bitmap.height === 1)
        );
      }),
      { numRuns: runs(5000) },
    );
  });

  it('writes sizes up to 65535', () => {
    const wide = { width: 65535, height: 1, rows: ['#'.repeat(65535)] };
    expect(toHex(encodeOtaBitmap(wide).subarray(0, 7))).toBe('10ffff000101ff');
    expect(() => encodeOtaBitmap({ width: 65536, height: 1, rows: ['#'.repeat(65536)] })).toThrow(
      expect.objectContaining({ code: 'bitmap/size', path: 'width' }),
    );
  });

  it('reads what is sloppy with a warning, or refuses it in strict mode', () => {
    const sloppy: [string, string][] = [
      ['00030200a8', 'bitmap/depth'],
      ['00030201a8404040', 'bitmap/trailing-octets'],
    ];
    for (const [hex, code] of sloppy) {
      expect(decodeOtaBitmap(fromHex(hex))).toMatchObject({ rows: ['#.#', '.#.'], warnings: [{ code }] });
      expect(() => decodeOtaBitmap(fromHex(hex), { strict: true })).toThrow(
        expect.objectContaining({ code }),
      );
      expect(isOtaBitmap(fromHex(hex))).toBe(false);
    }
  });

  const refused: [string, string, string][] = [
    ['no octets', '', 'bytes/truncated'],
    ['extension fields', '80030201a8', 'bitmap/unsupported'],
    ['compression', '40030201a8', 'bitmap/unsupported'],
    ['a palette', '20030201a8', 'bitmap/unsupported'],
    ['animation', '01030201a8', 'bitmap/unsupported'],
    ['grey levels', '00030202a8', 'bitmap/unsupported'],
    ['no width', '00000201', 'bitmap/size'],
    ['no height', '00030001', 'bitmap/size'],
    ['I2: 255x255 pixels in 4 octets', '00ffff0100000000', 'bytes/truncated'],
    ['65535x65535 pixels in 4 octets', '10ffffffff0100000000', 'bitmap/too-large'],
    ['half a size', '10ff', 'bytes/truncated'],
  ];

  it.each(refused)('refuses %s before it allocates', (_, hex, code) => {
    const before = process.memoryUsage().rss;
    expect(() => decodeOtaBitmap(fromHex(hex))).toThrow(expect.objectContaining({ code }));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
    expect(isOtaBitmap(fromHex(hex))).toBe(false);
  });

  it('traces every field', () => {
    const fields: string[] = [];
    const trace = {
      ...unwatched,
      enter: (name: string | number, start: number) => fields.push(`${name}@${start / 8}`),
      leave: (end: number) => fields.push(`-${end / 8}`),
    };
    decodeOtaBitmap(fromHex('10000300020100'), { trace });
    expect(fields.join(' ')).toBe('infoField@0 -1 width@1 -3 height@3 -5 depth@5 -6 rows@6 -7');
  });

  it('survives damage and truncation', () => {
    const next = random();
    const [sample = new Uint8Array(), other = sample] = vectors.map(({ hex }) => fromHex(hex));
    const inputs = Array.from(sample, (_, length) => sample.subarray(0, length));
    for (let i = 0; i < runs(2000); i++) inputs.push(mutate(sample, other, next));
    for (const input of inputs) {
      try {
        const decoded = decodeOtaBitmap(input);
        expect(decodeOtaBitmap(encodeOtaBitmap(decoded, decoded))).toEqual({ ...decoded, warnings: [] });
      } catch (error) {
        if (!isMmsError(error)) throw error;
      }
    }
  });
});

/** Fault of both: rows of a width that is not a multiple of 8 begin on octets, where phones pack them. */
const OCTET_PADDED_ROWS = { rowPadding: 'octet' } as const;

describeWithOracle(['convert-im6.q16', 'pbmtonokia'], 'OTA bitmap and other programs', () => {
  it('ImageMagick reads ours', context => {
    const bitmaps = fc.sample(anyBitmap(300), runs(100));
    const octets = bitmaps.map(bitmap => encodeOtaBitmap(bitmap, OCTET_PADDED_ROWS));
    expect(readByImageMagick(octets, 'otb')).toEqual(bitmaps);
    tally(context, {
      subject: 'OTA bitmaps',
      oracle: 'ImageMagick',
      cases: bitmaps.length,
      fault: 'knows rows padded to octets only: written so',
    });
  });

  it('pbmtonokia writes the same octets, sizes up to 255', context => {
    for (const bitmap of fc.sample(anyBitmap(255), runs(100))) {
      const written = new TextDecoder().decode(filterPbm('pbmtonokia', ['-fmt', 'HEX_NGG'], bitmap));
      const ours = toHex(encodeOtaBitmap(bitmap, OCTET_PADDED_ROWS));
      expect(written.trim().toLowerCase()).toBe(`06050415830000${ours}`);
    }
    tally(context, {
      subject: 'OTA bitmaps',
      oracle: 'Netpbm',
      cases: runs(100),
      fault: 'knows rows padded to octets only: written so',
    });
  });
});
