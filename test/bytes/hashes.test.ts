import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { hmac, sha1, sha256, toHex } from '../../src/bytes/index.ts';
import { sha256InScript } from '../../src/bytes/sha256.ts';
import { random, runs } from '../support/property.ts';

const HASHES = [
  // FIPS 180-4 examples, and RFC 2202 case 2 and RFC 4231 case 2
  {
    name: 'sha1',
    hash: sha1,
    abc: 'a9993e364706816aba3e25717850c26c9cd0d89d',
    hmac: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
  },
  {
    name: 'sha256',
    hash: sha256,
    abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    hmac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  },
  {
    name: 'sha256',
    hash: sha256InScript,
    abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    hmac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  },
] as const;

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function octets(length: number, next: () => number): Uint8Array {
  return Uint8Array.from({ length }, () => next() * 256);
}

describe.each(HASHES)('$name', ({ name, hash, abc, hmac: keyed }) => {
  it('agrees with the examples of its specification', () => {
    expect(toHex(hash(ascii('abc')))).toBe(abc);
    expect(toHex(hmac(hash, ascii('Jefe'), ascii('what do ya want for nothing?')))).toBe(keyed);
  });

  it('agrees with OpenSSL at every length around the blocks', () => {
    const next = random();
    for (let length = 0; length <= 260; length++) {
      const bytes = octets(length, next);
      expect(toHex(hash(bytes))).toBe(createHash(name).update(bytes).digest('hex'));
    }
  });

  it('agrees with OpenSSL about a view into larger octets', () => {
    const bytes = octets(70_000, random()).subarray(3);
    expect(toHex(hash(bytes))).toBe(createHash(name).update(bytes).digest('hex'));
  });

  it('agrees with OpenSSL about keyed digests, with keys shorter and longer than a block', () => {
    const next = random();
    for (let run = 0; run < runs(300); run++) {
      const key = octets(next() * 140, next);
      const message = octets(next() * 300, next);
      expect(toHex(hmac(hash, key, message))).toBe(createHmac(name, key).update(message).digest('hex'));
    }
  });
});

it('gives the SHA-256 of many octets also where the runtime lends no hash', () => {
  const bytes = octets(5000, random());
  vi.stubGlobal('process', undefined);
  try {
    expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  } finally {
    vi.unstubAllGlobals();
  }
});
