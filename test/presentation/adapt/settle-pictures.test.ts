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

/** A picture of which is told what it was encoded to; `octetsOf` says how many of the octets it takes. */
function watched({
  octetsOf = octets => octets,
  ssimOf = () => undefined,
  best = false,
}: {
  octetsOf?: (octets: number) => number;
  /** By its octets, and how often it was encoded. */
  ssimOf?: (octets: number, times: number) => number | undefined;
  best?: boolean;
}) {
  const asked: number[] = [];
  const base = pictureOf({ loss: undefined });
  const picture: PreparedImage = {
    ...base,
    within: async octets => {
      asked.push(octets);
      return { ...(await base.within(octetsOf(octets))), best };
    },
    similarity: async ({ data }) => ssimOf(data.length, asked.length),
  };
  return { picture, asked };
}

async function settle(
  pictures: readonly ReturnType<typeof watched>[],
  free: number,
  needs = pictures.map(() => 5000),
) {
  const done: number[] = [];
  const settled = await settlePictures(
    pictures.map(({ picture }) => picture),
    { needs, free, concurrency: 1 },
    one => done.push(one),
  );
  const octets = settled.map(({ image }) => image.data.length);
  return { octets, done, settled, asked: pictures.map(({ asked }) => asked) };
}

describe('octets that pictures share', () => {
  const losing = (loss: number) => (octets: number) => 1 - loss / octets;

  it('are not shared anew where all lose about the same', async () => {
    const { asked, done } = await settle(
      [watched({ ssimOf: losing(100) }), watched({ ssimOf: losing(100) })],
      2000,
    );
    expect(asked).toEqual([[1000], [1000]]);
    expect(done).toEqual([1, 2]);
  });

  it('are shared anew twice at most, as long as the worst gets better', async () => {
    // each time it looks better than the law says, so that the shares go on moving
    const worse = watched({ ssimOf: (_, times) => [0.6, 0.8, 0.9, 0.95, 0.97][times - 1] });
    const better = watched({ ssimOf: () => 0.99 });
    expect((await settle([worse, better], 2000)).asked.map(({ length }) => length)).toEqual([3, 3]);
  });

  it('stay as they were where the worst gets no better', async () => {
    for (const again of [0.6, 0.5]) {
      const worse = watched({ ssimOf: (_, times) => (times === 1 ? 0.6 : again) });
      const { octets, asked } = await settle([worse, watched({ ssimOf: () => 0.99 })], 2000);
      expect(octets).toEqual([1000, 1000]);
      expect(asked.map(({ length }) => length)).toEqual([2, 2]);
    }
  });

  it('are shared anew where one of them has another share than it takes', async () => {
    const most = (octets: number): number => Math.min(octets, 1000);
    const coarse = (octets: number): number => Math.floor(octets * 0.8);
    const [narrow, wide] = [
      watched({ octetsOf: most, ssimOf: () => 0.9 }),
      watched({ octetsOf: coarse, ssimOf: losing(80) }),
    ];
    const { asked } = await settle([narrow, wide], 2000, [1000, 5000]);
    expect(asked).toEqual([
      [1000, 1000, 1100],
      [1000, 1000, 1000],
    ]);
  });
});

describe('octets that are left', () => {
  const coarse = (octets: number): number => Math.floor(octets / 400) * 400;

  it('go to the next that can use them', async () => {
    const [one, other] = [watched({ octetsOf: coarse }), watched({})];
    const { octets, asked, settled } = await settle([one, other], 2000);
    expect(asked).toEqual([
      [1000, 900],
      [1000, 1200],
    ]);
    expect(octets).toEqual([800, 1200]);
    expect(settled[0]?.image.data).toHaveLength(800);
  });

  it('go to the worst first, and to none that is at its best', async () => {
    const pictures = [
      watched({}),
      watched({ ssimOf: () => 0.9 }),
      watched({ octetsOf: coarse, ssimOf: () => 0.95 }),
      watched({ octetsOf: () => 500, best: true, ssimOf: () => 0.5 }),
    ];
    const { octets, asked } = await settle(pictures, 4000);
    // 700 are left: 233 of them, then 233 more in vain, then what there is
    expect(asked).toEqual([[1000, 1467], [1000, 1233], [1000, 1033], [1000]]);
    expect(octets).toEqual([1467, 1233, 800, 500]);
  });

  it.each([
    [30, 2],
    [29, 1],
  ])('%i of two thousand are worth %i encodes', async (left, times) => {
    const { asked } = await settle([watched({ octetsOf: octets => octets - left })], 2000);
    expect(asked[0]).toHaveLength(times);
  });

  it('leave a picture what it had where they gain nothing', async () => {
    const first = new Uint8Array(900);
    const one = watched({});
    let times = 0;
    const picture: PreparedImage = {
      ...one.picture,
      within: async octets => ({
        ...(await one.picture.within(octets)),
        data: times++ === 0 ? first : new Uint8Array(900),
      }),
    };
    const [settled] = await settlePictures(
      [picture],
      { needs: [5000], free: 1000, concurrency: 1 },
      () => undefined,
    );
    expect(settled?.image.data).toBe(first);
    expect(times).toBe(2);
  });
});
