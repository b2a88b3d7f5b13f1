import { formatOfType } from '../formats.ts';
import type { ImageConstraints } from '../image/constraints.ts';
import type { ImageFormat } from '../image/image-info.ts';

/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

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
  const names = namesOf(contentType);
  if (names.some(name => ALWAYS.has(name))) return true;
  return profile.accept.some(pattern => {
    const wanted = pattern.trim().toLowerCase();
    if (wanted === '*/*' || wanted === '*') return true;
    if (wanted.endsWith('/*')) return names.some(name => name.startsWith(wanted.slice(0, -1)));
    return names.includes(wanted);
  });
}

function namesOf(contentType: string): string[] {
  const format = formatOfType(contentType);
  const given = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return [
    given,
    ...(format === undefined ? [] : [format.contentType.toLowerCase(), ...(format.aliases ?? [])]),
  ];
}

/** True when the profile takes texts in a charset. */
export function acceptsCharset(profile: Pick<Profile, 'charsets'>, charset: string): boolean {
  const wanted = charset.toLowerCase();
  const charsets = profile.charsets ?? DEFAULT_CHARSETS;
  return charsets.some(name => name === '*' || name.toLowerCase() === wanted);
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
  const { maxImage, maxBytes, animation = false } = profile;
  return {
    formats: IMAGE_TYPES.filter(([, type]) => acceptsType(profile, type)).map(([format]) => format),
    animation,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(maxImage === undefined ? {} : { maxWidth: maxImage.width, maxHeight: maxImage.height }),
  };
}
