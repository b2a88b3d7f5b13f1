import type { Issue } from '../../issues/index.ts';
import { detectMedia, safePartName } from '../../media/index.ts';
import { type PartContent, type PresentationPart, partByRule } from '../../message/index.ts';
import { encodeCharset, isAscii } from '../../text/index.ts';

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
}

/** The charsets that a text of the author's may be put in. */
export type TextCharset = 'us-ascii' | 'utf-8' | 'utf-16' | 'iso-8859-1';

/** A text as an asset: US-ASCII when it is pure, else UTF-8, unless a charset is asked for. */
export function textAsset(text: string, name: string, path: string, wanted?: TextCharset): Asset {
  const charset = wanted ?? (isAscii(text) ? 'us-ascii' : 'utf-8');
  return { name, data: encodeCharset(text, charset), contentType: 'text/plain', charset, path };
}

/** Turns assets into parts with unique names, each asset once, in the order of their first use. */
export class PartShelf {
  readonly parts: PresentationPart[] = [];
  readonly issues: Issue[] = [];
  readonly #taken: string[];
  readonly #byAsset = new Map<Asset, Promise<PresentationPart>>();

  /** @param reserved names that no part may have */
  constructor(reserved: readonly string[]) {
    this.#taken = [...reserved];
  }

  /** The part of an asset; the findings about it are in {@link issues}. */
  add(asset: Asset): Promise<PresentationPart> {
    let part = this.#byAsset.get(asset);
    if (part === undefined) {
      part = this.#make(asset);
      this.#byAsset.set(asset, part);
    }
    return part;
  }

  async #make(asset: Asset): Promise<PresentationPart> {
    const { name, issues } = safePartName(asset.name, this.#taken);
    this.#taken.push(name);
    const media = await detectMedia(asset);
    const place = placeOf(asset);
    this.issues.push(...issues.map(found => ({ ...found, ...place })));
    this.issues.push(...media.issues.map(found => ({ ...found, ...place })));
    const part = partByRule(contentOf(name, asset, media.contentType, media.kind, media.charset));
    this.parts.push(part);
    return part;
  }
}

function contentOf(
  name: string,
  { data, charset }: Asset,
  contentType: string,
  kind: PartContent['kind'],
  detected: string | undefined,
): PartContent {
  return { name, kind, contentType, charset: charset ?? detected, data };
}

function placeOf({ path, file }: Asset): Pick<Issue, 'path' | 'file'> {
  return { ...(path === undefined ? {} : { path }), ...(file === undefined ? {} : { file }) };
}
