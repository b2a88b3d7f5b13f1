import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs, SEED } from '../support/property.ts';

const FOLDER = join(import.meta.dirname, '../vectors/mms');
const corpus = readdirSync(FOLDER).map(file =>
  fromHex((JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { hex: string }).hex),
);

/** Far above what a decode of some kilobytes takes: only a hang gets here. */
const HANG_GUARD_MS = 50;

/** Decodes and says what came of it; anything but a value or a typed error fails. */
function outcome(bytes: Uint8Array): string {
  try {
    const pdu = decodePdu(bytes);
    return pdu.messageType;
  } catch (error) {
    if (!isMmsError(error)) throw new Error(`untyped error for ${toHex(bytes)}`, { cause: error });
    return error.code;
  }
}

/** Best of three, so that a pause of the machine is not taken for a hang. */
function timed(bytes: Uint8Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best > HANG_GUARD_MS; attempt++) {
    const start = performance.now();
    outcome(bytes);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('hostile PDUs', () => {
  it('every truncation of every vector is a value or a typed error', () => {
    let cases = 0;
    for (const bytes of corpus) {
      for (let length = 0; length < bytes.length; length++, cases++) {
        expect(timed(bytes.subarray(0, length))).toBeLessThan(HANG_GUARD_MS);
      }
    }
    expect(cases).toBeGreaterThan(2000);
  });

  it('every octet replaced by 00, 1F, 20, 7F, 80, FF is a value or a typed error', () => {
    for (const bytes of corpus) {
      for (let at = 0; at < Math.min(bytes.length, 512); at++) {
        for (const octet of [0x00, 0x1f, 0x20, 0x7f, 0x80, 0xff]) outcome(bytes.with(at, octet));
      }
    }
    expect(corpus).toHaveLength(18);
  });

  it(`${runs(50_000)} mutated PDUs (seed ${SEED}) are a value or a typed error, none hangs`, () => {
    const next = random();
    const pick = (): Uint8Array => corpus[Math.floor(next() * corpus.length)] ?? new Uint8Array();
    const seen = new Map<string, number>();
    for (let i = 0; i < runs(50_000); i++) {
      const bytes = mutate(pick(), pick(), next);
      const start = performance.now();
      const result = outcome(bytes);
      if (performance.now() - start > HANG_GUARD_MS) expect(timed(bytes)).toBeLessThan(HANG_GUARD_MS);
      seen.set(result, (seen.get(result) ?? 0) + 1);
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('what decodes can be written and reads the same again, unless it holds what no encoder may write', () => {
    const next = random();
    let written = 0;
    for (let i = 0; i < runs(5000); i++) {
      const bytes = mutate(corpus[i % corpus.length] ?? new Uint8Array(), new Uint8Array([0x80, 0]), next);
      let again: Uint8Array;
      try {
        again = encodePdu(decodePdu(bytes));
      } catch (error) {
        if (!isMmsError(error)) throw new Error(`untyped error for ${toHex(bytes)}`, { cause: error });
        continue;
      }
      written++;
      expect(toHex(encodePdu(decodePdu(again)))).toBe(toHex(again));
    }
    expect(written).toBeGreaterThan(500);
  });

  it('refuses the four octets that crash other parsers', () => {
    expect(() => decodePdu(fromHex('8c828940'))).toThrow(
      expect.objectContaining({ name: 'MmsError', offset: expect.any(Number), path: expect.any(String) }),
    );
  });

  it('refuses a value-length of 20 to 7F in every field with a bounded value', () => {
    for (const field of [0x87, 0x88, 0x89, 0x9d, 0xa0, 0xa1, 0xa4]) {
      for (let octet = 0x20; octet < 0x80; octet++) {
        expect(() => decodePdu(Uint8Array.of(0x8c, 0x84, field, octet))).toThrow(
          expect.objectContaining({ name: 'MmsError' }),
        );
      }
    }
  });

  const HUGE = '8fffffff7f';
  const HEAD = '8c8098543100' + '8d92' + '890181';
  const hugeLengths = {
    'parts count': `${HEAD}84a3${HUGE}`,
    'headers length': `${HEAD}84a301${HUGE}00`,
    'data length': `${HEAD}84a30101${HUGE}83`,
    'value-length': `${HEAD}961f${HUGE}`,
    'content type': `${HEAD}841f${HUGE}`,
    'unknown field': `${HEAD}df1f${HUGE}`,
    'six octets': `${HEAD}961f8fffffffff7f`,
  };

  for (const [name, hex] of Object.entries(hugeLengths)) {
    it(`a length of 4 GB (${name}) allocates nothing`, () => {
      const bytes = fromHex(hex);
      outcome(bytes);
      const before = process.memoryUsage();
      for (let i = 0; i < 1000; i++) outcome(bytes);
      const after = process.memoryUsage();
      expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(1_000_000);
      expect(after.external - before.external).toBeLessThan(1_000_000);
    });
  }

  it('bounds depth, parts and headers', () => {
    const nested = (depth: number): string => (depth === 0 ? '00' : wrap(nested(depth - 1)));
    const wrap = (inner: string): string => `0101${uintvarHex(inner.length / 2)}a3${inner}`;
    const uintvarHex = (value: number): string =>
      toHex(value < 128 ? Uint8Array.of(value) : Uint8Array.of(0x80 | (value >> 7), value & 0x7f));
    const pdu = (body: string): Uint8Array => fromHex(`8c84${'850101'}84a3${body}`);
    expect(() => decodePdu(pdu(wrap(wrap(nested(1)).replace(/^/, ''))))).not.toThrow();
    expect(() => decodePdu(pdu(nested(10)))).toThrow(expect.objectContaining({ code: 'wsp/too-deep' }));
    const many = pdu(`${'8f7f'}${'010083'.repeat(200)}`);
    expect(() => decodePdu(many)).toThrow(expect.objectContaining({ code: 'wsp/too-many-parts' }));
    expect(decodePdu(many, { limits: { maxParts: 5000 } })).toHaveProperty('parts.length', 200);
    const crowded = new Uint8Array([
      0x8c,
      0x84,
      ...Array.from({ length: 4000 }, (_, i) => (i % 2 ? 0x80 : 0x86)),
    ]);
    expect(() => decodePdu(crowded)).toThrow(expect.objectContaining({ code: 'mms/too-many-headers' }));
  });
});
