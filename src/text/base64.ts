import { NODE_BUFFER } from '../bytes/index.ts';
import { decodeLatin1 } from './latin1.ts';

/** Octets written at once, of three to four characters. An engine makes larger strings in memory of their own, which takes longer than the writing. */
const PIECE_OCTETS = 3 * 2 ** 14;

/** Octets in Base64 (RFC 4648 4), with its padding and without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  if (NODE_BUFFER === undefined) return toBase64ByHand(bytes);
  const { base64Slice } = NODE_BUFFER.prototype;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE_OCTETS)
    text += base64Slice.call(bytes, at, Math.min(at + PIECE_OCTETS, bytes.length));
  return text;
}

/** {@link toBase64} where Node is not. */
export function toBase64ByHand(bytes: Uint8Array): string {
  return btoa(decodeLatin1(bytes));
}
