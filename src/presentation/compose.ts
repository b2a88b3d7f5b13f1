import type { BundleOptions } from '../archive/index.ts';
import { parseSize } from '../manifest/index.ts';
import { assembleAuthored } from './assemble/authored.ts';
import { compileFiles } from './assemble/compile.ts';
import { assembleDraft } from './assemble/slide-draft.ts';
import type { Asset } from './asset.ts';
import type { PresentationContent } from './content.ts';
import type { CompileOptions } from './draft.ts';
import { isManifest, type OpenedFiles, openFiles, openFolder, openZip } from './read/bundle.ts';
import { inPlace, placed } from './read/in-place.ts';
import {
  type ManifestDraft,
  type ManifestOptions,
  type OpenedManifest,
  openManifest,
  readManifestDraft,
} from './read/manifest.ts';
import { statedBounds } from './read/stated-bounds.ts';

/**
 * The message that an opened manifest describes: all of it read, then assembled.
 * @throws MmsError as {@link readManifestDraft} and assembling
 */
export async function composeManifest(
  opened: Parameters<typeof readManifestDraft>[0],
  options: ManifestOptions,
): Promise<PresentationContent> {
  const { placeOf } = opened;
  const content = await inPlace(placeOf, async () => {
    const draft = await readManifestDraft(opened, options);
    return { ...draft.frame, ...(await assembled(draft)) };
  });
  return { ...content, issues: placed(content.issues, placeOf) };
}

function assembled(
  draft: ManifestDraft,
): (Partial<PresentationContent> & Pick<PresentationContent, 'parts'>) | Promise<PresentationContent> {
  if ('listed' in draft) return draft.listed;
  return 'slides' in draft ? assembleDraft(draft.slides) : assembleAuthored(draft.authored);
}

/** The message of a manifest, within its budget and the limits of its network. */
export async function composeManifestFile(
  source: Parameters<typeof openManifest>[0],
  options: ManifestOptions,
): Promise<PresentationContent> {
  return withinBounds(await openManifest(source, options), options);
}

async function withinBounds(opened: OpenedManifest, options: ManifestOptions): Promise<PresentationContent> {
  const content = await composeManifest(opened, options);
  const { adapt = true, budget, defaults, metadata } = opened.manifest;
  const { limits } = await statedBounds(opened.manifest);
  if (!adapt || limits === undefined) return content;
  const { adaptContent } = await import('./adapt/adapt.ts');
  const adapted = await adaptContent(content, limits, {
    reserveBytes: budget?.reserve === undefined ? undefined : parseSize(budget.reserve),
    background: defaults?.background,
    limits: options.limits,
    concurrency: options.concurrency,
    metadata: options.metadata ?? metadata,
  });
  return adapted.content;
}

/**
 * The message of files that were opened, within the bounds of their manifest if they have one.
 * @throws MmsError as {@link composeManifest}, adapting and compiling
 */
async function composeFiles(
  opened: OpenedFiles,
  options: CompileOptions & ManifestOptions,
): Promise<PresentationContent> {
  return isManifest(opened)
    ? withinBounds(opened, options)
    : compileFiles(opened.files, options, opened.issues);
}

/** The message of a ZIP bundle. */
export async function composeZip(
  bytes: Uint8Array,
  options: CompileOptions & BundleOptions,
): Promise<PresentationContent> {
  return composeFiles(await openZip(bytes, options), options);
}

/** The message of the files of a folder. */
export async function composeFolder(
  folder: string,
  options: CompileOptions & BundleOptions,
): Promise<PresentationContent> {
  return composeFiles(await openFolder(folder, options), options);
}

/** The message of media files in their order. */
export async function composeAssets(
  files: readonly Asset[],
  options: CompileOptions,
): Promise<PresentationContent> {
  return composeFiles(await openFiles(files, [], options), options);
}
