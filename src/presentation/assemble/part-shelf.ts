import type { Issue } from '../../issues/index.ts';
import {
  type DetectedMedia,
  detectMedia,
  parseContentType,
  partNamer,
  stripMetadata,
} from '../../media/index.ts';
import { type PartContent, type PresentationPart, partByRule } from '../../message/index.ts';
import { usualCharset } from '../../text/index.ts';
import { type Asset, TEXT_CHARSETS } from '../asset.ts';
import type { MetadataMode } from '../content.ts';
import { convertText } from './text-octets.ts';

/** Turns assets into parts with unique names, each asset once, in the order of their first use. */
export class PartShelf {
  readonly parts: PresentationPart[] = [];
  readonly issues: Issue[] = [];
  readonly #safeName: ReturnType<typeof partNamer>;
  readonly #metadata: MetadataMode;
  readonly #byAsset = new Map<Asset, Promise<PresentationPart>>();

  /**
   * @param reserved names that no part may have
   * @param metadata what becomes of that of pictures; it is taken off by default
   */
  constructor(reserved: readonly string[], metadata: MetadataMode = 'strip') {
    this.#safeName = partNamer(reserved);
    this.#metadata = metadata;
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
    const { name, issues } = this.#safeName(asset.name);
    const { contentType, kind, charset, data, issues: found } = await settle(asset, this.#metadata);
    const place = placeOf(asset);
    this.issues.push(...[...(asset.issues ?? []), ...issues, ...found].map(one => ({ ...one, ...place })));
    const part = partByRule({ name, kind, contentType, charset, data });
    this.parts.push(part);
    return part;
  }
}

interface Settled extends Omit<PartContent, 'name'> {
  readonly issues: readonly Issue[];
}

/**
 * Type, charset and octets of an asset; plain texts are put into a charset that receivers read, pictures tell nothing of
 * their maker, films not where they were taken.
 */
async function settle(asset: Asset, metadata: MetadataMode): Promise<Settled> {
  const media = await detectMedia(asset);
  if ((media.kind === 'image' || media.kind === 'video') && metadata === 'strip') {
    const { data, issues } = stripMetadata(asset.data) ?? { data: asset.data, issues: [] };
    return { ...media, data, issues: [...media.issues, ...issues] };
  }
  const asked = statedCharset(asset);
  const written = TEXT_CHARSETS.find(one => one === asked);
  const isAuthorsAffair = asked !== undefined && written === undefined;
  const text = isAuthorsAffair || !isConvertible(media) ? undefined : convertText(asset.data, written);
  if (text === undefined) return { ...media, data: asset.data };
  const others = media.issues.filter(({ code }) => code !== 'text/charset-mismatch');
  return { ...media, ...text, issues: [...others, ...text.issues] };
}

/** Other texts may say their charset inside, so they stay as they are; UTF-16 is read there by its mark alone. */
function isConvertible({ contentType, kind, charset }: DetectedMedia): boolean {
  return (
    contentType.toLowerCase() === 'text/plain' || (kind === 'card' && charset?.startsWith('utf-16') === true)
  );
}

function statedCharset({ charset, contentType }: Asset): string | undefined {
  const stated = charset ?? (contentType === undefined ? undefined : parseContentType(contentType).charset);
  return stated === undefined ? undefined : usualCharset(stated);
}

function placeOf({ path, file }: Asset): Pick<Issue, 'path' | 'file'> {
  return { ...(path === undefined ? {} : { path }), ...(file === undefined ? {} : { file }) };
}
