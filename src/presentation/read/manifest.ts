import { basename, dirname } from 'node:path';
import { refuseErrors } from '../../errors.ts';
import { type Issue, TEXT_ISSUES } from '../../issues/index.ts';
import { resolveLimits } from '../../limits.ts';
import {
  acceptManifest,
  type CheckedManifest,
  type Manifest,
  parseDuration,
  readContentType,
  readManifest,
  readRawValue,
  type SoundMedia,
} from '../../manifest/index.ts';
import type { MessageHeaders } from '../../message/index.ts';
import { allRead } from '../../schema/index.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';
import type { Asset } from '../asset.ts';
import type { PresentationContent, SmilMode } from '../content.ts';
import type { AuthoredDraft, CompileOptions, MessageDraft } from '../draft.ts';
import { AssetLoader } from './asset-loader.ts';
import { readAsset } from './file.ts';
import {
  type BundlePlace,
  bundleSource,
  diskSource,
  type FileSource,
  type SourceOptions,
} from './file-source.ts';
import { at, placed, problemsIn } from './in-place.ts';
import { loadMedia, mediaProblems } from './load-media.ts';
import type { MediaContext } from './manifest-media.ts';
import { listedParts } from './manifest-parts.ts';
import { PictureQueue } from './picture-queue.ts';
import { findReceiver } from './profile.ts';
import { loadReferences } from './smil-file.ts';

/** How a manifest is read. */
export interface ManifestOptions
  extends Pick<CompileOptions, 'smil' | 'metadata' | 'concurrency'>,
    SourceOptions {
  /** Folder that paths are relative to; that of the file, or the working directory. */
  readonly baseDir?: string | undefined;
}

/** A manifest without problems, and where its files are. */
export interface OpenedManifest {
  readonly manifest: Manifest;
  readonly source: FileSource;
  /** Where a path of the manifest stands in its text. */
  readonly placeOf?: CheckedManifest['placeOf'];
  readonly issues: readonly Issue[];
}

/**
 * Reads and checks a manifest: a file name, or the manifest as an object.
 * @throws MmsError with every problem in `details.issues`
 */
export async function openManifest(
  source: string | Manifest,
  options: ManifestOptions,
): Promise<OpenedManifest> {
  const { limits = {}, onRead, baseDir } = options;
  if (typeof source !== 'string') {
    return accepted(acceptManifest(source), diskSource(baseDir ?? '.', options));
  }
  const { maxManifestBytes } = resolveLimits(limits);
  await onRead?.(source);
  const { data } = await readAsset(source, { limits: { ...limits, maxAssetBytes: maxManifestBytes } });
  return openManifestText(data, source, { ...options, baseDir: baseDir ?? dirname(source) });
}

/** A manifest as text, whose paths are those of files on disk. */
export async function openManifestText(
  data: Uint8Array,
  file: string,
  options: ManifestOptions,
): Promise<OpenedManifest> {
  return parseManifest(data, file, options, diskSource(options.baseDir ?? '.', options));
}

/** A manifest among the files of a folder or an archive, which are all that it can name. */
export async function openManifestAmong(
  { name, data }: Pick<Asset, 'name' | 'data'>,
  files: readonly Pick<Asset, 'name' | 'data'>[],
  place: BundlePlace,
  options: ManifestOptions,
): Promise<OpenedManifest> {
  const source = bundleSource(files, name, place);
  await source.read(source.locate(basename(name), ''));
  return parseManifest(data, name, options, source);
}

async function parseManifest(
  data: Uint8Array,
  file: string,
  { limits }: Pick<ManifestOptions, 'limits'>,
  source: FileSource,
): Promise<OpenedManifest> {
  const warnings = new Warnings(TEXT_ISSUES);
  const { text } = sourceText(data, warnings);
  const checked = await readManifest(text, { file, limits });
  const found = warnings.list.map(one => ({ ...one, file }));
  return accepted({ ...checked, issues: [...found, ...checked.issues] }, source);
}

/** The manifest, or every problem of it and of the files that it names. */
async function accepted(
  { manifest, issues, sound, placeOf }: CheckedManifest,
  source: FileSource,
): Promise<OpenedManifest> {
  if (manifest !== undefined)
    return { manifest, issues, source, ...(placeOf === undefined ? {} : { placeOf }) };
  const pictures = new PictureQueue({});
  const context = { loader: new AssetLoader(source), charset: undefined, background: undefined, pictures };
  const ofFiles =
    sound === undefined
      ? []
      : [...(await mediaProblems(sound, context)), ...(await profileProblems(sound, source))];
  refuseErrors([...issues, ...placed(ofFiles, placeOf)]);
  throw new TypeError('a manifest is refused for its problems');
}

