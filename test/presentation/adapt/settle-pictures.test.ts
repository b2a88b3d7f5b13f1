import { describe, expect, it } from 'vitest';
import { MmsError } from '../../../src/errors.ts';
import type { AdaptedImage, PreparedImage } from '../../../src/media/index.ts';
import { settlePictures } from '../../../src/presentation/adapt/settle-pictures.ts';

/** A picture that takes all octets it may have, but no fewer than it must; it lacks `loss / octets` of its best. */
function pictureOf({
  loss,
  least = 1,
  error = 'media/cannot-fit' as const,
}: {
  loss: number | undefined;
  least?: number;
  error?: 'media/cannot-fit' | 'media/not-a-picture';
}): PreparedImage {
  const encoded = (octets: number): AdaptedImage => ({
    data: new Uint8Array(octets),
    contentType: 'image/jpeg',
    width: 1,
    height: 1,
    frames: 1,
    changed: true,
    best: false,
    changes: [],
    issues: [],
  });
  return {
    info: {
      format: 'jpeg',
      width: 1,
      height: 1,
      frames: 1,
      orientation: 1,
      alpha: false,
      metadata: [],
      complete: true,
    },
    best: async () => encoded(5000),
    bestBytes: async () => 5000,
    within: async octets => {
      if (octets < least) throw new MmsError(error, `at least ${least}`);
      return encoded(octets);
    },
    similarity: async ({ data }) => (loss === undefined ? undefined : 1 - loss / data.length),
  };
}

async function sizes(pictures: readonly PreparedImage[], free = 2000): Promise<number[]> {
  const needs = pictures.map(() => 5000);
  const settled = await settlePictures(pictures, { needs, free, concurrency: 1 }, () => undefined);
  return settled.map(({ image }) => image.data.length);
}

describe('settlePictures', () => {
  it('gives more octets to the picture that loses more', async () => {
    const [plain = 0, rich = 0] = await sizes([pictureOf({ loss: 50 }), pictureOf({ loss: 200 })]);
    expect(rich).toBeGreaterThan(1.5 * plain);
    expect(plain + rich).toBeLessThanOrEqual(2000);
  });

  it('keeps what each had where one cannot be as small as the others would like it', async () => {
    expect(await sizes([pictureOf({ loss: 50, least: 900 }), pictureOf({ loss: 200 })])).toEqual([
      1000, 1000,
    ]);
  });

  it('shares evenly where the likeness is not measured', async () => {
    expect(await sizes([pictureOf({ loss: undefined }), pictureOf({ loss: 200 })])).toEqual([1000, 1000]);
  });

  it('fails with what is no matter of size', async () => {
    const broken = pictureOf({ loss: 50, least: 900, error: 'media/not-a-picture' });
    await expect(sizes([broken, pictureOf({ loss: 200 })])).rejects.toThrow(
      expect.objectContaining({ code: 'media/not-a-picture' }),
    );
  });
});
