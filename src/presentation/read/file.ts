import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isBelow, openReal, readWithin } from '../../archive/index.ts';
import { MmsError } from '../../errors.ts';
import { type Limits, resolveLimits } from '../../limits.ts';
import type { Asset } from '../asset.ts';
import { attempt, outside } from './file-errors.ts';

/** True when the path is that of a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return (await attempt(() => stat(path), path, undefined)).isDirectory();
}

/** How {@link readAsset} reads. */
interface ReadOptions {
  /** Where the input names the file. */
  readonly place?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** The folder that the file must be in, links followed. */
  readonly root?: string | undefined;
}

/**
 * A file as an asset.
 * @throws MmsError `file/not-found`, `file/unreadable`, `file/too-large` or `file/outside-root`; `path` is that of the
 * input
 */
export async function readAsset(file: string, options: ReadOptions = {}): Promise<Asset> {
  const { place } = options;
  const data = await attempt(() => octetsOf(file, options), file, place);
  return { name: basename(file), data, file, path: place };
}

async function octetsOf(file: string, { place, limits, root }: ReadOptions): Promise<Uint8Array> {
  const { maxAssetBytes } = resolveLimits(limits);
  const opened = root === undefined ? await open(file) : await openBelow(root, file, place);
  try {
    const refuse = (found: string): MmsError =>
      new MmsError('file/too-large', `${file} has ${found}, allowed ${maxAssetBytes}`, {
        path: place ?? file,
      });
    return await readWithin(opened, maxAssetBytes, refuse);
  } finally {
    await opened.close();
  }
}

async function openBelow(root: string, file: string, place: string | undefined): Promise<FileHandle> {
  const realRoot = await realpath(root);
  const opened = await openReal(file, real => isBelow(realRoot, real));
  if (opened === undefined) throw outside(file, place, 'root');
  return opened;
}
