import { basename, dirname, relative, resolve, sep } from 'node:path';
import { isMmsError } from '../../errors.ts';
import { type ParsedSmil, parseSmil, parseSrc } from '../../smil/index.ts';
import type { Asset } from '../asset.ts';
import type { FileSource } from './file-source.ts';

/**
 * The files that a SMIL document names, read from its folder and those below it. A reference that leads out of
 * the folder, or to no file, is left for the assembler to report.
 */
export async function loadReferences(document: Asset, file: string, source: FileSource): Promise<Asset[]> {
  const folder = dirname(file);
  const assets = new Map<string, Asset>();
  for (const { src } of referencesOf(document)) {
    const target = parseSrc(src);
    const path = target === undefined ? undefined : inside(folder, target.name);
    if (path === undefined || assets.has(path)) continue;
    const asset = await readIfThere(path, source);
    if (asset !== undefined)
      assets.set(path, { ...asset, name: relative(folder, path).split(sep).join('/') });
  }
  return [...assets.values()];
}

/** A document that cannot be read names nothing; the assembler says why. */
function referencesOf({ data }: Asset): ParsedSmil['references'] {
  try {
    return parseSmil(data).references;
  } catch (error) {
    if (isMmsError(error)) return [];
    throw error;
  }
}

function inside(folder: string, name: string): string | undefined {
  const path = resolve(folder, name);
  const way = relative(folder, path);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || way.includes('\0') ? undefined : path;
}

async function readIfThere(path: string, source: FileSource): Promise<Asset | undefined> {
  try {
    return await source.read(path, basename(path));
  } catch (error) {
    if (isMmsError(error) && error.code === 'file/not-found') return undefined;
    throw error;
  }
}
