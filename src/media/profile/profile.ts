import { requireText } from '../../bytes/index.ts';
import { usualCharset } from '../../text/index.ts';
import { namesOfType } from '../formats.ts';
import type { ImageConstraints } from '../image/fit/constraints.ts';
import type { ImageFormat, PixelSize } from '../image/read/image-info.ts';
import { checkCharsetsTaken, checkTypesTaken } from '../shapes.ts';

/** What a receiver takes: a handset, or a content class. Plain data, so a JSON file holds one too. */
export interface Profile {
  readonly id: string;
  /** Most octets of the encoded message; absent: not bounded. */
  readonly maxBytes?: number;
  /** Largest picture; absent: not bounded. */
  readonly maxImage?: PixelSize;
  /** The display, for previews. */
  readonly screen?: PixelSize;
  /** Media types in any case; `image/*` takes all of a kind, a lone `*` everything. Plain text and SMIL always pass. */
  readonly accept: readonly string[];
  /** Charsets of texts; absent: us-ascii, utf-8 and utf-16. */
  readonly charsets?: readonly string[];
  /** Most characters of a text that it shows; absent: not known. */
  readonly maxTextLength?: number;
  /** Animated GIFs move; otherwise the first frame shows. */
  readonly animation?: boolean;
  /** Where the figures come from. */
  readonly source?: string;
}

/** Charsets that a profile takes when it names none. */
export const DEFAULT_CHARSETS: readonly string[] = ['us-ascii', 'utf-8', 'utf-16'];

/** What every MMS client takes. */
const ALWAYS: ReadonlySet<string> = new Set(['text/plain', 'application/smil']);

/** True when the profile takes a media type, also by another of its names. */
export function acceptsType(profile: Pick<Profile, 'accept'>, contentType: string): boolean {
  checkTypesTaken(profile);
  return acceptedName(profile, contentType) !== undefined;
}

/**
 * The name by which a profile takes a media type: the given one where it lists that or its kind, else the first other
 * name that it lists; `undefined` when it takes none.
 * @example acceptedName({ accept: ['image/jpg'] }, 'image/jpeg') // 'image/jpg'
 */
export function acceptedName(profile: Pick<Profile, 'accept'>, contentType: string): string | undefined {
  const listed = new Set(profile.accept.map(pattern => pattern.trim().toLowerCase()));
  const [given = '', own, ...others] = namesOfType(contentType);
  const isNamed = (name: string): boolean => ALWAYS.has(name) || listed.has(name);
  // a kind stands for the names that people use, not for the odd ones such as application/x-png
  const isTaken = (name = ''): boolean => isNamed(name) || listed.has(`${name.split('/', 1)[0]}/*`);
  if (listed.has('*/*') || listed.has('*') || isTaken(given)) return contentType;
  if (own !== undefined && isNamed(own)) return own;
  return others.find(isNamed) ?? (own !== undefined && isTaken(own) ? own : undefined);
}

/** True when the profile takes texts in a charset. */
export function acceptsCharset(profile: Pick<Profile, 'charsets'>, charset: string): boolean {
  checkCharsetsTaken(profile);
  requireText(charset, 'a charset', 'charset');
  const wanted = usualCharset(charset);
  const charsets = profile.charsets ?? DEFAULT_CHARSETS;
  return charsets.some(name => name === '*' || usualCharset(name) === wanted);
}

const IMAGE_TYPES: readonly (readonly [ImageFormat, string])[] = [
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['png', 'image/png'],
  ['wbmp', 'image/vnd.wap.wbmp'],
  ['bmp', 'image/bmp'],
];

/** What a profile asks of one picture, for `adaptImage`. The octets are those of the whole message: share them out. */
export function imageConstraints(profile: Profile): ImageConstraints {
  checkTypesTaken(profile);
  const { maxImage, maxBytes, animation = false } = profile;
  return {
    formats: IMAGE_TYPES.filter(([, type]) => acceptsType(profile, type)).map(([format]) => format),
    animation,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(maxImage === undefined ? {} : { maxWidth: maxImage.width, maxHeight: maxImage.height }),
  };
}
