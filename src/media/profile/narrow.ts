import type { Profile } from './profile.ts';

/** Bounds of a message, whoever sets them: a phone, its network, or the author. */
export type SizeLimits = Pick<Profile, 'maxBytes' | 'maxImage'>;

/**
 * A receiver with further bounds: of two the smaller counts, of two pictures the one that fits both.
 * @example narrow(findProfile('nokia-6230'), { maxBytes: 50_000 }).maxBytes // 50000
 */
export function narrow<Receiver extends SizeLimits>(receiver: Receiver, limits: SizeLimits): Receiver {
  const maxBytes = Math.min(
    receiver.maxBytes ?? Number.POSITIVE_INFINITY,
    limits.maxBytes ?? Number.POSITIVE_INFINITY,
  );
  const maxImage = commonSize(receiver.maxImage, limits.maxImage);
  return {
    ...receiver,
    ...(Number.isFinite(maxBytes) ? { maxBytes } : {}),
    ...(maxImage === undefined ? {} : { maxImage }),
  };
}

function commonSize(a: SizeLimits['maxImage'], b: SizeLimits['maxImage']): SizeLimits['maxImage'] {
  if (a === undefined || b === undefined) return a ?? b;
  return { width: Math.min(a.width, b.width), height: Math.min(a.height, b.height) };
}
