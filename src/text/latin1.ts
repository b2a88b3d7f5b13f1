import { NODE_BUFFER, octetAt } from '../bytes/index.ts';

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
function chunk(bytes: Uint8Array, start: number, length: number): string {
  const c0 = octetAt(bytes, start);
  if (length === 1) return fromCharCode(c0);
  const c1 = octetAt(bytes, start + 1);
  if (length === 2) return fromCharCode(c0, c1);
  const c2 = octetAt(bytes, start + 2);
  if (length === 3) return fromCharCode(c0, c1, c2);
  const c3 = octetAt(bytes, start + 3);
  if (length === 4) return fromCharCode(c0, c1, c2, c3);
  const c4 = octetAt(bytes, start + 4);
  if (length === 5) return fromCharCode(c0, c1, c2, c3, c4);
  const c5 = octetAt(bytes, start + 5);
  if (length === 6) return fromCharCode(c0, c1, c2, c3, c4, c5);
  const c6 = octetAt(bytes, start + 6);
  if (length === 7) return fromCharCode(c0, c1, c2, c3, c4, c5, c6);
  const c7 = octetAt(bytes, start + 7);
  if (length === 8) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7);
  const c8 = octetAt(bytes, start + 8);
  if (length === 9) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8);
  const c9 = octetAt(bytes, start + 9);
  if (length === 10) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9);
  const c10 = octetAt(bytes, start + 10);
  if (length === 11) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10);
  const c11 = octetAt(bytes, start + 11);
  if (length === 12) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11);
  const c12 = octetAt(bytes, start + 12);
  if (length === 13) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12);
  const c13 = octetAt(bytes, start + 13);
  if (length === 14) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13);
  const c14 = octetAt(bytes, start + 14);
  if (length === 15) return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14);
  const c15 = octetAt(bytes, start + 15);
  return fromCharCode(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15);
}
