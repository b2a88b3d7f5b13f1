import { crc32 } from 'node:zlib';
import { LIMITS } from '../../limits.ts';
import { encodeUtf8 } from '../../text/index.ts';
import type { BundleEntry } from '../bundle.ts';
import { deflateEntries } from './deflate-entries.ts';
import { isTooDense } from './entry-limits.ts';
import { METHODS } from './records.ts';

/** An entry as it is to stand in an archive. */
export interface PackedEntry {
  readonly rawName: Uint8Array;
  readonly method: number;
  readonly crc32: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/**
 * Up to here a file is stored: its entry has some hundred octets of headers, which nothing makes smaller, and JSZip
 * takes longer to get ready for a file than to deflate it.
 */
const LARGEST_STORED_BYTES = 256;

/**
 * Entries as they are packed: stored when they are compressed already or small, when deflating does not make them
 * smaller, or when it makes them denser than readers of the default limits take; else deflated.
 */
export async function packEntries(entries: readonly BundleEntry[]): Promise<PackedEntry[]> {
  const deflated = (await deflateEntries(entries.filter(isWorthDeflating))).values();
  return entries.map(entry => packEntry(entry, isWorthDeflating(entry) ? deflated.next().value : undefined));
}

function isWorthDeflating({ data, isCompressed }: BundleEntry): boolean {
  return isCompressed !== true && data.length > LARGEST_STORED_BYTES;
}

function packEntry({ name, data }: BundleEntry, deflated: Uint8Array | undefined): PackedEntry {
  const facts = { rawName: encodeUtf8(name), crc32: crc32(data), size: data.length };
  return deflated === undefined || isBetterStored(data, deflated)
    ? { ...facts, method: METHODS.stored, packed: data }
    : { ...facts, method: METHODS.deflated, packed: deflated };
}

function isBetterStored({ length: size }: Uint8Array, { length: compressedSize }: Uint8Array): boolean {
  return compressedSize >= size || isTooDense({ size, compressedSize }, LIMITS);
}
