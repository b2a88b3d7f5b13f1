import { beforeAll, describe, expect, it, vi } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import type { ImageBackend } from '../../src/media/image/backend.ts';
import { imageBackend } from '../../src/media/image/load-backend.ts';
import { probeImage } from '../../src/media/index.ts';
import { type AdaptOptions, Presentation, presentation } from '../../src/presentation/index.ts';
import { photo } from '../media/pictures.ts';

const PHONE = {
  id: 'phone',
  accept: ['image/jpeg', 'image/gif', 'image/png', 'text/plain'],
  maxImage: { width: 320, height: 240 },
  maxBytes: 40_000,
};
const PICTURES = 6;

let photos: Uint8Array[];
let message: Presentation;
beforeAll(async () => {
  photos = await Promise.all(
    Array.from({ length: PICTURES }, (_, seed) =>
      photo(800 + 16 * seed, 600, seed)
        .jpeg({ quality: 92 })
        .toBuffer(),
    ),
  );
  let builder = presentation({ to: ['+447700900123'] });
  for (const [i, data] of photos.entries()) builder = builder.slide({ image: { data, name: `${i}.jpg` } });
  message = await builder.build();
});

type Work = 'decode' | 'encodeJpeg' | 'encodePng' | 'luma';

/** How long a call waits for the others before it goes on alone, and the count tells. */
const PATIENCE_MS = 10_000;

/**
 * Runs a job, and tells how many calls of the image library were under way at once at most. Each waits until as many
 * as expected are, so that none is over before the others have begun.
 */
async function mostAtOnce(
  works: readonly Work[],
  expected: number,
  job: () => Promise<unknown>,
): Promise<number> {
  const backend: ImageBackend = await imageBackend();
  let [running, most] = [0, 0];
  let go: () => void = () => undefined;
  const enough = new Promise<void>(resolve => (go = resolve));
  const patience = setTimeout(() => go(), PATIENCE_MS);
  const counted = async <T>(call: () => Promise<T>): Promise<T> => {
    most = Math.max(most, ++running);
    if (most >= expected) go();
    try {
      await enough;
      return await call();
    } finally {
      running--;
    }
  };
  const { decode, encodeJpeg, encodePng, luma } = backend;
  const spies = {
    decode: () =>
      vi.spyOn(backend, 'decode').mockImplementation((...a) => counted(() => decode.apply(backend, a))),
    encodeJpeg: () =>
      vi
        .spyOn(backend, 'encodeJpeg')
        .mockImplementation((...a) => counted(() => encodeJpeg.apply(backend, a))),
    encodePng: () =>
      vi.spyOn(backend, 'encodePng').mockImplementation((...a) => counted(() => encodePng.apply(backend, a))),
    luma: () => vi.spyOn(backend, 'luma').mockImplementation((...a) => counted(() => luma.apply(backend, a))),
  };
  const restored = works.map(work => spies[work]());
  try {
    await job();
  } finally {
    clearTimeout(patience);
    for (const spy of restored) spy.mockRestore();
  }
  return most;
}

const adapted = async (options: AdaptOptions): Promise<string> =>
  toHex((await message.adapt(PHONE, options)).presentation.toMms());

describe('pictures that are fitted at once', () => {
  it('make the same octets as one after the other', async () => {
    const alone = await adapted({ concurrency: 1 });
    for (const concurrency of [undefined, 2, 3, 16]) expect(await adapted({ concurrency })).toBe(alone);
  });

  it.each([
    [undefined, 2],
    [1, 1],
    [2, 2],
    [4, 4],
    [16, PICTURES],
  ])('asked for %s, are %i', async (concurrency, most) => {
    const works = ['decode', 'encodeJpeg', 'luma'] as const;
    expect(await mostAtOnce(works, most, () => adapted({ concurrency }))).toBe(most);
  });

  it('wait for the memory of those that are decoded', async () => {
    // A baseline picture takes an octet a pixel while it is decoded: there is room for one beside what all keep.
    const limits = { maxImageMemoryBytes: 3_000_000 };
    expect(await mostAtOnce(['decode'], 4, () => adapted({ concurrency: 4 }))).toBe(4);
    expect(await mostAtOnce(['decode'], 1, () => adapted({ concurrency: 4, limits }))).toBe(1);
    expect(await mostAtOnce(['encodeJpeg'], 2, () => adapted({ concurrency: 4, limits }))).toBeGreaterThan(1);
    expect(await adapted({ concurrency: 4, limits })).toBe(await adapted({ concurrency: 1, limits }));
  });

  it('tell of each when it is done', async () => {
    const told: number[] = [];
    await adapted({ concurrency: 3, onProgress: done => told.push(done) });
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([0, -1, 1.5, Number.NaN, '2'])('are not %s', async concurrency => {
    // @ts-expect-error a text is no number
    await expect(message.adapt(PHONE, { concurrency })).rejects.toMatchObject({
      code: 'bytes/value-type',
      path: 'options.concurrency',
    });
  });
});

describe('pictures of a manifest', () => {
  const manifest = (): Parameters<typeof Presentation.fromManifest>[0] => ({
    slides: photos.map((data, i) => ({ image: { data, name: `${i}.jpg`, as: 'png', maxColours: 16 } })),
  });
  const composed = async (options: Parameters<typeof Presentation.fromManifest>[1]): Promise<string> =>
    toHex((await Presentation.fromManifest(manifest(), options)).toMms());

  it.each([
    [undefined, 2],
    [1, 1],
    [3, 3],
  ])('asked for %s, are converted %i at once', async (concurrency, most) => {
    const works = ['decode', 'encodePng'] as const;
    expect(await mostAtOnce(works, most, () => composed({ concurrency }))).toBe(most);
  });

  it('wait for the memory of the others, and make the same octets', async () => {
    // Thirty octets a pixel: two pictures of half a million pixels are too much.
    const limits = { maxImageMemoryBytes: 25_000_000 };
    expect(probeImage(photos[0] ?? new Uint8Array())).toMatchObject({ width: 800, height: 600 });
    const works = ['decode', 'encodePng'] as const;
    expect(await mostAtOnce(works, 1, () => composed({ concurrency: 4, limits }))).toBe(1);
    expect(await composed({ concurrency: 4, limits })).toBe(await composed({ concurrency: 1 }));
  });
});
