import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitmap, decodeWbmp, encodeWbmp, isWbmp } from '../../src/bitmap/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { mutate } from '../support/mutate.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random, runs } from '../support/property.ts';
import { tally } from '../support/tally.ts';
import { anyBitmap } from './any-bitmap.ts';
import { filterPbm, readByImageMagick } from './outside.ts';

const vectors: readonly { name: string; input: Bitmap; hex: string }[] = JSON.parse(
  readFileSync(new URL('../vectors/bitmap/wbmp.json', import.meta.url), 'utf8'),
);

describe('WBMP', () => {
  it.each(vectors)('$name', ({ input, hex }) => {
    expect(toHex(encodeWbmp(input))).toBe(hex);
    expect(decodeWbmp(fromHex(hex), { strict: true })).toEqual({ ...input, warnings: [] });
    expect(isWbmp(fromHex(hex))).toBe(true);
  });

  it('writes sizes of more than seven bits in two octets', () => {
    const wide = { width: 200, height: 1, rows: ['.'.repeat(200)] };
    expect(toHex(encodeWbmp(wide))).toBe(`0000814801${'ff'.repeat(25)}`);
  });

  it('gives back any bitmap', () => {
    fc.assert(
      fc.property(anyBitmap(300), bitmap => {
        const { warnings, ...decoded } = decodeWbmp(encodeWbmp(bitmap));
        return (
          warnings.length === 0 &&
          decoded.width === bitmap.width &&
          decoded.height === bitmap.height &&
          decoded.rows.join() === bitmap.rows.join()
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('reads sloppy files with a warning, or refuses them in strict mode', () => {
    const sloppy: [string, string, string[]][] = [
      ['00000301bf', 'bitmap/fill-bits', ['.#.']],
      ['0000030140ff', 'bitmap/trailing-octets', ['#.#']],
    ];
    for (const [hex, code, rows] of sloppy) {
      expect(decodeWbmp(fromHex(hex))).toMatchObject({ rows, warnings: [{ code, severity: 'warning' }] });
      expect(() => decodeWbmp(fromHex(hex), { strict: true })).toThrow(expect.objectContaining({ code }));
    }
    expect(decodeWbmp(fromHex('000080030140')).rows).toEqual(['#.#']);
  });

  const refused: [string, string, string][] = [
    ['no octets', '', 'bytes/truncated'],
    ['another type', '0100030140', 'bitmap/unsupported'],
    ['extension headers', '0080030140', 'bitmap/unsupported'],
    ['no width', '00000001', 'bitmap/size'],
    ['no height', '00000300', 'bitmap/size'],
    ['a missing row', '0000030240', 'bytes/truncated'],
    ['a width of 2^32 - 1', '00008fffffff7f01', 'bitmap/too-large'],
    ['a width of 2^32', '000090808080000100', 'bytes/value-range'],
    ['a width without end', `0000${'ff'.repeat(20)}`, 'bytes/value-range'],
    ['63 million pixels in 4 octets', '0000bc40bc4000000000', 'bytes/truncated'],
  ];

  it.each(refused)('refuses %s before it allocates', (_, hex, code) => {
    const before = process.memoryUsage().rss;
    expect(() => decodeWbmp(fromHex(hex))).toThrow(expect.objectContaining({ code }));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
    expect(isWbmp(fromHex(hex))).toBe(false);
  });

  it('takes the limit as an option', () => {
    const octets = fromHex('00000302a040');
    expect(() => decodeWbmp(octets, { limits: { maxBitmapPixels: 5 } })).toThrow(
      expect.objectContaining({ code: 'bitmap/too-large' }),
    );
    expect(decodeWbmp(octets, { limits: { maxBitmapPixels: 6 } }).height).toBe(2);
    expect(() => decodeWbmp(octets, { limits: { maxBitmapPixels: Number.NaN } })).toThrow(MmsError);
  });

  it('survives damage and truncation', () => {
    const next = random();
    const [sample = new Uint8Array(), other = sample] = vectors.map(({ hex }) => fromHex(hex));
    const inputs = Array.from(sample, (_, length) => sample.subarray(0, length));
    for (let i = 0; i < runs(2000); i++) inputs.push(mutate(sample, other, next));
    for (const input of inputs) {
      try {
        const { warnings, ...bitmap } = decodeWbmp(input);
        expect(decodeWbmp(encodeWbmp(bitmap))).toEqual({ ...bitmap, warnings: [] });
        if (warnings.length === 0) expect(isWbmp(input)).toBe(true);
      } catch (error) {
        if (!isMmsError(error)) throw error;
      }
    }
  });
});

describeWithOracle(['convert-im6.q16', 'pbmtowbmp'], 'WBMP and other programs', () => {
  const bitmaps = fc.sample(anyBitmap(300), runs(100));

  it('ImageMagick reads ours', context => {
    expect(readByImageMagick(bitmaps.map(encodeWbmp), 'wbmp')).toEqual(bitmaps);
    tally(context, { subject: 'WBMP', oracle: 'ImageMagick', cases: bitmaps.length });
  });

  it('pbmtowbmp writes the same octets', context => {
    for (const bitmap of bitmaps) {
      expect(toHex(encodeWbmp(bitmap))).toBe(toHex(filterPbm('pbmtowbmp', [], bitmap)));
    }
    tally(context, { subject: 'WBMP', oracle: 'Netpbm', cases: bitmaps.length });
  });
});
