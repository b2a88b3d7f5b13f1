import { join } from 'node:path';
import type { BundleOptions } from '../../archive/index.ts';
import { readFolder } from '../../archive/index.ts';
import type { CompileOptions } from '../assemble/compile.ts';
import type { PresentationContent } from '../content.ts';
import { compileEntries } from './bundle.ts';
import { findManifest } from './find-manifest.ts';
import { type ManifestOptions, readManifestMessage } from './manifest.ts';

/**
 * Compiles the files of a folder as those of a ZIP bundle; one that holds a manifest is composed by it.
 * @throws MmsError `folder/empty`, `folder/symlink`, `manifest/several` and what compiling throws
 */
export async function readMessageFolder(
  folder: string,
  options: CompileOptions & BundleOptions & ManifestOptions,
): Promise<PresentationContent> {
  const { entries, issues } = await readFolder(folder, options);
  const manifest = findManifest(entries);
  if (manifest !== undefined) return readManifestMessage(join(folder, manifest.name), options);
  for (const { name } of entries) await options.onRead?.(join(folder, name));
  return compileEntries(entries, issues, options);
}
