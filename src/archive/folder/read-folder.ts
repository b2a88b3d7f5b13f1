import { type FileHandle, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isMmsError, type MmsError } from '../../errors.ts';
import { resolveLimits } from '../../limits.ts';
import type { Bundle, BundleEntry, BundleOptions } from '../bundle.ts';
import { junkIssues } from '../entry-name.ts';
import { readWithin } from '../read-within.ts';
import { fileError, systemCode } from './file-error.ts';
import { openReal } from './inside.ts';
import { listFolder } from './list-folder.ts';

/**
 * Reads the regular files of a folder and of those in it, in natural order (1, 2, 10), within the
 * limits of an archive. Hidden files and those of an operating system are passed over, with one `folder/junk-ignored`.
 * @throws MmsError `file/not-found`, `file/unreadable`, `folder/symlink`, `folder/too-large` or `folder/empty`
 */
export async function readFolder(dir: string, options: BundleOptions = {}): Promise<Bundle> {
  const { maxZipEntries, maxZipEntryBytes, maxZipInflatedBytes } = resolveLimits(options.limits);
  const { files, junk } = await listFolder(dir, maxZipEntries);
  if (files.length === 0) throw fileError('folder/empty', dir, 'has no files');
  const entries: BundleEntry[] = [];
  let left = maxZipInflatedBytes;
  for (const name of files) {
    const data = await readEntry(dir, name, maxZipEntryBytes);
    left -= data.length;
    if (left < 0) throw tooLarge(dir, `holds more than ${maxZipInflatedBytes} octets`);
    entries.push({ name, data });
  }
  return { entries, issues: junkIssues('folder/junk-ignored', junk) };
}

async function readEntry(dir: string, name: string, maxBytes: number): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    const listed = join(await realpath(dir), name);
    file = await openReal(join(dir, name), real => real === listed);
    if (file === undefined)
      throw fileError('folder/symlink', name, 'is no longer a regular file of the folder');
    return await readWithin(file, maxBytes, found => tooLarge(name, `has ${found}, allowed ${maxBytes}`));
  } catch (cause) {
    if (isMmsError(cause)) throw cause;
    throw fileError('file/unreadable', name, `cannot be read: ${systemCode(cause)}`, { cause });
  } finally {
    await file?.close();
  }
}

function tooLarge(name: string, message: string): MmsError {
  return fileError('folder/too-large', name, message);
}
