import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ssim } from '../../../../src/media/image/fit/ssim.ts';
import { describeWithOracle } from '../../../support/oracle.ts';
import { photo } from '../../pictures.ts';

describe('structural similarity', () => {
  const noise = (seed: number, length: number): Uint8Array =>
    Uint8Array.from({ length }, (_, i) => (Math.imul(i + seed, 2_654_435_761) >>> 13) & 255);

  it('is 1 for equal pictures, less for others, and the same both ways', () => {
    for (const [width, height] of [
      [64, 48],
      [9, 33],
      [7, 5],
      [1, 1],
    ] as const) {
      const [a, b] = [noise(1, width * height), noise(99, width * height)];
      expect(ssim(a, a, { width, height })).toBeCloseTo(1, 12);
      const other = ssim(a, b, { width, height });
      expect(other).toBeLessThan(0.999);
      expect(ssim(b, a, { width, height })).toBeCloseTo(other, 12);
    }
  });
});

describeWithOracle(['ffmpeg'], 'structural similarity by ffmpeg', () => {
  it.each([10, 40, 90])('of a JPEG of quality %i is ours', async quality => {
    const folder = mkdtempSync(join(tmpdir(), 'mms-ssim-'));
    const [width, height] = [323, 241];
    const files = [join(folder, 'a.png'), join(folder, 'b.png')] as const;
    const grey = await photo(width, height, 3).toColourspace('b-w').png().toBuffer();
    writeFileSync(files[0], grey);
    const lossy = await sharp(grey).jpeg({ quality }).toBuffer();
    writeFileSync(files[1], await sharp(lossy).toColourspace('b-w').png().toBuffer());
    const [a, b] = await Promise.all(files.map(file => sharp(file).toColourspace('b-w').raw().toBuffer()));
    const filter = '[0]format=gray[a];[1]format=gray[b];[a][b]ssim';
    const command = ['-hide_banner', '-i', files[0], '-i', files[1], '-lavfi', filter, '-f', 'null', '-'];
    const told = execFileSync('sh', ['-c', 'exec ffmpeg "$@" 2>&1', 'sh', ...command], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const theirs = Number(/SSIM Y:([0-9.]+)/.exec(told)?.[1]);
    expect(ssim(a ?? new Uint8Array(), b ?? new Uint8Array(), { width, height })).toBeCloseTo(theirs, 4);
  });
});
