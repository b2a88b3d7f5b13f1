import { BLOCK_OCTETS } from './digest.ts';

/**
 * The keyed digest of a message (RFC 2104), as long as that of the hash.
 * @param hash - `sha1` or `sha256`
 * @example hmac(sha1, key, message)
 */
export function hmac(
  hash: (bytes: Uint8Array) => Uint8Array,
  key: Uint8Array,
  message: Uint8Array,
): Uint8Array {
  const shortKey = key.length > BLOCK_OCTETS ? hash(key) : key;
  return hash(keyed(shortKey, 0x5c, hash(keyed(shortKey, 0x36, message))));
}

/** The key as a block, each octet changed by `pad`, and the content after it. */
function keyed(key: Uint8Array, pad: number, content: Uint8Array): Uint8Array {
  const octets = new Uint8Array(BLOCK_OCTETS + content.length);
  octets.fill(pad, 0, BLOCK_OCTETS);
  for (const [at, octet] of key.entries()) octets[at] = octet ^ pad;
  octets.set(content, BLOCK_OCTETS);
  return octets;
}
