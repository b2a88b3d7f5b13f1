import {
  type ManifestAttachment,
  type ManifestSlide,
  type MediumSource,
  parseDuration,
  type ResolvedMedium,
  resolveMedium,
} from '../../manifest/index.ts';
import type { ImageFormat } from '../../media/index.ts';
import { allRead } from '../../schema/index.ts';
import { type Asset, type TextCharset, textAsset } from '../asset.ts';
import { type PlacedAsset, SLIDE_MEDIA, type SlideDraft } from '../draft.ts';
import type { AssetLoader } from './asset-loader.ts';
import { allOf, at, within } from './in-place.ts';
import type { MediumPlace } from './medium-place.ts';
import type { PictureQueue } from './picture-queue.ts';

/** What the media of a manifest are made with. */
export interface MediaContext {
  readonly loader: AssetLoader;
  /** Charset of texts that stand in the manifest. */
  readonly charset: TextCharset | undefined;
  /** What shows through transparent pictures, as `#rrggbb`. */
  readonly background: string | undefined;
  /** Converts pictures. */
  readonly pictures: PictureQueue;
}

/**
 * The slide of a manifest with its assets; `index` counts from 0.
 * @throws MmsError with all problems of the slide
 */
export async function draftSlide(
  slide: ManifestSlide,
  index: number,
  context: MediaContext,
): Promise<SlideDraft> {
  const { alt, duration: stated, image: _i, video: _v, text: _t, audio: _a, ...unread } = slide;
  allRead(unread);
  const stem = `slide${index + 1}`;
  const jobs = SLIDE_MEDIA.map(async key => {
    const medium = slide[key];
    if (medium === undefined) return [];
    const path = `slides[${index}].${key}`;
    const resolved = resolveMedium(key, medium);
    const isPicture = key === 'image' || key === 'video';
    const otherwise = isPicture ? alt : undefined;
    const placed = placeMedium(resolved, resolved.alt ?? otherwise, { path, stem }, context);
    return [[key, await at(path, placed)] as const];
  });
  const media: { [K in (typeof SLIDE_MEDIA)[number]]?: PlacedAsset } = Object.fromEntries(
    (await allOf(jobs)).flat(),
  );
  const duration = stated === undefined ? 'auto' : parseDuration(stated);
  return { ...media, ...(duration === 'auto' ? {} : { durationMs: duration }) };
}

async function placeMedium(
  medium: ResolvedMedium,
  alt: string | undefined,
  place: MediumPlace,
  context: MediaContext,
): Promise<PlacedAsset> {
  const { beginMs, endMs, fit } = medium;
  return { asset: await assetOf(medium, place, context), alt, beginMs, endMs, fit };
}

/** The part that no slide shows; `index` counts from 0. */
export function attachmentAsset(
  attachment: ManifestAttachment,
  index: number,
  context: MediaContext,
): Promise<Asset> {
  const place = { path: `attachments[${index}]`, stem: `attachment${index + 1}` };
  return at(place.path, assetOf(resolveMedium('attachment', attachment), place, context));
}

async function assetOf(medium: ResolvedMedium, place: MediumPlace, context: MediaContext): Promise<Asset> {
  const { source, type, charset, as, maxColours, ...placed } = medium;
  const { alt: _alt, beginMs: _beginMs, endMs: _endMs, fit: _fit, ...unread } = placed;
  allRead(unread);
  const asset = await sourceAsset(source, medium, place, context);
  if (as !== undefined || maxColours !== undefined) return convertPicture(asset, as, maxColours, context);
  if (type === undefined && charset === undefined) return asset;
  return { ...asset, contentType: type ?? asset.contentType, charset: charset ?? asset.charset };
}

async function sourceAsset(
  source: MediumSource,
  { type, charset }: Pick<ResolvedMedium, 'type' | 'charset'>,
  { path, stem }: MediumPlace,
  context: MediaContext,
): Promise<Asset> {
  switch (source.kind) {
    case 'file':
      return context.loader.load(source.path, path);
    case 'octets':
      return { name: source.name, data: source.data, path };
    case 'text':
      return textAsset(source.text, source.name ?? `${stem}.txt`, path, charset ?? context.charset);
    case 'tune-text':
      return within(`${path}.tune`, async () => {
        const { readTune } = await import('./tune-asset.ts');
        return readTune(source.text, { type, stem, path }, context.loader);
      });
    case 'tune':
      return within(`${path}.tune`, async () => {
        const { modelledTune } = await import('./tune-asset.ts');
        return modelledTune(source.model, { type, stem, path });
      });
    case 'card':
      return within(`${path}.card`, async () => {
        const { cardAsset } = await import('./card-asset.ts');
        return cardAsset(source.model, stem, path);
      });
  }
}

/** A picture in the format and colours that the author asks for. */
async function convertPicture(
  asset: Asset,
  as: ImageFormat | undefined,
  maxColours: number | undefined,
  { background, pictures }: MediaContext,
): Promise<Asset> {
  const { data, contentType } = await pictures.adapt(asset.data, {
    ...(as === undefined ? {} : { formats: [as] }),
    maxColours,
    background,
  });
  const name =
    as === undefined
      ? asset.name
      : `${asset.name.replace(/\.[^./]{1,10}$/, '')}.${as === 'jpeg' ? 'jpg' : as}`;
  return { ...asset, name, data, contentType };
}
