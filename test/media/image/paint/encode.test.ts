import { describe, expect, it } from 'vitest';
import { encodeAnimation, probeImage } from '../../../../src/media/index.ts';

describe('an animation', () => {
  const frame = (grey: number) => ({
    picture: { width: 2, height: 2, rgba: new Uint8Array(16).fill(grey).fill(255, 3, 4) },
    durationMs: 100,
  });

  it.each(['gif', 'webp'] as const)('has its frames as %s', async format => {
    const data = await encodeAnimation([frame(0), frame(255)], format);
    expect(probeImage(data)).toMatchObject({ format, width: 2, height: 2, frames: 2 });
  });

  it('has a bound for all frames together', async () => {
    const picture = { width: 30_000, height: 30_000, rgba: new Uint8Array() };
    await expect(encodeAnimation([{ picture, durationMs: 1 }])).rejects.toMatchObject({
      code: 'media/too-many-pixels',
      message: expect.stringContaining('1 pictures of 30000x30000'),
    });
  });
});
