import { constants } from 'node:fs';
import { type FileHandle, open, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { systemCode } from './file-error.ts';

/** A link that took the place of a file is not followed, a pipe does not block. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** True when a path is in a folder by its name alone. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * True when what a path stands for is in a folder, links followed. What is yet to be made counts by the nearest folder
 * above it that is there.
 */
export async function isInside(folder: string, path: string): Promise<boolean> {
  return isBelow(await realpath(folder), await realPath(resolve(path)));
}

/** The path without links, also of what is not there yet, or behind a link to it. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  const folder = await realPath(dirname(path));
  const target = await readlink(path).catch(() => undefined); // no link: it is not there
  return target === undefined ? join(folder, basename(path)) : realPath(resolve(folder, target));
}

/**
 * Opens a regular file whose real path is allowed. Should a folder on the way be exchanged for a link meanwhile, the
 * file that was opened is not the one that the real path names afterwards. `undefined`: it is not allowed, or no file.
 */
export async function openReal(
  path: string,
  isAllowed: (realPath: string) => boolean,
): Promise<FileHandle | undefined> {
  const real = await realpath(path);
  if (!isAllowed(real)) return undefined;
  const file = await open(real, READ_FLAGS);
  if (await isFileAt(file, real).catch(() => false)) return file;
  await file.close();
  return undefined;
}

async function isFileAt(file: FileHandle, real: string): Promise<boolean> {
  const opened = await file.stat({ bigint: true });
  const there = await stat(real, { bigint: true });
  const isSame = opened.dev === there.dev && opened.ino === there.ino;
  return opened.isFile() && isSame && (await realpath(real)) === real;
}
