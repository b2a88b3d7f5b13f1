import { NODE_BUFFER } from '../bytes/index.ts';

const { fromCharCode } = String;

const CHUNK = 16;
/** From here on Node's own way is faster, which costs the same for any length. */
const LONG = 28;

/** Each octet as the character of the same number (ISO-8859-1). Faster than TextDecoder for short texts. */
export function decodeLatin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end <= start) return '';
  if (end - start > LONG && NODE_BUFFER !== undefined)
    return NODE_BUFFER.prototype.latin1Slice.call(bytes, start, end);
  return decodeLatin1ByHand(bytes, start, end);
}

/** {@link decodeLatin1} where Node is not, and for what is short. */
export function decodeLatin1ByHand(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  for (; at + CHUNK < end; at += CHUNK) text += chunk(bytes, at, CHUNK);
  return text + chunk(bytes, at, end - at);
}

/** One to {@link CHUNK} characters in one call: joining texts costs more than making them. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a flat list of lengths
function chunk(bytes: Uint8Array, start: number, length: number): string {
  const c0 = bytes[start] ?? 0;
  if (length === 1) return fromCharCode(c0);
  const c1 = bytes[start + 1] ?? 0;
  if (length === 2) return fromCharCode(c0, c1);
  const c2 = bytes[start + 2] ?? 0;
  if (length === 3) return fromCharCode(c0, c1, c2);
  const c3 = bytes[start + 3] ?? 0;
  if (length === 4) return fromCharCode(c0, c1, c2, c3);
  const c4 = bytes[start + 4] ?? 0;
  if (length === 5) return fromCharCode(c0, c1, c2, c3, c4);
  const c5 = bytes[start + 5] ?? 0;
  if (length === 6) return fromCharCode(c0, c1, c2, c3, c4, c5);
  const c6 = bytes[start + 6] ?? 0;
  if (length === 7) return fromCharCode(c0, c1, c2, c3, c4, c5, c6);
  const c7 = bytes[start + 7] ?? 0;
  if (length === 8) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7);
  const c8 = bytes[start + 8] ?? 0;
  if (length === 9) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8);
  const c9 = bytes[start + 9] ?? 0;
  if (length === 10) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9);
  const c10 = bytes[start + 10] ?? 0;
  if (length === 11) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10);
  const c11 = bytes[start + 11] ?? 0;
  if (length === 12) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11);
  const c12 = bytes[start + 12] ?? 0;
  if (length === 13) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12);
  const c13 = bytes[start + 13] ?? 0;
  if (length === 14) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13);
  const c14 = bytes[start + 14] ?? 0;
  if (length === 15) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14);
  const c15 = bytes[start + 15] ?? 0;
  return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15);
}
