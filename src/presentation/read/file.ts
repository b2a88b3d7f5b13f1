import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MmsError } from '../../errors.ts';
import { type Limits, resolveLimits } from '../../limits.ts';
import type { Asset } from '../assemble/asset.ts';

/** What a file or folder given as input turns out to be. */
export type InputFormat = 'mms' | 'zip' | 'manifest' | 'smil' | 'medium';

const MANIFEST_NAME = /\.(?:ya?ml|json)$/i;
const SMIL_NAME = /\.smil?$/i;

/** The format of an input by its first octets and name. */
export function formatOfInput(name: string, bytes: Uint8Array): InputFormat {
  if (bytes[0] === 0x8c && (bytes[1] ?? 0) >= 0x80) return 'mms';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && !/\.jar$/i.test(name)) return 'zip';
  if (MANIFEST_NAME.test(name)) return 'manifest';
  return SMIL_NAME.test(name) ? 'smil' : 'medium';
}

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