async function profileProblems({ profiles }: SoundMedia, source: FileSource): Promise<readonly Issue[]> {
  const jobs = profiles.map(({ target, profile }) =>
    at(`targets.${target}.profile`, findReceiver(profile, source)),
  );
  return problemsIn(await Promise.allSettled(jobs));
}

/** The keys that say what is made of the message, or by what it is judged. */
type OutputKeys = 'network' | 'contentClass' | 'mode' | 'lint' | 'budget' | 'adapt' | 'targets' | 'out';

/** The keys that say what the message is. */
type ContentKeys = Omit<Manifest, OutputKeys>;

/** What a manifest says of a message besides its parts. */
export type MessageFrame = Pick<PresentationContent, 'messageType' | 'headers' | 'issues'>;

/** A message that a manifest describes, its files read: what is to be assembled, or the parts that it lists. */
export type ManifestDraft = { readonly frame: MessageFrame } & (
  | { readonly slides: MessageDraft }
  | { readonly authored: AuthoredDraft }
  | { readonly listed: Pick<PresentationContent, 'parts' | 'smil' | 'contentType' | 'issues'> }
);

/**
 * Reads what a checked manifest describes.
 * @throws MmsError for a file that is missing or no picture, with the place in the manifest
 */
export async function readManifestDraft(
  { manifest, source, issues }: Omit<OpenedManifest, 'manifest'> & { readonly manifest: ContentKeys },
  options: ManifestOptions,
): Promise<ManifestDraft> {
  const {
    $schema: _schema,
    vars: _vars,
    smil,
    metadata: statedMetadata,
    parts,
    slides = [],
    attachments = [],
    layout,
    defaults,
    ...rest
  } = manifest;
  const { pdu, subject, to, headers, unknown, applicationHeaders, contentType, ...unread } = rest;
  allRead(unread);
  const { duration, charset, background, ...unreadDefaults } = defaults ?? {};
  allRead(unreadDefaults);
  const metadata = options.metadata ?? statedMetadata;
  const loader = new AssetLoader(source);
  const context: MediaContext = { loader, charset, background, pictures: new PictureQueue(options) };
  const frame = {
    messageType: messageTypeOf(pdu),
    headers: headersOf({ subject, to, headers, unknown, applicationHeaders }),
    issues,
  };
  if (parts !== undefined) {
    const stated = contentType && readContentType(contentType);
    const listed = await listedParts(parts, stated, loader, metadata);
    return { frame, listed: { ...listed, issues: [...issues, ...listed.issues], contentType: stated } };
  }
  const mode = smilModeOf(smil ?? 'auto', options);
  const media = await loadMedia({ slides, attachments, document: mode.file }, context);
  const { slides: drafts, attachments: aside, document } = media;
  const shown = { layout, slideDurationMs: defaultDuration(duration), metadata, ...frame };
  if (mode.file === undefined || document === undefined) {
    return {
      frame,
      slides: { ...shown, slides: drafts, attachments: aside, hasSmil: mode.smil !== 'never' },
    };
  }
  const named = await loadReferences(document, source.locate(mode.file, 'smil'), source);
  const assets = [...named, ...aside];
  if (mode.smil === 'never') return { frame, slides: { ...shown, slides: [], attachments: assets } };
  const verbatim = mode.smil === 'verbatim';
  return { frame, authored: { ...shown, document, assets, verbatim, unreferenced: undefined } };
}

function messageTypeOf(pdu: Manifest['pdu']): PresentationContent['messageType'] {
  return pdu === undefined ? undefined : `m-${pdu}`;
}

type HeaderKeys = 'subject' | 'to' | 'headers' | 'unknown' | 'applicationHeaders';

function headersOf({
  subject,
  to,
  headers,
  unknown,
  applicationHeaders,
}: Pick<Manifest, HeaderKeys>): MessageHeaders {
  const entries = Object.entries({
    ...headers,
    subject: subject ?? headers?.subject,
    to: to ?? headers?.to,
    unknown: unknown?.map(readRawValue),
    applicationHeaders,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const MODES: ReadonlySet<string> = new Set(['auto', 'always', 'never', 'verbatim']);

function isMode(smil: string): smil is SmilMode {
  return MODES.has(smil);
}

/** Options win over the manifest; a document that it names tells the media, if nothing else. */
function smilModeOf(smil: string, options: ManifestOptions): { smil: SmilMode; file?: string } {
  const stated = isMode(smil) ? smil : 'auto';
  const mode = options.smil ?? stated;
  return isMode(smil) ? { smil: mode } : { smil: mode, file: smil };
}

function defaultDuration(stated: string | number | undefined): number | undefined {
  const duration = stated === undefined ? 'auto' : parseDuration(stated);
  return duration === 'auto' ? undefined : duration;
}
