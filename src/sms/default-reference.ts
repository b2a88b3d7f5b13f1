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

function hashOctets(start: number, octets: Uint8Array, count: number): number {
  let hash = start;
  for (let i = 0; i < count; i++) hash = hashOf(hash, octets[i] ?? 0);
  return hash;
}

/** Of septets, where there are some: they are read faster than the characters of a text. */
function hashContent(start: number, payload: Payload): number {
  if (payload.alphabet === 'ucs2') return hashText(start, payload.text);
  return payload.alphabet === 'gsm7'
    ? hashOctets(start, payload.septets, payload.count)
    : hashOctets(start, payload.data, payload.data.length);
}

/**
 * The reference of a long message that was given none: made of number and content, so that two messages to one phone
 * seldom share one, while the same message has the same octets every time.
 */
export function defaultReference(payload: Payload, to: string | undefined, bits: 8 | 16): number {
  const hash = hashContent(hashText(OFFSET_BASIS, typeof to === 'string' ? to : ''), payload);
  const folded = (hash >>> 16) ^ (hash & 0xffff);
  return bits === 16 ? folded : (folded >> 8) ^ (folded & 0xff);
}
