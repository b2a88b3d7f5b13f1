import { type CalendarEntry, type Card, formatVCalendar, formatVCard } from '../../cards/index.ts';
import {
  type ManifestAttachment,
  type ManifestSlide,
  type MediumSource,
  parseDuration,
  type ResolvedMedium,
  resolveMedium,
} from '../../manifest/index.ts';
import { extensionOf, type ImageFormat } from '../../media/index.ts';
import { checkTune, parseTune, sniffTune, TUNE_FORMATS, type Tune, toMidi } from '../../ringtone/index.ts';
import { allRead } from '../../schema/index.ts';
import { type Asset, type TextCharset, textAsset } from '../asset.ts';
import { type PlacedAsset, SLIDE_MEDIA, type SlideDraft } from '../draft.ts';
import type { AssetLoader } from './asset-loader.ts';
import { allOf, at, within } from './in-place.ts';
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

interface Place {
  /** Such as `slides[1].image`. */
  readonly path: string;
  /** Stem of the name of a medium that has no file. */
  readonly stem: string;
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
  place: Place,
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

async function assetOf(medium: ResolvedMedium, place: Place, context: MediaContext): Promise<Asset> {
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
  { path, stem }: Place,
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
      return within(`${path}.tune`, async () => readTune(source.text, { type, stem, path }, context));
    case 'tune':
      return within(`${path}.tune`, async () => tuneAsset(checkTune(source.model), { type, stem, path }));
    case 'card':
      return within(`${path}.card`, async () => cardAsset(source.model, stem, path));
  }
}

interface TunePlace extends Place {
  /** Media type that is asked for. */
  readonly type: string | undefined;
}

/** A melody from its text, or from the file that the text names. */
async function readTune(text: string, place: TunePlace, { loader }: MediaContext): Promise<Asset> {
  const source = isTuneFile(text) ? (await loader.load(text, `${place.path}.tune`)).data : text;
  const { warnings, ...tune } = parseTune(source);
  return { ...tuneAsset(tune, place), issues: warnings };
}

/** No text of a melody ends as these files are called. */
function isTuneFile(text: string): boolean {
  const extension = extensionOf(text.trim());
  const isNamed =
    extension === 'txt' || TUNE_FORMATS.some(({ extensions }) => extensions.includes(extension));
  return isNamed || sniffTune(text)?.isText !== true;
}

/** A melody in the format of the media type that is asked for, else as MIDI. */
function tuneAsset(tune: Tune, { type, stem, path }: TunePlace): Asset {
  const row = TUNE_FORMATS.find(
    ({ mediaTypes }) => type !== undefined && mediaTypes.includes(type.toLowerCase()),
  );
  return row === undefined
    ? { name: `${stem}.mid`, data: toMidi(tune), contentType: 'audio/midi', path }
    : { name: `${stem}.${row.extensions[0]}`, data: row.format(tune, {}), contentType: type, path };
}

/** A contact as vCard; an event or to-do, which has a `type`, as vCalendar. The writers check what they are given. */
function cardAsset(model: Readonly<Record<string, unknown>>, stem: string, path: string): Asset {
  if (Object.hasOwn(model, 'type')) {
    const entry: Partial<CalendarEntry> = model;
    const text = formatVCalendar(entry as CalendarEntry);
    return { ...textAsset(text, `${stem}.vcs`, path), contentType: 'text/x-vCalendar' };
  }
  const card: Card = model;
  return { ...textAsset(formatVCard(card), `${stem}.vcf`, path), contentType: 'text/x-vCard' };
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
