import { escapeReason, isJunk, nameKey, unsafeReason } from '../entry-name.ts';
import { entryError, isFolder, type ZipEntry } from './zip-entry.ts';

/** The entries to read, and the names of those to pass over. */
export interface SelectedFiles<Entry> {
  readonly files: readonly Entry[];
  readonly junk: readonly string[];
}

/**
 * Holds every name against the policy and leaves out folders and junk. A name that points outside refuses the archive
 * even when it is one of junk.
 * @throws MmsError `zip/unsafe-path`, `zip/duplicate`, or `zip/corrupt` for a folder with content
 */
export function selectFiles<Entry extends ZipEntry>(entries: readonly Entry[]): SelectedFiles<Entry> {
  const junk: string[] = [];
  const taken = new Set<string>();
  const files = entries.filter(entry => {
    const path = isFolder(entry) ? entry.name.slice(0, -1) : entry.name;
    const outside = escapeReason(entry.name);
    if (outside !== undefined) throw entryError('zip/unsafe-path', entry, outside);
    if (isJunk(path)) {
      junk.push(entry.name);
      return false;
    }
    refuseName(entry, path, taken);
    return !isFolder(entry);
  });
  return { files, junk };
}

function refuseName(entry: ZipEntry, path: string, taken: Set<string>): void {
  const reason = unsafeReason(path);
  if (reason !== undefined) throw entryError('zip/unsafe-path', entry, reason);
  if (isFolder(entry) && entry.size > 0) throw entryError('zip/corrupt', entry, 'is a folder with content');
  const key = nameKey(path);
  if (taken.has(key)) throw entryError('zip/duplicate', entry, 'is there twice');
  taken.add(key);
}
