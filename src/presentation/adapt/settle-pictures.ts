import { isMmsError } from '../../errors.ts';
import type { AdaptedImage, PreparedImage } from '../../media/index.ts';
import { sideBySide } from '../side-by-side.ts';
import { levelOut } from './level-out.ts';
import { shareOut } from './share.ts';

/** A picture that was encoded. */
export interface SettledPicture {
  readonly image: AdaptedImage;
  /** How like its best it looks, 1 for no difference; `undefined` where that is not measured. */
  readonly ssim: number | undefined;
}

/** After so many rounds of sharing anew the pictures are as good as they get. */
const ROUNDS = 2;
/** A share that changes by less is not worth an encode. */
const WORTH_ANOTHER_ROUND = 0.04;
/** What may be left of the octets. */
const LEFT_OVER = 0.015;

/** What pictures share. */
interface Shared {
  /** Octets that each takes at its best. */
  readonly needs: readonly number[];
  /** Octets for all of them. */
  readonly free: number;
  /** Pictures that are encoded at once. */
  readonly concurrency: number;
}

/**
 * Encodes pictures that share a number of octets: first by their need, then so that the worst of them looks as good as
 * it can, and what is left goes to the worst that can use it.
 * @throws MmsError `media/cannot-fit`
 */
export async function settlePictures(
  pictures: readonly PreparedImage[],
  { needs, free, concurrency }: Shared,
  onSettled: (done: number) => void,
): Promise<readonly SettledPicture[]> {
  const first = shareOut(free, needs);
  let done = 0;
  let settled = await sideBySide(pictures, concurrency, async (picture, index) => {
    const encoded = await encode(picture, first[index] ?? 0);
    onSettled(++done);
    return encoded;
  });
  for (let round = 0; round < ROUNDS; round++) {
    const shares = levelOut(settled, { needs, free });
    if (shares === undefined || settled.every(({ image }, i) => isNear(image.data.length, shares[i]))) break;
    // Each is encoded, whichever fails: what a picture was encoded to before guides its next search.
    const tried = await sideBySide(pictures, concurrency, (picture, index) =>
      encode(picture, shares[index] ?? 0).catch(refuseOtherErrors),
    );
    const again = tried.filter(one => one !== undefined);
    if (again.length < tried.length || worst(again) <= worst(settled)) break;
    settled = again;
  }
  return useWhatIsLeft(pictures, settled, free);
}

async function encode(picture: PreparedImage, maxBytes: number): Promise<SettledPicture> {
  const image = await picture.within(maxBytes);
  return { image, ssim: await picture.similarity(image) };
}

/** A picture that cannot be made as small as the others would like it keeps what it had. */
function refuseOtherErrors(error: unknown): undefined {
  if (isMmsError(error) && error.code === 'media/cannot-fit') return undefined;
  throw error;
}

function isNear(bytes: number, share = bytes): boolean {
  return Math.abs(share - bytes) <= bytes * WORTH_ANOTHER_ROUND;
}

function worst(settled: readonly SettledPicture[]): number {
  return Math.min(...settled.map(({ ssim = 1 }) => ssim));
}

async function useWhatIsLeft(
  pictures: readonly PreparedImage[],
  settled: readonly SettledPicture[],
  free: number,
): Promise<readonly SettledPicture[]> {
  const result = [...settled];
  let left = free - settled.reduce((sum, { image }) => sum + image.data.length, 0);
  const hungry = pictures
    .map((picture, index) => ({ picture, index, ssim: settled[index]?.ssim ?? 1 }))
    .filter(({ index }) => settled[index]?.image.best !== true)
    .sort((a, b) => a.ssim - b.ssim);
  for (const [position, { picture, index }] of hungry.entries()) {
    if (left < free * LEFT_OVER) break;
    const before = settled[index]?.image.data.length ?? 0;
    const again = await encode(picture, before + Math.floor(left / (hungry.length - position)));
    if (again.image.data.length <= before) continue;
    left -= again.image.data.length - before;
    result[index] = again;
  }
  return result;
}
