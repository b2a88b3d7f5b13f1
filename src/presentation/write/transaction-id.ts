import { joinOctets, sha256, toHex } from '../../bytes/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import { encodeUtf8 } from '../../text/index.ts';
import { emptyEntry } from './entry.ts';

const DIGITS = 16;

/** Stands in the message until {@link stampTransactionId} knows the digits. */
export const BLANK_TRANSACTION_ID = `T${'0'.repeat(DIGITS)}`;

/** Message-Type with its value, Transaction-Id, and the `T` (MMS_ENC 7.1: these fields come first). */
const FIRST_DIGIT = 4;

/**
 * Writes the default transaction id over the blank one: `T` and the first 16 hexadecimal digits of a SHA-256. It is
 * taken over the octets of the message before its first part (the 16 digits being zeros), and then for each part its
 * entry as if it had no data (HeadersLen, a DataLen of 0, Content-Type and headers) and the SHA-256 of its data.
 * @param headerBytes octets before the first part
 */
export function stampTransactionId(
  bytes: Uint8Array,
  headerBytes: number,
  parts: readonly PresentationPart[],
): void {
  const pieces = parts.flatMap(part => [emptyEntry(part), digestOf(part.data)]);
  const digest = toHex(sha256(joinOctets([bytes.subarray(0, headerBytes), ...pieces])));
  bytes.set(encodeUtf8(digest.slice(0, DIGITS)), FIRST_DIGIT);
}

const digests = new WeakMap<Uint8Array, Uint8Array>();

/** The SHA-256 of a part's data, taken once: the data of a presentation never change. */
function digestOf(data: Uint8Array): Uint8Array {
  let digest = digests.get(data);
  if (digest === undefined) {
    digest = sha256(data);
    digests.set(data, digest);
  }
  return digest;
}
