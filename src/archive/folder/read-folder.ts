import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { isMmsError, type MmsError } from '../../errors.ts';
import { resolveLimits } from '../../limits.ts';
import type { Bundle, BundleEntry, BundleOptions } from '../bundle.ts';
import { junkIssues } from '../entry-name.ts';
import { readWithin } from '../read-within.ts';
import { fileError, systemCode } from './file-error.ts';
import { listFolder } from './list-folder.ts';

/** A link or a pipe that took the place of a file since it was listed is not followed and does not block. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

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
    file = await open(join(dir, name), READ_FLAGS);
    return await readFile(file, name, maxBytes);
  } catch (cause) {
    if (isMmsError(cause)) throw cause;
    throw fileError('file/unreadable', name, `cannot be read: ${systemCode(cause)}`, { cause });
  } finally {
    await file?.close();
  }
}

async function readFile(file: FileHandle, name: string, maxBytes: number): Promise<Uint8Array> {
  const stat = await file.stat();
  if (!stat.isFile()) throw fileError('file/unreadable', name, 'is no file any more');
  return readWithin(file, maxBytes, found => tooLarge(name, `has ${found}, allowed ${maxBytes}`));
}

function tooLarge(name: string, message: string): MmsError {
  return fileError('folder/too-large', name, message);
}
