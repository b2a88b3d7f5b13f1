import { constants } from 'node:fs';
import {
  copyFile,
  type FileHandle,
  link,
  lstat,
  mkdtemp,
  open,
  realpath,
  rm,
  rmdir,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { requireText } from '../../bytes/index.ts';
import type { MmsError } from '../../errors.ts';
import type { BundleEntry } from '../bundle.ts';
import { refuseEntries } from '../entry-name.ts';
import { fileError, systemCode } from './file-error.ts';
import { makeFolders } from './make-folder.ts';

/** A link is not followed, a pipe not waited for. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What a file system says that has no second names for a file. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Where files grow before they have their names; hidden, so that nobody reads it for a part. */
const BESIDE = '.unpack-';

/** What exists because of us, in the order of its making. */
interface Made {
  readonly folders: string[];
  readonly files: string[];
}

/**
 * Writes files into a folder, which is made where it is missing. All or nothing: after an error, or broken off by the
 * signal, neither the files nor the folders made for them are left. Even a process that is killed leaves no file
 * half-written, and the next one goes on from there: a file that is there with the same octets counts as written.
 * Nothing else that exists is overwritten, no link is followed.
 * @throws MmsError `folder/unsafe-name` (for names with folders too), `folder/duplicate`, `folder/symlink` or
 * `file/unwritable`
 */
export async function writeFolder(
  dir: string,
  entries: readonly BundleEntry[],
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  requireText(dir, 'the path of a folder', 'dir');
  refuseEntries(entries, { unsafe: 'folder/unsafe-name', duplicate: 'folder/duplicate' });
  const nested = entries.find(({ name }) => name.includes('/'));
  if (nested !== undefined)
    throw fileError('folder/unsafe-name', nested.name, 'is a path, expected a file name');
  const made: Made = { folders: [], files: [] };
  try {
    const root = await makeFolder(dir, made);
    await inFolderBeside(root, async beside => {
      for (const entry of entries) await writeEntry(beside, entry, signal);
      for (const entry of entries) await publish(beside, root, entry, made);
    });
    signal?.throwIfAborted();
  } catch (error) {
    await removeMade(made);
    throw error;
  }
}

async function inFolderBeside(root: string, job: (beside: string) => Promise<void>): Promise<void> {
  let beside: string;
  try {
    beside = await mkdtemp(join(root, BESIDE));
  } catch (cause) {
    throw fileError('file/unwritable', root, `cannot be written into: ${systemCode(cause)}`, { cause });
  }
  try {
    await job(beside);
  } finally {
    await rm(beside, { recursive: true, force: true });
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

async function writeEntry(
  beside: string,
  { name, data }: BundleEntry,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  try {
    await writeFile(join(beside, name), data, { flag: 'wx', signal });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw fileError('file/unwritable', name, `cannot be written: ${systemCode(cause)}`, { cause });
  }
}

/** Gives a file that was written whole its name, unless that is taken. */
async function publish(beside: string, root: string, entry: BundleEntry, made: Made): Promise<void> {
  const { name } = entry;
  const path = join(root, name);
  try {
    await giveName(join(beside, name), path);
    made.files.push(path);
  } catch (cause) {
    if (await isSame(path, entry)) return;
    throw await unwritable(path, name, cause);
  }
  // Should the folder have been exchanged for a link since, the file is elsewhere.
  if (dirname(await realpath(path)) !== root) {
    throw fileError('folder/symlink', name, 'would be written outside the folder');
  }
}

/** Unlike a new name by `rename`, a link never replaces; some file systems have none. */
async function giveName(file: string, path: string): Promise<void> {
  try {
    await link(file, path);
  } catch (error) {
    if (!NO_LINKS.has(systemCode(error))) throw error;
    await copyFile(file, path, constants.COPYFILE_EXCL);
  }
}

/** True for a regular file with these octets: an earlier run wrote it, or wrote as much. */
async function isSame(path: string, { data }: BundleEntry): Promise<boolean> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, READ_FLAGS);
    const stat = await file.stat();
    return stat.isFile() && stat.size === data.length && (await file.readFile()).equals(data);
  } catch {
    return false; // it is another file all the same, and the error about that is the one to tell
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
