import type { Issue } from '../issues/index.ts';
import { encodeCharset, isAscii } from '../text/index.ts';

/** A medium before it becomes a part. */
export interface Asset {
  /** The name that is wanted; folders in it are dropped. */
  readonly name: string;
  readonly data: Uint8Array;
  /** Media type that the author states; else it is found by name and octets. */
  readonly contentType?: string | undefined;
  /** Charset of a text that the author states. */
  readonly charset?: string | undefined;
  /** Where it stands in the input, such as `slides[1].image`. */
  readonly path?: string | undefined;
  /** The file it was read from. */
  readonly file?: string | undefined;
  /** What was found while it was read. */
  readonly issues?: readonly Issue[] | undefined;
}

/** The names of {@link TextCharset}. */
export const TEXT_CHARSETS = ['us-ascii', 'utf-8', 'utf-16', 'iso-8859-1'] as const;

/** The charsets that a text of the author's may be put in. */
export type TextCharset = (typeof TEXT_CHARSETS)[number];

/** A text as an asset: US-ASCII when it is pure, else UTF-8, unless a charset is asked for. */
export function textAsset(text: string, name: string, path: string, wanted?: TextCharset): Asset {
  const charset = wanted ?? (isAscii(text) ? 'us-ascii' : 'utf-8');
  return { name, data: encodeCharset(text, charset), contentType: 'text/plain', charset, path };
}
