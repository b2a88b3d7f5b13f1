/** Of the 32-bit FNV-1a hash: a checksum, no secret. */
const OFFSET_BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, PRIME);
  return product ^ (product >>> 15);
}

const WORD_OCTETS = 4;
const TURN_OCTETS = 2 * WORD_OCTETS;

/** FNV-1a by words of four octets, in two chains, so that one multiplication need not wait for the one before. */
function hashOf(octets: DataView<ArrayBuffer>): number {
  const count = octets.byteLength;
  let even = OFFSET_BASIS;
  let odd = count;
  let i = 0;
  for (; i + TURN_OCTETS <= count; i += TURN_OCTETS) {
    even = mix(even, octets.getInt32(i));
    odd = mix(odd, octets.getInt32(i + WORD_OCTETS));
  }
  for (; i < count; i++) even = mix(even, octets.getUint8(i));
  return mix(even, odd);
}

/**
 * The reference of a long message that was given none: made of its TPDUs, so of number and content. Two messages to
 * one phone seldom share one, while the same message has the same octets every time.
 */
export function defaultReference(tpdus: DataView<ArrayBuffer>, bits: 8 | 16): number {
  const hash = hashOf(tpdus);
  const folded = (hash >>> 16) ^ (hash & 0xffff);
  return bits === 16 ? folded : (folded >> 8) ^ (folded & 0xff);
}
