import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isMmsError, type MmsError } from '../../errors.ts';
import type { BundleEntry } from '../bundle.ts';
import { refuseEntries } from '../entry-name.ts';
import { fileError, systemCode } from './file-error.ts';
import { makeFolders } from './make-folder.ts';

/** `wx`, and a link in the place of the file is an error on its own. */
const WRITE_FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** What exists because of us, in the order of its making. */
interface Made {
  readonly folders: string[];
  readonly files: string[];
}

/**
 * Writes files into a folder, which is made where it is missing. All or nothing: after an error neither the files nor
 * the folders made for them are left. Nothing that exists is overwritten, no link is followed.
 * @throws MmsError `folder/unsafe-name` (for names with folders too), `folder/duplicate`, `folder/symlink` or
 * `file/unwritable`
 */
export async function writeFolder(dir: string, entries: readonly BundleEntry[]): Promise<void> {
  refuseEntries(entries, { unsafe: 'folder/unsafe-name', duplicate: 'folder/duplicate' });
  const nested = entries.find(({ name }) => name.includes('/'));
  if (nested !== undefined)
    throw fileError('folder/unsafe-name', nested.name, 'is a path, expected a file name');
  const made: Made = { folders: [], files: [] };
  try {
    const root = await makeFolder(dir, made);
    for (const entry of entries) await writeEntry(root, entry, made);
  } catch (error) {
    await removeMade(made);
    throw error;
  }
}

/** The real path of the folder. */
async function makeFolder(dir: string, made: Made): Promise<string> {
  const path = resolve(dir);
  try {
    made.folders.push(...(await makeFolders(path)));
    if (!(await lstat(path)).isSymbolicLink()) return await realpath(path);
  } catch (cause) {
    throw fileError('file/unwritable', dir, `cannot be made: ${systemCode(cause)}`, { cause });
  }
  throw fileError('folder/symlink', dir, 'is a symbolic link', { hint: 'name the folder that it points to' });
}

async function writeEntry(root: string, { name, data }: BundleEntry, made: Made): Promise<void> {
  const path = join(root, name);
  let file: FileHandle | undefined;
  try {
    file = await open(path, WRITE_FLAGS);
    made.files.push(path);
    // Should the folder have been exchanged for a link since, the file is elsewhere.
    if (dirname(await realpath(path)) !== root) {
      throw fileError('folder/symlink', name, 'would be written outside the folder');
    }
    await file.writeFile(data);
  } catch (cause) {
    throw isMmsError(cause) ? cause : await unwritable(path, name, cause);
  } finally {
    await file?.close();
  }
}

async function unwritable(path: string, name: string, cause: unknown): Promise<MmsError> {
  const code = systemCode(cause);
  if (code !== 'EEXIST' && code !== 'ELOOP') {
    return fileError('file/unwritable', name, `cannot be written: ${code}`, { cause });
  }
  if (await isLink(path)) return fileError('folder/symlink', name, 'is a symbolic link', { cause });
  return fileError('file/unwritable', name, 'exists already', { cause, hint: 'name another folder' });
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    stat => stat.isSymbolicLink(),
    () => false,
  );
}

/** What cannot be removed, such as a folder that somebody uses by now, must not hide the error that led here. */
async function removeMade({ files, folders }: Made): Promise<void> {
  const ignore = (): void => {};
  for (const file of files) await unlink(file).catch(ignore);
  for (const folder of folders.toReversed()) await rmdir(folder).catch(ignore);
}
