import { MmsError } from '../errors.ts';
import { parseTime } from './duration.ts';
import type {
  ManifestAttachment,
  ManifestAudio,
  ManifestPicture,
  ManifestText,
  ManifestVideo,
} from './media-shapes.ts';

/** Where the octets of a medium come from. */
export type MediumSource =
  /** A file, relative to the manifest. */
  | { readonly kind: 'file'; readonly path: string }
  /** The text itself; `name` is that of an attachment. */
  | { readonly kind: 'text'; readonly text: string; readonly name?: string | undefined }
  /** Octets that a script passes. */
  | { readonly kind: 'octets'; readonly data: Uint8Array; readonly name: string }
  /** A melody as text, which its own reader reads. */
  | { readonly kind: 'tune-text'; readonly text: string }
  /** A melody or a card as an object, which its own encoder checks. */
  | { readonly kind: 'tune' | 'card'; readonly model: Readonly<Record<string, unknown>> };

type Medium = ManifestPicture | ManifestVideo | ManifestText | ManifestAudio | ManifestAttachment;
type MediumObject = Exclude<Medium, string>;

type KeyOf<M> = M extends unknown ? keyof M : never;
type ValueOf<M, K> = M extends unknown ? (K extends keyof M ? M[K] : never) : never;

/** Any medium as an object: the keys of all. */
type AnyMedium = { readonly [K in KeyOf<MediumObject>]?: ValueOf<MediumObject, K> | undefined };

/** A medium in one form, whatever its author wrote: its source, its times as numbers, and the rest as it was. */
export interface ResolvedMedium
  extends Omit<AnyMedium, 'src' | 'file' | 'value' | 'data' | 'name' | 'tune' | 'card' | 'begin' | 'end'> {
  readonly source: MediumSource;
  readonly beginMs?: number;
  readonly endMs?: number;
}

/** Where a medium stands in a manifest. */
export type MediumKey = 'image' | 'video' | 'text' | 'audio' | 'attachment';

/**
 * Brings a medium of a checked manifest into one form. A string under `text` is the text itself, under any other key a
 * path.
 * @throws MmsError `manifest/missing` without a source, `manifest/value` for what is not a time
 * @example resolveMedium('image', { src: 'a.jpg', begin: '1s' })
 * // { source: { kind: 'file', path: 'a.jpg' }, beginMs: 1000 }
 */
export function resolveMedium(key: MediumKey, medium: Medium): ResolvedMedium {
  if (typeof medium === 'string') {
    return { source: key === 'text' ? { kind: 'text', text: medium } : { kind: 'file', path: medium } };
  }
  const { src, file, value, data, name, tune, card, begin, end, ...rest }: AnyMedium = medium;
  return {
    ...rest,
    source: sourceOf({ src, file, value, data, name, tune, card }),
    ...(begin === undefined ? {} : { beginMs: parseTime(begin) }),
    ...(end === undefined ? {} : { endMs: parseTime(end) }),
  };
}

function sourceOf({ src, file = src, value, data, name, tune, card }: AnyMedium): MediumSource {
  if (file !== undefined) return { kind: 'file', path: file };
  if (value !== undefined) return { kind: 'text', text: value, ...(name === undefined ? {} : { name }) };
  if (data !== undefined && name !== undefined) return { kind: 'octets', data, name };
  if (typeof tune === 'string') return { kind: 'tune-text', text: tune };
  if (tune !== undefined) return { kind: 'tune', model: tune };
  if (card !== undefined) return { kind: 'card', model: card };
  throw new MmsError('manifest/missing', 'expected a file, a text, or data with a name');
}
