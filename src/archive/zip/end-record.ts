import { MmsError } from '../../errors.ts';
import {
  END_OF_CENTRAL_DIRECTORY,
  LOCAL_FILE_HEADER,
  readRecord,
  ZIP64_LOCATOR,
  ZIP64_MARK,
  type ZipRecord,
} from './records.ts';

/** Where the central directory is and how many entries it has. */
export interface EndRecord {
  readonly entries: number;
  readonly directoryOffset: number;
  readonly directoryEnd: number;
}

/**
 * Finds the record that ends an archive. Nothing but a comment may follow it, and the directory must end where it
 * begins.
 * @throws MmsError `zip/not-a-zip`, `zip/corrupt` or `zip/unsupported`
 */
export function readEndRecord(bytes: Uint8Array): EndRecord {
  const offset = lastEndSignature(bytes);
  const record = readRecord(bytes, offset, END_OF_CENTRAL_DIRECTORY);
  if (record === undefined) throw withoutEnd(bytes);
  refuseTail(bytes, offset + END_OF_CENTRAL_DIRECTORY.length + record.commentLength);
  refuseZip64(bytes, offset, record);
  refuseDisks(offset, record);
  const { entries, directoryOffset, directorySize } = record;
  const junk = offset - directorySize - directoryOffset;
  if (junk > 0) throw corrupt(`${junk} octets that belong to no entry, before the archive or within`, 0);
  if (junk < 0) throw corrupt('the directory reaches past its end record', offset);
  return { entries, directoryOffset, directoryEnd: offset };
}

/** Offset of the last place where an end record can begin, -1 for none; a comment has 65,535 octets at most. */
function lastEndSignature(bytes: Uint8Array): number {
  const last = bytes.length - END_OF_CENTRAL_DIRECTORY.length;
  const first = Math.max(0, last - 0xffff);
  for (let offset = last; offset >= first; offset--) {
    const maybe = bytes[offset] === 0x50 && bytes[offset + 1] === 0x4b;
    if (maybe && readRecord(bytes, offset, END_OF_CENTRAL_DIRECTORY) !== undefined) return offset;
  }
  return -1;
}

function withoutEnd(bytes: Uint8Array): MmsError {
  if (readRecord(bytes, 0, LOCAL_FILE_HEADER) === undefined) {
    return new MmsError('zip/not-a-zip', 'the input is not a ZIP archive: it has no end record');
  }
  return new MmsError('zip/corrupt', 'the archive has no end record', {
    offset: bytes.length,
    hint: 'the file was cut off or something follows the archive: fetch it again',
  });
}

function refuseTail(bytes: Uint8Array, end: number): void {
  if (end > bytes.length) throw corrupt(`the comment ends ${end - bytes.length} octets past the input`, end);
  if (end < bytes.length) throw corrupt(`${bytes.length - end} octets after the end of the archive`, end);
}

type Record = ZipRecord<typeof END_OF_CENTRAL_DIRECTORY>;

function refuseZip64(bytes: Uint8Array, offset: number, record: Record): void {
  const marked =
    record.entries === ZIP64_MARK[2] ||
    record.directorySize === ZIP64_MARK[4] ||
    record.directoryOffset === ZIP64_MARK[4];
  if (marked || readRecord(bytes, offset - ZIP64_LOCATOR.length, ZIP64_LOCATOR) !== undefined) {
    throw new MmsError('zip/unsupported', 'the archive is in zip64 format', { offset });
  }
}

function refuseDisks(offset: number, { disk, directoryDisk, diskEntries, entries }: Record): void {
  if (disk === 0 && directoryDisk === 0 && diskEntries === entries) return;
  throw new MmsError('zip/unsupported', 'the archive is one of several volumes', { offset });
}

function corrupt(message: string, offset: number): MmsError {
  return new MmsError('zip/corrupt', message, { offset });
}
