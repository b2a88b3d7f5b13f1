import { MmsError } from '../../errors.ts';
import { type Limits, resolveLimits } from '../../limits.ts';
import { fittingNeed, type ImageConstraints, type ImageInfo, probeImage } from '../../media/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import { shareOut } from './share.ts';

/** Bounds of each picture, by its part. */
export type PictureLimits = ReadonlyMap<PresentationPart, Partial<Limits>>;

/**
 * The bounds of a message's pictures, which are decoded one after the other and kept together: all of them take no more
 * memory than one may.
 * @throws MmsError `media/too-many-pixels`
 */
export function limitPictures(
  parts: readonly PresentationPart[],
  constraints: ImageConstraints,
  own: Partial<Limits> | undefined,
): PictureLimits {
  const limits = resolveLimits(own);
  const pictures = parts.flatMap(part => {
    const info = part.kind === 'smil' || part.kind === 'drm' ? undefined : probeImage(part.data);
    return info === undefined ? [] : [{ part, info }];
  });
  refuseTooMany(
    pictures.map(({ info }) => info),
    limits,
  );
  const needs = pictures.map(({ info }) => fittingNeed(info, constraints, limits));
  const decoding = Math.max(0, ...needs.map(need => need.decoding));
  const shares = shareOut(
    limits.maxImageMemoryBytes - decoding,
    needs.map(need => Math.ceil(need.fitting)),
  );
  return new Map(
    pictures.map(({ part }, index) => {
      const maxImageMemoryBytes = Math.ceil((needs[index]?.decoding ?? 0) + (shares[index] ?? 0));
      return [part, { ...own, maxImageMemoryBytes }];
    }),
  );
}

function refuseTooMany(pictures: readonly ImageInfo[], { maxMessagePixels }: Limits): void {
  const pixels = pictures.reduce((sum, { width, height, frames }) => sum + width * height * frames, 0);
  if (pixels <= maxMessagePixels) return;
  throw new MmsError(
    'media/too-many-pixels',
    `expected pictures of at most ${maxMessagePixels} pixels together, found ${pixels}`,
    { hint: 'leave pictures out, make them smaller, or raise the limit maxMessagePixels' },
  );
}
