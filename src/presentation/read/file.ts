import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MmsError } from '../../errors.ts';
import { type Limits, resolveLimits } from '../../limits.ts';
import type { Asset } from '../assemble/asset.ts';

/** True when the path is that of a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return (await statOf(path)).isDirectory();
}

/**
 * A file as an asset.
 * @throws MmsError `file/not-found`, `file/unreadable` or `file/too-large`; `path` is that of the input
 */
export async function readAsset(file: string, place?: string, limits?: Partial<Limits>): Promise<Asset> {
  const { size } = await statOf(file, place);
  const { maxAssetBytes } = resolveLimits(limits);
  if (size > maxAssetBytes) {
    throw new MmsError('file/too-large', `${file} has ${size} octets, allowed ${maxAssetBytes}`, {
      path: place ?? file,
    });
  }
  const data = await attempt(() => readFile(file), file, place);
  return {
    name: basename(file),
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
    file,
    path: place,
  };
}

async function statOf(file: string, place?: string): Promise<Stats> {
  return attempt(() => stat(file), file, place);
}

async function attempt<T>(action: () => Promise<T>, file: string, place: string | undefined): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const path = place ?? file;
    if (reason === 'ENOENT' || reason === 'ENOTDIR') {
      throw new MmsError('file/not-found', `there is no file ${file}`, { path, cause: error });
    }
    throw new MmsError('file/unreadable', `${file} cannot be read: ${reason}`, { path, cause: error });
  }
}
