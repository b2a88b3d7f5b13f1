import { digest, type HashFunction } from './digest.ts';

/** The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4 4.2.2). */
const ROUND_CONSTANTS = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
];
const ROUNDS = ROUND_CONSTANTS.length;

const SHA256: HashFunction = {
  initialState: [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ],
  scheduleWords: ROUNDS,
  compress,
};

/** Up to here script is as fast as to load the hash of the runtime, which then is faster for any octets. */
const FEW_OCTETS = 1024;

/** The SHA-256 digest, 32 octets (FIPS 180-4 6.2); by the runtime's own hash where that is there and faster. */
export function sha256(bytes: Uint8Array): Uint8Array {
  if (bytes.length > FEW_OCTETS) loaded ??= nodeCrypto();
  return loaded === undefined
    ? sha256InScript(bytes)
    : new Uint8Array(loaded.createHash('sha256').update(bytes).digest());
}

/** The same in script alone, for browsers. */
export function sha256InScript(bytes: Uint8Array): Uint8Array {
  return digest(SHA256, bytes);
}

/** Node lends its modules without an import, which a browser could not resolve. */
const nodeCrypto = () => globalThis.process?.getBuiltinModule?.('node:crypto');

/** Not before many octets have asked for it. */
let loaded: ReturnType<typeof nodeCrypto>;

function compress(state: Uint32Array, schedule: Uint32Array): void {
  for (let t = 16; t < ROUNDS; t++) {
    const before = at(schedule, t - 15);
    const last = at(schedule, t - 2);
    const sigma0 = rotateRight(before, 7) ^ rotateRight(before, 18) ^ (before >>> 3);
    const sigma1 = rotateRight(last, 17) ^ rotateRight(last, 19) ^ (last >>> 10);
    schedule[t] = sigma1 + at(schedule, t - 7) + sigma0 + at(schedule, t - 16);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < ROUNDS; t++) {
    const sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + sum1 + choice + (ROUND_CONSTANTS[t] ?? 0) + at(schedule, t)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + majority) | 0;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}

function rotateRight(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
