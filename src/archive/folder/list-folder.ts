import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MmsError } from '../../errors.ts';
import { compareNaturally } from '../../text/index.ts';
import { isJunk } from '../entry-name.ts';
import { fileError, systemCode } from './file-error.ts';

/** Paths relative to the folder, separated by `/`. */
export interface FolderListing {
  readonly files: readonly string[];
  readonly junk: readonly string[];
}

/**
 * Lists the files of a folder and of those in it, in natural order: 1, 2, 10.
 * @param maxEntries bound on files and folders together, junk not counted
 * @throws MmsError `file/not-found`, `file/unreadable`, `folder/symlink` or `folder/too-large`
 */
export async function listFolder(dir: string, maxEntries: number): Promise<FolderListing> {
  const files: string[] = [];
  const junk: string[] = [];
  const folders = [''];
  // The list grows while it is walked.
  for (const folder of folders) {
    for (const found of await readDirectory(dir, folder)) {
      const name = `${folder}${found.name}`;
      if (isJunk(found.name)) junk.push(name);
      else if (isFolder(found, name)) folders.push(`${name}/`);
      else files.push(name);
    }
    const count = files.length + folders.length - 1;
    if (count > maxEntries) throw tooMany(dir, maxEntries);
  }
  return { files: files.sort(compareNaturally), junk: junk.sort(compareNaturally) };
}

async function readDirectory(dir: string, folder: string): Promise<Dirent[]> {
  try {
    return await readdir(join(dir, folder), { withFileTypes: true });
  } catch (cause) {
    const name = folder === '' ? dir : folder;
    if (systemCode(cause) === 'ENOENT') throw fileError('file/not-found', name, 'does not exist', { cause });
    throw fileError('file/unreadable', name, `cannot be read as a folder: ${systemCode(cause)}`, { cause });
  }
}

function isFolder(found: Dirent, name: string): boolean {
  if (found.isSymbolicLink()) {
    const hint = 'put the file itself into the folder';
    throw fileError('folder/symlink', name, 'is a symbolic link', { hint });
  }
  if (found.isDirectory()) return true;
  if (found.isFile()) return false;
  throw fileError('file/unreadable', name, 'is neither a file nor a folder');
}

function tooMany(dir: string, maxEntries: number): MmsError {
  return fileError('folder/too-large', dir, `holds more than ${maxEntries} files and folders`);
}
