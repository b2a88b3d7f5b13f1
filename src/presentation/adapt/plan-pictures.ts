import { MmsError } from '../../errors.ts';
import { type Limits, resolveLimits } from '../../limits.ts';
import {
  type FitImageOptions,
  fittingBytes,
  fittingNeed,
  type ImageConstraints,
  type ImageInfo,
} from '../../media/index.ts';
import { type PresentationPart, pictureOf } from '../../message/index.ts';
import { WeightedSemaphore } from '../side-by-side.ts';
import { shareOut } from './share.ts';

/** How each picture of a message is fitted, by its part. */
export type PicturePlan = ReadonlyMap<PresentationPart, FitImageOptions>;

/** A picture that is told by its headers. */
interface Picture {
  readonly part: PresentationPart;
  readonly info: ImageInfo;
}

/**
 * Plans the pictures of a message by their headers: about how many octets each is going to have, and how much memory it
 * may take. What they keep and what is being decoded takes together no more than one picture may take alone, however
 * many are fitted at once.
 * @throws MmsError `media/too-many-pixels`
 */
export function planPictures(
  parts: readonly PresentationPart[],
  constraints: ImageConstraints,
  own: Partial<Limits> | undefined,
): PicturePlan {
  const limits = resolveLimits(own);
  const pictures = parts.flatMap((part): Picture[] => {
    const info = part.kind === 'smil' || part.kind === 'drm' ? undefined : pictureOf(part);
    return info === undefined ? [] : [{ part, info }];
  });
  refuseTooMany(pictures, limits);
  const shares = shareOut(
    Math.min(constraints.maxBytes ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    pictures.map(({ part }) => part.data.length),
  );
  const memory = shareMemory(pictures, shares, constraints, limits);
  return new Map(
    pictures.map(({ part }, index) => [
      part,
      { shareBytes: shares[index], ...memory[index], limits: { ...own, ...memory[index]?.limits } },
    ]),
  );
}

/** The bound of each picture, and its turn to be decoded: decoding takes what none of the pictures keeps. */
function shareMemory(
  pictures: readonly Picture[],
  shares: readonly number[],
  constraints: ImageConstraints,
  limits: Limits,
): Pick<FitImageOptions, 'limits' | 'decodeInTurn'>[] {
  const needs = pictures.map(({ part, info }, index) =>
    fittingNeed(part.data, info, constraints, { limits, shareBytes: shares[index] }),
  );
  const decoding = Math.max(0, ...needs.map(need => need?.decoding ?? 0));
  const kept = shareOut(
    limits.maxImageMemoryBytes - decoding,
    needs.map(need => Math.ceil(need?.kept ?? 0)),
  );
  const keptByAll = kept.reduce((sum, octets) => sum + octets, 0);
  const forDecoding = new WeightedSemaphore(limits.maxImageMemoryBytes - keptByAll);
  return needs.map((need, index) => {
    if (need === undefined) return {};
    const bytes = Math.ceil(fittingBytes({ ...need, kept: kept[index] ?? 0 }));
    return {
      limits: { maxImageMemoryBytes: Math.min(bytes, limits.maxImageMemoryBytes) },
      decodeInTurn: decode => forDecoding.run(Math.ceil(need.decoding), decode),
    };
  });
}

function refuseTooMany(pictures: readonly Picture[], { maxMessagePixels }: Limits): void {
  const pixels = pictures.reduce((sum, { info }) => sum + info.width * info.height * info.frames, 0);
  if (pixels <= maxMessagePixels) return;
  throw new MmsError(
    'media/too-many-pixels',
    `expected pictures of at most ${maxMessagePixels} pixels together, found ${pixels}`,
    { hint: 'leave pictures out, make them smaller, or raise the limit maxMessagePixels' },
  );
}
