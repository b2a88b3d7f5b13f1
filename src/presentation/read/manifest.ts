import { dirname, resolve } from 'node:path';
import { MmsError, refuseErrors } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { type Limits, resolveLimits } from '../../limits.ts';
import {
  acceptManifest,
  type CheckedManifest,
  type Manifest,
  parseDuration,
  readContentType,
  readManifest,
  readRawValue,
} from '../../manifest/index.ts';
import type { MessageHeaders } from '../../message/index.ts';
import type { LayoutOptions } from '../../smil/index.ts';
import { assembleAuthored } from '../assemble/authored.ts';
import type { CompileOptions } from '../assemble/compile.ts';
import { assembleDraft } from '../assemble/slide-draft.ts';
import type { PresentationContent, SmilMode } from '../content.ts';
import { AssetLoader } from './asset-loader.ts';
import { readAsset } from './file.ts';
import { attachmentAsset, draftSlide, type MediaContext } from './manifest-media.ts';
import { listedParts } from './manifest-parts.ts';
import { loadReferences } from './smil-file.ts';

/** How a manifest is read. */
export interface ManifestOptions extends Pick<CompileOptions, 'smil'> {
  /** Folder that paths are relative to; that of the file, or the working directory. */
  readonly baseDir?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** A manifest without problems, and where its paths begin. */
export interface OpenedManifest {
  readonly manifest: Manifest;
  readonly baseDir: string;
  readonly issues: readonly Issue[];
}

/**
 * Reads and checks a manifest: a file name, or the manifest as an object.
 * @throws MmsError with every problem in `details.issues`
 */
export async function openManifest(
  source: string | Manifest,
  { baseDir, limits = {} }: ManifestOptions,
): Promise<OpenedManifest> {
  if (typeof source !== 'string') return { ...accepted(acceptManifest(source)), baseDir: baseDir ?? '.' };
  const { maxManifestBytes } = resolveLimits(limits);
  const { data } = await readAsset(source, undefined, { ...limits, maxAssetBytes: maxManifestBytes });
  const checked = await readManifest(new TextDecoder().decode(data), { file: source, limits });
  return { ...accepted(checked), baseDir: baseDir ?? dirname(source) };
}

function accepted({ manifest, issues }: CheckedManifest): Omit<OpenedManifest, 'baseDir'> {
  refuseErrors(issues);
  if (manifest === undefined)
    throw new MmsError('manifest/invalid', 'the manifest has problems', { details: { issues } });
  return { manifest, issues };
}

/** The message of a manifest. */
export async function readManifestMessage(
  source: string | Manifest,
  options: ManifestOptions,
): Promise<PresentationContent> {
  return composeManifest(await openManifest(source, options), options);
}

/**
 * Makes the message that a checked manifest describes.
 * @throws MmsError for a file that is missing or no picture, with the place in the manifest
 */
export async function composeManifest(
  { manifest, baseDir, issues }: OpenedManifest,
  options: ManifestOptions,
): Promise<PresentationContent> {
  const loader = new AssetLoader(baseDir, options.limits);
  const context: MediaContext = {
    loader,
    charset: manifest.defaults?.charset,
    background: manifest.defaults?.background,
  };
  const base = { messageType: messageTypeOf(manifest), headers: headersOf(manifest), issues };
  if (manifest.parts !== undefined) {
    const contentType = manifest.contentType && readContentType(manifest.contentType);
    const listed = await listedParts(manifest.parts, contentType, loader);
    return { ...base, ...listed, issues: [...issues, ...listed.issues], contentType };
  }
  const mode = smilModeOf(manifest, options);
  const attachments = await Promise.all(
    (manifest.attachments ?? []).map((attachment, index) => attachmentAsset(attachment, index, context)),
  );
  const layout: LayoutOptions | undefined = manifest.layout;
  const slideDurationMs = defaultDuration(manifest);
  if (mode.file !== undefined) {
    const document = await loader.load(mode.file, 'smil');
    const assets = await loadReferences(document, resolve(baseDir, mode.file), options.limits);
    if (mode.smil === 'never') {
      const shown = { slides: [], attachments: [...assets, ...attachments], smil: mode.smil };
      return { ...base, ...(await assembleDraft({ ...shown, ...base })) };
    }
    const draft = { document, assets: [...assets, ...attachments], verbatim: mode.smil === 'verbatim' };
    return {
      ...base,
      ...(await assembleAuthored({ ...draft, unreferenced: 'attach', layout, slideDurationMs, ...base })),
    };
  }
  const slides = await Promise.all(
    (manifest.slides ?? []).map((slide, index) => draftSlide(slide, index, context)),
  );
  const smil = mode.smil === 'never' ? 'never' : 'always';
  return {
    ...base,
    ...(await assembleDraft({ slides, attachments, smil, layout, slideDurationMs, ...base })),
  };
}

function messageTypeOf({ pdu }: Manifest): PresentationContent['messageType'] {
  return pdu === undefined ? undefined : `m-${pdu}`;
}

function headersOf({ subject, to, headers, unknown, applicationHeaders }: Manifest): MessageHeaders {
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
function smilModeOf(
  { smil = 'auto' }: Manifest,
  options: ManifestOptions,
): { smil: SmilMode; file?: string } {
  const stated = isMode(smil) ? smil : 'auto';
  const mode = options.smil ?? stated;
  return isMode(smil) ? { smil: mode } : { smil: mode, file: smil };
}

function defaultDuration({ defaults }: Manifest): number | undefined {
  const duration = defaults?.duration === undefined ? 'auto' : parseDuration(defaults.duration);
  return duration === 'auto' ? undefined : duration;
}
