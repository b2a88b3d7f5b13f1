import { NODE_BUFFER } from '../bytes/index.ts';
import { decodeLatin1 } from './latin1.ts';

/** Octets in Base64 (RFC 4648 4), with its padding and without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  return NODE_BUFFER === undefined
    ? toBase64ByHand(bytes)
    : NODE_BUFFER.prototype.base64Slice.call(bytes, 0, bytes.length);
}

/** {@link toBase64} where Node is not. */
export function toBase64ByHand(bytes: Uint8Array): string {
  return btoa(decodeLatin1(bytes));
}
