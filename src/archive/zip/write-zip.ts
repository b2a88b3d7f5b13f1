import { MmsError } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import type { BundleEntry } from '../bundle.ts';
import { refuseEntries } from '../entry-name.ts';
import { readCentralDirectory } from './central-directory.ts';
import { readEndRecord } from './end-record.ts';
import { isTooDense } from './entry-limits.ts';

/** The first moment that a ZIP archive can name. JSZip writes UTC, so the octets are the same in every time zone. */
const FIXED_DATE = new Date('1980-01-01T00:00:00Z');

/**
 * Packs files into a ZIP archive, in their order, deflated. Equal entries give equal octets: dates are 1980-01-01 and
 * attributes none. An entry that deflates more than readers of the default limits take (200:1) is stored.
 * @throws MmsError `zip/empty`; `zip/unsafe-path` for a name that `readZip` refuses or passes over; `zip/duplicate`
 */
export async function writeZip(entries: readonly BundleEntry[]): Promise<Uint8Array> {
  if (entries.length === 0) throw new MmsError('zip/empty', 'an archive must have a file');
  refuseEntries(entries, { unsafe: 'zip/unsafe-path', duplicate: 'zip/duplicate' });
  const archive = await pack(entries, new Set());
  const tooDense = namesOfTooDense(archive);
  return tooDense.size === 0 ? archive : pack(entries, tooDense);
}

async function pack(entries: readonly BundleEntry[], stored: ReadonlySet<string>): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip');
  // JSZip keeps files as keys of an object, which puts a name like 7 first; inside a folder none is a number.
  const zip = new JSZip().folder('bundle');
  if (zip === null) throw new TypeError('JSZip made no folder');
  for (const { name, data } of entries) {
    const compression = stored.has(name) ? 'STORE' : 'DEFLATE';
    zip.file(name, data, { binary: true, createFolders: false, date: FIXED_DATE, compression });
  }
  return zip.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    streamFiles: false,
    compressionOptions: { level: 9 },
  });
}

function namesOfTooDense(archive: Uint8Array): Set<string> {
  const entries = readCentralDirectory(archive, readEndRecord(archive));
  return new Set(entries.filter(entry => isTooDense(entry, LIMITS)).map(({ name }) => name));
}
