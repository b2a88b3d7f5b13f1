import sharp from 'sharp';
import type { PreparedImage } from '../../src/media/index.ts';
import { photo } from '../../test/media/pictures.ts';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

const PHOTOS = [
  [2048, 1536],
  [2240, 1680],
  [2592, 1944],
  [1536, 2048],
  [2400, 1600],
  [2560, 1920],
] as const;

const KIB = 1024;
const CASES = [
  { kib: 30, maxWidth: 640, maxHeight: 480 },
  { kib: 300, maxWidth: 640, maxHeight: 480 },
  { kib: 600, maxWidth: 1600, maxHeight: 1200 },
] as const;

/** Equal shares; who needs less gives the rest to the others. */
function shares(needs: readonly number[], total: number): number[] {
  const result = new Map<number, number>();
  let left = total;
  const order = needs.map((need, i) => ({ need, i })).sort((a, b) => a.need - b.need);
  order.forEach(({ need, i }, position) => {
    const share = Math.min(need, Math.floor(left / (order.length - position)));
    result.set(i, share);
    left -= share;
  });
  return needs.map((_, i) => result.get(i) ?? 0);
}

/** Six photos of 3 to 5 million pixels fitted in sequence, against a plain resize and encode by sharp of each. */
export async function adaptWorks(build: Build): Promise<readonly Work[]> {
  const { prepareImage } = await build.room('media');
  sharp.cache(false);
  const photos = await Promise.all(
    PHOTOS.map(([width, height], i) =>
      photo(width, height, i + 1)
        .jpeg({ quality: 92 })
        .toBuffer(),
    ),
  );
  const cases = CASES.map(({ kib, maxWidth, maxHeight }) => {
    const maxBytes = kib * KIB;
    const run = async (): Promise<void> => {
      const prepared: PreparedImage[] = [];
      const needs: number[] = [];
      for (const data of photos) {
        const options = { maxWidth, maxHeight, maxBytes, formats: ['jpeg', 'gif'] } as const;
        const image = await prepareImage(data, options);
        prepared.push(image);
        needs.push(await image.bestBytes());
      }
      const each = shares(needs, maxBytes);
      for (const [i, image] of prepared.entries()) await image.within(each[i] ?? 0);
    };
    const plain = async (): Promise<void> => {
      for (const data of photos) {
        await sharp(data).resize(maxWidth, maxHeight, { fit: 'inside' }).jpeg({ quality: 75 }).toBuffer();
      }
    };
    return {
      name: `six photos to ${kib} KiB inside ${maxWidth}x${maxHeight}`,
      run,
      peer: { name: 'plain sharp', run: plain },
    };
  });
  return [...cases, await bySizeAlone(build, photos)];
}

const LARGE = { width: 4000, height: 3000 };
const SIZE_ALONE_BYTES = 300_000;

/** Six photos of 12 million pixels in a message of so many octets, against sharp, which is told the sizes. */
async function bySizeAlone(build: Build, photos: readonly Buffer[]): Promise<Work> {
  const { presentation } = await build.room('presentation');
  let builder = presentation();
  const large = await Promise.all(
    photos.map(data =>
      sharp(data)
        .resize({ ...LARGE, fit: 'fill' })
        .jpeg({ quality: 92 })
        .toBuffer(),
    ),
  );
  for (const [i, data] of large.entries()) builder = builder.slide({ image: { name: `${i}.jpg`, data } });
  const message = await builder.build();
  const fitted = await message.adapt({ maxBytes: SIZE_ALONE_BYTES });
  const pictures = fitted.presentation.parts.filter(({ kind }) => kind === 'image');
  const sizes = await Promise.all(pictures.map(({ data }) => sharp(data).metadata()));
  const plain = async (): Promise<void> => {
    for (const [i, data] of large.entries()) {
      const { width, height } = sizes[i] ?? LARGE;
      await sharp(data).resize(width, height).jpeg({ quality: 75 }).toBuffer();
    }
  };
  return {
    name: 'six photos of 12 million pixels to 300 kB by size alone',
    run: () => message.adapt({ maxBytes: SIZE_ALONE_BYTES }),
    peer: { name: 'plain sharp', run: plain },
  };
}
