import { MmsError } from '../../errors.ts';
import type { BundleEntry } from '../bundle.ts';
import { refuseEntries } from '../entry-name.ts';
import { type PackedEntry, packEntries } from './pack-entries.ts';
import {
  CENTRAL_FILE_HEADER,
  END_OF_CENTRAL_DIRECTORY,
  FLAGS,
  LOCAL_FILE_HEADER,
  METHODS,
  writeRecord,
} from './records.ts';

/** The first moment that a ZIP archive can name, 1980-01-01T00:00:00: year since 1980, month and day (APPNOTE 4.4.6). */
const FIRST_MOMENT = { time: 0, date: (0 << 9) | (1 << 5) | 1 } as const;

/**
 * Made by version 2.0 on Unix (APPNOTE 4.4.2), a plain file with rights 0644. Info-ZIP reads names in the code page of
 * DOS when the archive says DOS, whatever the flag of UTF-8 says.
 */
const MADE_ON_UNIX = { versionMadeBy: (3 << 8) | 20, externalAttributes: 0o100644 * 0x10000 } as const;

/** Version 2.0 of the specification, which brought in deflating, and 1.0 (APPNOTE 4.4.3.2). */
const VERSIONS = { [METHODS.stored]: 10, [METHODS.deflated]: 20 } as const;

/**
 * Packs files into a ZIP archive, in their order. Text is deflated; what is compressed already (`isCompressed`), has 256
 * octets at most, or would deflate more than readers of the default limits take (200:1) is stored. Equal entries give
 * equal octets: dates are 1980-01-01, attributes those of a plain file.
 * @throws MmsError `zip/empty`; `zip/unsafe-path` for a name that `readZip` refuses or passes over; `zip/duplicate`
 */
export async function writeZip(entries: readonly BundleEntry[]): Promise<Uint8Array> {
  if (entries.length === 0) throw new MmsError('zip/empty', 'an archive must have a file');
  refuseEntries(entries, { unsafe: 'zip/unsafe-path', duplicate: 'zip/duplicate' });
  return assemble(await packEntries(entries));
}

function assemble(entries: readonly PackedEntry[]): Uint8Array {
  const archive = new Uint8Array(archiveLength(entries));
  let offset = 0;
  const placed = entries.map(entry => {
    const localOffset = offset;
    offset = writeRecord(archive, offset, LOCAL_FILE_HEADER, headerOf(entry));
    offset = put(archive, offset, entry.rawName);
    offset = put(archive, offset, entry.packed);
    return { entry, localOffset };
  });
  const directoryOffset = offset;
  for (const { entry, localOffset } of placed) {
    const header = { ...headerOf(entry), ...MADE_ON_UNIX, localOffset };
    offset = writeRecord(archive, offset, CENTRAL_FILE_HEADER, header);
    offset = put(archive, offset, entry.rawName);
  }
  writeRecord(archive, offset, END_OF_CENTRAL_DIRECTORY, {
    diskEntries: entries.length,
    entries: entries.length,
    directorySize: offset - directoryOffset,
    directoryOffset,
  });
  return archive;
}

function archiveLength(entries: readonly PackedEntry[]): number {
  const headers = LOCAL_FILE_HEADER.length + CENTRAL_FILE_HEADER.length;
  const length = ({ rawName, packed }: PackedEntry): number => headers + rawName.length * 2 + packed.length;
  return entries.reduce((sum, entry) => sum + length(entry), END_OF_CENTRAL_DIRECTORY.length);
}

function put(archive: Uint8Array, offset: number, octets: Uint8Array): number {
  archive.set(octets, offset);
  return offset + octets.length;
}

function headerOf({ rawName, method, crc32, size, packed }: PackedEntry) {
  return {
    ...FIRST_MOMENT,
    versionNeeded: method === METHODS.stored ? VERSIONS[METHODS.stored] : VERSIONS[METHODS.deflated],
    flags: rawName.some(octet => octet > 0x7f) ? FLAGS.utf8 : 0,
    method,
    crc32,
    compressedSize: packed.length,
    size,
    nameLength: rawName.length,
  };
}
