import { MmsError } from '../../errors.ts';
import { printable } from '../../text/index.ts';
import { decodeEntryName } from './decode-name.ts';
import type { EndRecord } from './end-record.ts';
import {
  CENTRAL_FILE_HEADER,
  EXTRA_FIELDS,
  FLAGS,
  METHODS,
  readRecord,
  ZIP64_MARK,
  type ZipRecord,
} from './records.ts';
import { entryError, type ZipEntry } from './zip-entry.ts';

/** Systems of `versionMadeBy` whose attributes have a Unix mode in their upper half (APPNOTE 4.4.2.2). */
const UNIX_SYSTEMS: ReadonlySet<number> = new Set([3, 19]);
/** Kinds of files in a Unix mode: those that are a file or folder, or do not say. */
const KIND_MASK = 0o170000;
const PLAIN_KINDS: ReadonlySet<number> = new Set([0, 0o100000, 0o040000]);

type Header = ZipRecord<typeof CENTRAL_FILE_HEADER>;

/**
 * The entries of the central directory, in its order; every octet of it must belong to one.
 * @throws MmsError `zip/corrupt`, `zip/encrypted` or `zip/unsupported`
 */
export function readCentralDirectory(bytes: Uint8Array, end: EndRecord): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let offset = end.directoryOffset;
  for (let i = 0; i < end.entries; i++) {
    const header = readRecord(bytes, offset, CENTRAL_FILE_HEADER);
    const next = header === undefined ? Number.POSITIVE_INFINITY : offset + headerLength(header);
    if (header === undefined || next > end.directoryEnd) {
      throw new MmsError('zip/corrupt', `entry ${i + 1} of ${end.entries} of the directory is damaged`, {
        offset,
      });
    }
    entries.push(readEntry(bytes, offset, header));
    offset = next;
  }
  if (offset === end.directoryEnd) return entries;
  throw new MmsError(
    'zip/corrupt',
    `${end.directoryEnd - offset} octets after the last entry of the directory`,
    {
      offset,
    },
  );
}

function headerLength({ nameLength, extraLength, commentLength }: Header): number {
  return CENTRAL_FILE_HEADER.length + nameLength + extraLength + commentLength;
}

function readEntry(bytes: Uint8Array, offset: number, header: Header): ZipEntry {
  const nameAt = offset + CENTRAL_FILE_HEADER.length;
  const extraAt = nameAt + header.nameLength;
  const rawName = bytes.subarray(nameAt, extraAt);
  const extra = readExtraFields(bytes.subarray(extraAt, extraAt + header.extraLength));
  const isUtf8 = (header.flags & FLAGS.utf8) !== 0;
  const name = decodeEntryName(rawName, isUtf8, extra.get(EXTRA_FIELDS.unicodePath));
  if (name === undefined) {
    throw new MmsError('zip/corrupt', `the entry name ${rawText(rawName)} is not UTF-8`, { offset });
  }
  const { method, crc32, compressedSize, size, localOffset } = header;
  const entry = { name, rawName, method, crc32, compressedSize, size, localOffset };
  refuseUnsupported(entry, header, extra, offset);
  return entry;
}

function rawText(rawName: Uint8Array): string {
  return `"${printable(String.fromCharCode(...rawName.subarray(0, 100)))}"`;
}

function refuseUnsupported(
  entry: ZipEntry,
  header: Header,
  extra: ReadonlyMap<number, Uint8Array>,
  offset: number,
): void {
  if (isEncrypted(header.flags)) {
    throw entryError('zip/encrypted', entry, 'is encrypted', { offset, hint: 'pack it without a password' });
  }
  const reason = unsupportedReason(header, extra);
  if (reason !== undefined) throw entryError('zip/unsupported', entry, reason, { offset });
}

/** True for any of the flags of encryption (APPNOTE 4.4.4). */
export function isEncrypted(flags: number): boolean {
  return (flags & (FLAGS.encrypted | FLAGS.strongEncryption | FLAGS.maskedHeaders)) !== 0;
}

function unsupportedReason(header: Header, extra: ReadonlyMap<number, Uint8Array>): string | undefined {
  const { flags, method, compressedSize, size, localOffset, disk } = header;
  if ([compressedSize, size, localOffset].includes(ZIP64_MARK[4]) || extra.has(EXTRA_FIELDS.zip64)) {
    return 'has zip64 sizes';
  }
  if (disk !== 0) return 'is on another volume';
  if ((flags & FLAGS.patchedData) !== 0) return 'is a patch';
  if (method !== METHODS.stored && method !== METHODS.deflated) {
    return `is packed by method ${method}, expected ${METHODS.stored} (stored) or ${METHODS.deflated} (deflated)`;
  }
  return isPlainFile(header) ? undefined : 'is a symbolic link or another special file';
}

function isPlainFile({ versionMadeBy, externalAttributes }: Header): boolean {
  if (!UNIX_SYSTEMS.has(versionMadeBy >>> 8)) return true;
  return PLAIN_KINDS.has((externalAttributes >>> 16) & KIND_MASK);
}

/** Extra fields by kind, the first of each (APPNOTE 4.5.1); what does not fit, as padding, ends the list. */
function readExtraFields(extra: Uint8Array): Map<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>();
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let offset = 0; offset + 4 <= extra.length; ) {
    const kind = view.getUint16(offset, true);
    const end = offset + 4 + view.getUint16(offset + 2, true);
    if (end > extra.length) break;
    if (!fields.has(kind)) fields.set(kind, extra.subarray(offset + 4, end));
    offset = end;
  }
  return fields;
}
