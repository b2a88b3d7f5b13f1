import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readWithin } from '../../archive/index.ts';
import { isMmsError, MmsError } from '../../errors.ts';
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
  const { maxAssetBytes } = resolveLimits(limits);
  const data = await attempt(() => octetsOf(file, place ?? file, maxAssetBytes), file, place);
  return { name: basename(file), data, file, path: place };
}

async function octetsOf(file: string, path: string, maxBytes: number): Promise<Uint8Array> {
  const opened = await open(file);
  try {
    const refuse = (found: string) =>
      new MmsError('file/too-large', `${file} has ${found}, allowed ${maxBytes}`, { path });
    return await readWithin(opened, maxBytes, refuse);
  } finally {
    await opened.close();
  }
}

async function statOf(file: string, place?: string): Promise<Stats> {
  return attempt(() => stat(file), file, place);
}

async function attempt<T>(action: () => Promise<T>, file: string, place: string | undefined): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (isMmsError(error)) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const path = place ?? file;
    if (reason === 'ENOENT' || reason === 'ENOTDIR') {
      throw new MmsError('file/not-found', `there is no file ${file}`, { path, cause: error });
    }
    throw new MmsError('file/unreadable', `${file} cannot be read: ${reason}`, { path, cause: error });
  }
}
