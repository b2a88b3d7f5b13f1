import { describe, expect, it } from 'vitest';
import { levelOut } from '../../../src/presentation/adapt/level-out.ts';

const encoded = (octets: number, ssim: number | undefined) => ({
  image: { data: new Uint8Array(octets) },
  ssim,
});

describe('levelOut', () => {
  it('gives most to the picture that lost most', () => {
    const shares = levelOut([encoded(1000, 0.8), encoded(1000, 0.95)], {
      needs: [10_000, 10_000],
      free: 2000,
    });
    const [worse = 0, better = 0] = shares ?? [];
    expect(worse).toBeGreaterThan(2 * better);
    expect(worse + better).toBeLessThanOrEqual(2000);
    // and no picture falls below half of what it had
    expect(better).toBeGreaterThanOrEqual(500);
  });

  it('says nothing where a picture was not measured, or nothing fits', () => {
    const needs = [10_000, 10_000];
    expect(levelOut([encoded(1000, 0.8), encoded(1000, undefined)], { needs, free: 2000 })).toBeUndefined();
    expect(levelOut([encoded(1000, 0.8), encoded(1000, 0.9)], { needs, free: 500 })).toBeUndefined();
  });

  it('shares what is free also where hardly anything is lost', () => {
    const shares = levelOut([encoded(1000, 0.999), encoded(1000, 0.999)], {
      needs: [9000, 9000],
      free: 4000,
    });
    expect((shares ?? []).map(share => Math.round(share / 10))).toEqual([200, 200]);
  });
});
