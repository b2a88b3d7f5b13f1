import { type CalendarEntry, type Card, formatVCalendar, formatVCard } from '../cards/index.ts';
import { MmsError } from '../errors.ts';
import { checkTune, toMidi } from '../ringtone/index.ts';
import { type Asset, type TextCharset, textAsset } from './asset.ts';
import type { AssetLoader } from './asset-loader.ts';
import {
  type ManifestAttachment,
  type ManifestAudio,
  type ManifestPicture,
  type ManifestSlide,
  type ManifestText,
  type ManifestVideo,
  parseDuration,
  parseTime,
} from './manifest/index.ts';
import type { PlacedAsset, SlideDraft } from './slide-draft.ts';

/** What the media of a manifest are made with. */
export interface MediaContext {
  readonly loader: AssetLoader;
  /** Charset of texts that stand in the manifest. */
  readonly charset: TextCharset | undefined;
}

/** The slide of a manifest with its assets; `index` counts from 0. */
export async function draftSlide(
  slide: ManifestSlide,
  index: number,
  context: MediaContext,
): Promise<SlideDraft> {
  const path = `slides[${index}]`;
  const name = `slide${index + 1}`;
  const place = <M extends ManifestPicture | ManifestVideo | ManifestAudio | ManifestText>(
    key: 'image' | 'video' | 'text' | 'audio',
    medium: M | undefined,
  ): Promise<PlacedAsset> | undefined =>
    medium === undefined
      ? undefined
      : placeMedium(key, medium, { path: `${path}.${key}`, name, alt: slide.alt }, context);
  const duration = slide.duration === undefined ? undefined : parseDuration(slide.duration);
  return {
    image: await place('image', slide.image),
    video: await place('video', slide.video),
    text: await place('text', slide.text),
    audio: await place('audio', slide.audio),
    durationMs: duration === 'auto' ? undefined : duration,
  };
}

interface Place {
  readonly path: string;
  /** Stem of the name of a medium that has no file. */
  readonly name: string;
  readonly alt?: string | undefined;
}

type Medium = Exclude<ManifestPicture | ManifestVideo | ManifestAudio | ManifestText, string>;

async function placeMedium(
  key: 'image' | 'video' | 'text' | 'audio',
  medium: Medium | string,
  { path, name, alt }: Place,
  context: MediaContext,
): Promise<PlacedAsset> {
  if (typeof medium === 'string') {
    const asset =
      key === 'text'
        ? textAsset(medium, `${name}.txt`, path, context.charset)
        : await context.loader.load(medium, path);
    return { asset, alt: key === 'image' || key === 'video' ? alt : undefined };
  }
  const { begin, end } = medium;
  return {
    asset: await assetOf(medium, { path, name }, context),
    alt: medium.alt ?? (key === 'image' || key === 'video' ? alt : undefined),
    beginMs: begin === undefined ? undefined : parseTime(begin),
    endMs: end === undefined ? undefined : parseTime(end),
  };
}

/** The part that no slide shows; `index` counts from 0. */
export function attachmentAsset(
  attachment: ManifestAttachment,
  index: number,
  context: MediaContext,
): Promise<Asset> {
  const path = `attachments[${index}]`;
  if (typeof attachment === 'string') return context.loader.load(attachment, path);
  return assetOf(attachment, { path, name: `attachment${index + 1}` }, context);
}

type Source = Medium | Exclude<ManifestAttachment, string>;

async function assetOf(
  source: Source,
  { path, name }: Place,
  { loader, charset }: MediaContext,
): Promise<Asset> {
  const stated = { contentType: source.type, charset: 'charset' in source ? source.charset : undefined };
  const file = source.src ?? source.file;
  if (file !== undefined) return withStated(await loader.load(file, path), stated);
  if (source.data !== undefined)
    return withStated({ name: source.name ?? name, data: source.data, path }, stated);
  if ('value' in source && source.value !== undefined) {
    const asset = textAsset(source.value, nameOf(source, `${name}.txt`), path, stated.charset ?? charset);
    return { ...asset, contentType: source.type ?? asset.contentType };
  }
  if ('tune' in source && source.tune !== undefined) {
    return { name: `${name}.mid`, data: toMidi(checkTune(source.tune)), contentType: 'audio/midi', path };
  }
  if ('card' in source && source.card !== undefined) return cardAsset(source.card, name, path);
  throw new MmsError('manifest/missing', 'expected src, data or a content', { path });
}

/** A contact as vCard; an event or to-do, which has a `type`, as vCalendar. Both writers check what they are given. */
function cardAsset(card: Readonly<Record<string, unknown>>, name: string, path: string): Asset {
  const isEntry = Object.hasOwn(card, 'type');
  const text = isEntry ? formatVCalendar(card as unknown as CalendarEntry) : formatVCard(card as Card);
  const contentType = isEntry ? 'text/x-vCalendar' : 'text/x-vCard';
  return { ...textAsset(text, `${name}.${isEntry ? 'vcs' : 'vcf'}`, path), contentType };
}

function nameOf(source: Source, usual: string): string {
  return 'name' in source && source.name !== undefined ? source.name : usual;
}

function withStated(asset: Asset, stated: Pick<Asset, 'contentType' | 'charset'>): Asset {
  const isStated = stated.contentType !== undefined || stated.charset !== undefined;
  return isStated ? { ...asset, ...stated } : asset;
}
