/** Octets of a block of SHA-1 and SHA-256, and of a key of their HMAC. */
export const BLOCK_OCTETS = 64;
const LENGTH_OCTETS = 8;

/** A hash as FIPS 180-4 builds it: blocks of 64 octets change a state of 32-bit words, which is the digest. */
export interface HashFunction {
  readonly initialState: readonly number[];
  /** Changes `state` by one block of sixteen words; `schedule` is room for the expanded block. */
  readonly compress: (state: Uint32Array, schedule: Uint32Array) => void;
  /** Words of the expanded block; the first sixteen are the block. */
  readonly scheduleWords: number;
}

/** The digest of the octets. */
export function digest(
  { initialState, compress, scheduleWords }: HashFunction,
  bytes: Uint8Array,
): Uint8Array {
  const state = Uint32Array.from(initialState);
  const schedule = new Uint32Array(scheduleWords);
  const whole = bytes.length - (bytes.length % BLOCK_OCTETS);
  absorb(bytes.subarray(0, whole));
  absorb(paddedEnd(bytes.subarray(whole), bytes.length));
  return octetsOf(state);

  function absorb(blocks: Uint8Array): void {
    const words = new DataView(blocks.buffer, blocks.byteOffset, blocks.length);
    for (let block = 0; block < blocks.length; block += BLOCK_OCTETS) {
      for (let word = 0; word < 16; word++) schedule[word] = words.getUint32(block + word * 4);
      compress(state, schedule);
    }
  }
}

/** The last octets, a set bit, zeros, and the length in bits at the end of a block (FIPS 180-4 5.1.1). */
function paddedEnd(rest: Uint8Array, length: number): Uint8Array {
  const blocks = rest.length + 1 + LENGTH_OCTETS > BLOCK_OCTETS ? 2 : 1;
  const padded = new Uint8Array(blocks * BLOCK_OCTETS);
  padded.set(rest);
  padded[rest.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - LENGTH_OCTETS, BigInt(length) * 8n);
  return padded;
}

function octetsOf(words: Uint32Array): Uint8Array {
  const octets = new Uint8Array(words.length * 4);
  const view = new DataView(octets.buffer);
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word);
  return octets;
}
