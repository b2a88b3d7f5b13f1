import type { Payload } from './payload.ts';

/** Of the 32-bit FNV-1a hash: a checksum, no secret. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

const hashOf = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME);

function hashText(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = hashOf(hash, text.charCodeAt(i));
  return hash;
}

/**
 * The reference of a long message that was given none: made of number and content, so that two messages to one phone
 * seldom share one, while the same message has the same octets every time.
 */
export function defaultReference(payload: Payload, to: string | undefined, bits: 8 | 16): number {
  let hash = hashText(OFFSET_BASIS, typeof to === 'string' ? to : '');
  if (payload.alphabet === '8bit') for (const octet of payload.data) hash = hashOf(hash, octet);
  else hash = hashText(hash, payload.text);
  const folded = (hash >>> 16) ^ (hash & 0xffff);
  return bits === 16 ? folded : (folded >> 8) ^ (folded & 0xff);
}
