import { crc32, type InflateRaw, inflateRawSync } from 'node:zlib';
import type { LocatedEntry } from './local-entries.ts';
import { METHODS } from './records.ts';
import { entryError } from './zip-entry.ts';

/** Buffers from this size on are not cut from a block that others share; Node tells the size of that block. */
const OWN_BUFFER_BYTES = Buffer.poolSize >>> 1;

/** The least that zlib takes. */
const LEAST_CHUNK_BYTES = 64;

/**
 * The data of an entry: a view of the archive when it is stored, else inflated into one buffer of the declared size.
 * @throws MmsError `zip/corrupt` when size or CRC are not the declared ones, without inflating more than declared
 */
export function inflateEntry(entry: LocatedEntry): Uint8Array {
  const data = entry.method === METHODS.stored ? entry.packed : inflate(entry);
  if (data.length !== entry.size) {
    throw entryError('zip/corrupt', entry, `has ${data.length} octets, ${entry.size} are declared`);
  }
  if (crc32(data) !== entry.crc32) throw entryError('zip/corrupt', entry, 'is damaged: its CRC is another');
  return data;
}

function inflate(entry: LocatedEntry): Uint8Array {
  const { buffer, engine } = inflateDeclared(entry);
  const left = entry.packed.length - engine.bytesWritten;
  if (left > 0) throw entryError('zip/corrupt', entry, `has ${left} octets after its data`);
  return buffer.length < OWN_BUFFER_BYTES
    ? new Uint8Array(buffer)
    : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** What inflateRawSync gives for `info: true`, which its type does not tell. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: InflateRaw;
}

function inflateDeclared(entry: LocatedEntry): Inflated {
  try {
    const inflated: unknown = inflateRawSync(entry.packed, {
      info: true,
      maxOutputLength: Math.max(1, entry.size),
      // One octet more than needed, so that the whole fits the first chunk and is not copied.
      chunkSize: Math.max(LEAST_CHUNK_BYTES, entry.size + 1),
    });
    return inflated as Inflated;
  } catch (cause) {
    const isTooLong = cause instanceof RangeError;
    const message = isTooLong ? `has more than the declared ${entry.size} octets` : 'cannot be inflated';
    throw entryError('zip/corrupt', entry, message, { cause });
  }
}
