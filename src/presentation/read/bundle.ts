import { join } from 'node:path';
import type { Bundle, BundleOptions } from '../../archive/index.ts';
import type { Issue } from '../../issues/index.ts';
import type { Asset } from '../asset.ts';
import type { CompileOptions } from '../draft.ts';
import type { BundlePlace } from './file-source.ts';
import { findManifest } from './find-manifest.ts';
import { type ManifestOptions, type OpenedManifest, openManifestAmong } from './manifest.ts';

/** Files that make a message by themselves. */
export interface LooseFiles {
  readonly files: readonly Asset[];
  readonly issues: readonly Issue[];
}

/** What files are together: a manifest and what it names, or what makes a message by itself. */
export type OpenedFiles = OpenedManifest | LooseFiles;

/** What reads archives; loaded for them alone. */
const archive = (): Promise<typeof import('../../archive/index.ts')> => import('../../archive/index.ts');

/** How files are opened. */
export type BundleReading = CompileOptions & BundleOptions & Pick<ManifestOptions, 'onRead'>;

/**
 * Opens a ZIP bundle.
 * @throws MmsError `zip/empty` and what reading and compiling throw
 */
export async function openZip(bytes: Uint8Array, options: BundleReading): Promise<OpenedFiles> {
  const { readZip } = await archive();
  return openEntries(readZip(bytes, options), options);
}

/**
 * Opens a folder, which is read as a ZIP bundle is.
 * @throws MmsError `folder/empty`, `folder/symlink`, `manifest/several` and what compiling throws
 */
export async function openFolder(dir: string, options: BundleReading): Promise<OpenedFiles> {
  const { readFolder } = await archive();
  return openEntries(await readFolder(dir, options), options, dir);
}

function openEntries(
  { entries, issues }: Bundle,
  options: BundleReading,
  dir?: string,
): Promise<OpenedFiles> {
  const files = entries.map(({ name, data }): Asset => ({ name, data, file: name }));
  return openFiles(files, issues, options, { dir, onRead: options.onRead });
}

/** Opens files: by the manifest among them if there is one, which is never content itself. */
export async function openFiles(
  files: readonly Asset[],
  issues: readonly Issue[],
  options: CompileOptions,
  place: BundlePlace = {},
): Promise<OpenedFiles> {
  const manifest = findManifest(files);
  if (manifest !== undefined) {
    const opened = await openManifestAmong(manifest, files, place, options);
    return { ...opened, issues: [...issues, ...opened.issues] };
  }
  if (place.dir !== undefined) for (const { name } of files) await place.onRead?.(join(place.dir, name));
  return { files, issues };
}

/** True when a manifest was found. */
export function isManifest(opened: OpenedFiles): opened is OpenedManifest {
  return 'manifest' in opened;
}
