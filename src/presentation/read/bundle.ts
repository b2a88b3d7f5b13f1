import type { BundleEntry, BundleOptions } from '../../archive/index.ts';
import { readZip, writeZip } from '../../archive/index.ts';
import type { Issue } from '../../issues/index.ts';
import { isCompressedType } from '../../media/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import type { Asset } from '../assemble/asset.ts';
import { type CompileOptions, compileFiles } from '../assemble/compile.ts';
import type { PresentationContent } from '../content.ts';
import { findManifest } from './find-manifest.ts';
import { openManifestAmong, withinBudget } from './manifest.ts';

/**
 * Compiles a ZIP bundle: by its manifest, else its SMIL document with the media that it names, else slides in archive order.
 * @throws MmsError `zip/empty` and what reading and compiling throw
 */
export function readBundle(
  bytes: Uint8Array,
  options: CompileOptions & BundleOptions,
): Promise<PresentationContent> {
  const { entries, issues } = readZip(bytes, options);
  return compileEntries(entries, issues, options);
}

/** Compiles the files of an archive or a folder. */
export function compileEntries(
  entries: readonly BundleEntry[],
  issues: readonly Issue[],
  options: CompileOptions,
): Promise<PresentationContent> {
  const files = entries.map(({ name, data }): Asset => ({ name, data, file: name }));
  return compileAssets(files, issues, options);
}

/** Compiles files: by the manifest among them if there is one, which is never content itself. */
export async function compileAssets(
  files: readonly Asset[],
  issues: readonly Issue[],
  options: CompileOptions,
): Promise<PresentationContent> {
  const manifest = findManifest(files);
  if (manifest === undefined) return compileFiles(files, options, issues);
  const content = await withinBudget(await openManifestAmong(manifest, files, options), options);
  return { ...content, issues: [...issues, ...content.issues] };
}

/** The ZIP bundle of a message: SMIL document and media by their part names; it holds no header fields. */
export function writeBundle(parts: readonly PresentationPart[]): Promise<Uint8Array> {
  return writeZip(
    parts.map(({ name, contentType, data }) => ({ name, data, isCompressed: isCompressedType(contentType) })),
  );
}
