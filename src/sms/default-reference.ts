/** Of the 32-bit FNV-1a hash: a checksum, no secret. */
const OFFSET_BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, PRIME);
  return product ^ (product >>> 15);
}

const WORD_OCTETS = 4;

/** FNV-1a by words of four octets; every other one has a hash of its own, as a processor makes two at a time. */
function hashOf(octets: DataView<ArrayBuffer>): number {
  const count = octets.byteLength;
  let hash = OFFSET_BASIS;
  let other = OFFSET_BASIS;
  let i = 0;
  for (; i + 2 * WORD_OCTETS <= count; i += 2 * WORD_OCTETS) {
    hash = mix(hash, octets.getInt32(i));
    other = mix(other, octets.getInt32(i + WORD_OCTETS));
  }
  for (; i < count; i++) hash = mix(hash, octets.getUint8(i));
  return mix(hash, other);
}

/**
 * The reference of a long message that was given none: made of its TPDUs, so of number and content. Two messages to
 * one phone seldom share one, while the same message has the same octets every time.
 */
export function defaultReference(tpdus: DataView<ArrayBuffer>, bits: 8 | 16): number {
  // The highest bits of a product depend on all others.
  return hashOf(tpdus) >>> (32 - bits);
}
