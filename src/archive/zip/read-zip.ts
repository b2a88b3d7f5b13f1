import { requireOctets } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { resolveLimits } from '../../limits.ts';
import type { Bundle, BundleOptions } from '../bundle.ts';
import { junkIssues } from '../entry-name.ts';
import { readCentralDirectory } from './central-directory.ts';
import { readEndRecord } from './end-record.ts';
import { refuseBeyond, refuseLargeEntries } from './entry-limits.ts';
import { inflateEntry } from './inflate-entry.ts';
import { locateEntries } from './local-entries.ts';
import { selectFiles } from './select-files.ts';

/**
 * Reads the files of a ZIP archive, in the order of its directory. Everything that the archive says about itself is
 * checked before anything is inflated: counts, sizes and ratios against the limits, local headers against the
 * directory, that entries neither overlap nor leave octets over, that names are safe and differ without regard to
 * case. CRCs are verified. Folders are passed over, and so are hidden files and those of an operating system, with
 * one `zip/junk-ignored`.
 *
 * The data of stored entries are views of `bytes`.
 * @throws MmsError `zip/not-a-zip`, `zip/corrupt`, `zip/unsupported` (zip64, several volumes, methods other than stored
 * and deflated, links), `zip/encrypted`, `zip/too-large`, `zip/unsafe-path`, `zip/duplicate` or `zip/empty`
 */
export function readZip(bytes: Uint8Array, options: BundleOptions = {}): Bundle {
  requireOctets(bytes, 'bytes');
  const limits = resolveLimits(options.limits);
  refuseBeyond(limits.maxZipBytes, bytes.length, 'octets');
  const end = readEndRecord(bytes);
  refuseBeyond(limits.maxZipEntries, end.entries, 'entries');
  const directory = readCentralDirectory(bytes, end);
  refuseLargeEntries(directory, limits);
  const { files, junk } = selectFiles(locateEntries(bytes, directory, end.directoryOffset));
  if (files.length === 0) throw new MmsError('zip/empty', 'the archive has no files');
  return {
    entries: files.map(entry => ({ name: entry.name, data: inflateEntry(entry) })),
    issues: junkIssues('zip/junk-ignored', junk),
  };
}
