import type { Limits } from '../../limits.ts';
import type { Profile } from '../../media/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import type { MetadataMode } from '../content.ts';
import type { MmsOptions } from '../write/mms.ts';

/** What becomes of a part that the receiver does not take: refuse the message, let a text say so, or leave it out. */
export type Unsupported = 'error' | 'replace' | 'drop';

/** Octets and type of a part that a caller's own transcoder made. */
export interface ConvertedPart {
  readonly data: Uint8Array;
  readonly contentType: string;
}

/** How a message is adapted. */
export interface AdaptOptions {
  readonly unsupported?: Unsupported | undefined;
  /** A transcoder for what this library does not convert (sound, video); `undefined` when it cannot either. */
  readonly convert?:
    | ((part: PresentationPart, accepted: readonly string[]) => Promise<ConvertedPart | undefined>)
    | undefined;
  /** Octets that are kept free where pictures must shrink: 1024, as AOSP does, or a tenth where there is less room. */
  readonly reserveBytes?: number | undefined;
  /** What shows through transparent pixels in a format without transparency: `#rrggbb`. */
  readonly background?: string | undefined;
  /** `keep`: pictures that are not re-encoded keep their metadata, position and all. */
  readonly metadata?: MetadataMode | undefined;
  /** Bounds on its pictures other than the defaults of `LIMITS`. */
  readonly limits?: Partial<Limits> | undefined;
  /**
   * Pictures that are fitted at once, 2 by default: fewer where they would take more memory together than
   * `maxImageMemoryBytes`. The octets of the message do not depend on it.
   */
  readonly concurrency?: number | undefined;
  /** Header fields that the message will be sent with: they count. */
  readonly headers?: MmsOptions | undefined;
  /** Told after each picture, in whichever order they are done. */
  readonly onProgress?: ((done: number, pictures: number) => void) | undefined;
}

/** What {@link AdaptOptions} are when left out. */
export const ADAPT_DEFAULTS = { unsupported: 'error', reserveBytes: 1024 } as const satisfies AdaptOptions;

/** A receiver: a profile, or bounds alone, which take every media type. */
export type AdaptTarget = Profile | Pick<Profile, 'maxBytes' | 'maxImage'>;

/** What a profile is called that is made of bounds. */
export const LIMITS_ALONE = 'limits';

/** A target as a profile. */
export function profileOf(target: AdaptTarget): Profile {
  return 'accept' in target
    ? target
    : { id: LIMITS_ALONE, accept: ['*/*'], charsets: ['*'], animation: true, ...target };
}
