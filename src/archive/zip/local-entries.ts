import { MmsError } from '../../errors.ts';
import { isEncrypted } from './central-directory.ts';
import {
  DATA_DESCRIPTOR,
  FLAGS,
  LOCAL_FILE_HEADER,
  readRecord,
  SIGNED_DATA_DESCRIPTOR,
  ZIP64_MARK,
  type ZipRecord,
} from './records.ts';
import { entryError, type ZipEntry } from './zip-entry.ts';

/** An entry with its data as they are packed. */
export interface LocatedEntry extends ZipEntry {
  /** A view of the archive. */
  readonly packed: Uint8Array;
  /** Where the local entry ends, its data descriptor included. */
  readonly end: number;
}

type Header = ZipRecord<typeof LOCAL_FILE_HEADER>;
type Sizes = Pick<ZipEntry, 'crc32' | 'compressedSize' | 'size'>;

/**
 * Finds the data of every entry. The local entries must agree with the directory and lie one after the other from the
 * first octet to the directory: nothing shared, nothing hidden between.
 * @throws MmsError `zip/corrupt`, `zip/encrypted` or `zip/unsupported`
 */
export function locateEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  directoryOffset: number,
): LocatedEntry[] {
  const located = entries.map(entry => locate(bytes.subarray(0, directoryOffset), entry));
  let end = 0;
  for (const entry of located.toSorted((a, b) => a.localOffset - b.localOffset)) {
    const gap = entry.localOffset - end;
    if (gap > 0) throw corrupt(entry, `comes after ${gap} octets that belong to no entry`, end);
    if (gap < 0) throw corrupt(entry, `shares ${-gap} octets with another entry`);
    end = entry.end;
  }
  if (end === directoryOffset) return located;
  const message = `${directoryOffset - end} octets that belong to no entry, before the directory`;
  throw new MmsError('zip/corrupt', message, { offset: end });
}

function locate(bytes: Uint8Array, entry: ZipEntry): LocatedEntry {
  const header = readRecord(bytes, entry.localOffset, LOCAL_FILE_HEADER);
  if (header === undefined) throw corrupt(entry, 'is not where the directory says');
  const nameAt = entry.localOffset + LOCAL_FILE_HEADER.length;
  const dataAt = nameAt + header.nameLength + header.extraLength;
  const dataEnd = dataAt + entry.compressedSize;
  if (dataEnd > bytes.length) {
    throw corrupt(entry, `reaches ${dataEnd - bytes.length} octets into the directory`);
  }
  refuseContradiction(entry, header, bytes.subarray(nameAt, nameAt + header.nameLength));
  const end = hasDescriptor(header) ? descriptorEnd(bytes, dataEnd, entry) : dataEnd;
  return { ...entry, packed: bytes.subarray(dataAt, dataEnd), end };
}

function refuseContradiction(entry: ZipEntry, header: Header, localName: Uint8Array): void {
  const offset = entry.localOffset;
  if (isEncrypted(header.flags)) throw entryError('zip/encrypted', entry, 'is encrypted', { offset });
  if (!sameOctets(localName, entry.rawName)) throw corrupt(entry, 'has another name in its local header');
  if (header.method !== entry.method) throw corrupt(entry, 'has another method in its local header');
  if (header.size === ZIP64_MARK[4] || header.compressedSize === ZIP64_MARK[4]) {
    throw entryError('zip/unsupported', entry, 'has zip64 sizes', { offset });
  }
  const stated = hasDescriptor(header) ? withoutBlanks(header, entry) : header;
  if (!sameSizes(stated, entry)) throw corrupt(entry, 'has another size or CRC in its local header');
}

/** The end of the data descriptor, which must repeat the directory. */
function descriptorEnd(bytes: Uint8Array, offset: number, entry: ZipEntry): number {
  for (const layout of [SIGNED_DATA_DESCRIPTOR, DATA_DESCRIPTOR]) {
    const descriptor = readRecord(bytes, offset, layout);
    if (descriptor !== undefined && sameSizes(descriptor, entry)) return offset + layout.length;
  }
  throw corrupt(entry, 'is not followed by the data descriptor that it announces', offset);
}

function hasDescriptor({ flags }: Header): boolean {
  return (flags & FLAGS.dataDescriptor) !== 0;
}

function sameSizes(a: Sizes, b: Sizes): boolean {
  return a.crc32 === b.crc32 && a.compressedSize === b.compressedSize && a.size === b.size;
}

/** A writer that announces a data descriptor leaves 0 what it does not know yet; libarchive knows the size. */
function withoutBlanks(header: Header, entry: Sizes): Sizes {
  return {
    crc32: header.crc32 || entry.crc32,
    compressedSize: header.compressedSize || entry.compressedSize,
    size: header.size || entry.size,
  };
}

function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}

function corrupt(entry: ZipEntry, message: string, offset: number = entry.localOffset): MmsError {
  return entryError('zip/corrupt', entry, message, { offset });
}
