import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ByteReader, fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { type DecodedPdu, decodePdu, encodePdu, HEADER_FIELDS, MESSAGE_TYPES } from '../../src/mms/index.ts';
import type { Codec } from '../../src/wsp/index.ts';
import { saidBy } from '../mms/tolerance.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs, SEED } from '../support/property.ts';

const FOLDER = join(import.meta.dirname, '../vectors/mms');
const corpus = readdirSync(FOLDER).map(file =>
  fromHex((JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { hex: string }).hex),
);

/** What the octets say, or the error; anything but a typed one fails. */
function read(bytes: Uint8Array): DecodedPdu | MmsError {
  try {
    return decodePdu(bytes);
  } catch (error) {
    if (!isMmsError(error)) throw new Error(`untyped error for ${toHex(bytes)}`, { cause: error });
    return error;
  }
}

function outcome(bytes: Uint8Array): string {
  const pdu = read(bytes);
  return pdu instanceof MmsError ? pdu.code : pdu.messageType;
}

/** True for a codec that makes something of these octets. */
function isReadFrom(codec: Codec<unknown, never>, bytes: Uint8Array): boolean {
  try {
    codec.decode(new ByteReader(bytes));
    return true;
  } catch {
    return false;
  }
}

describe('hostile PDUs', () => {
  it('P1: every truncation of every vector is a value or a typed error', () => {
    let cases = 0;
    for (const bytes of corpus) {
      for (let length = 0; length < bytes.length; length++, cases++) {
        outcome(bytes.subarray(0, length));
      }
    }
    expect(cases).toBeGreaterThan(2000);
  });

  it('P2: every octet replaced by 00, 1F, 20, 7F, 80, FF is a value or a typed error', () => {
    for (const bytes of corpus) {
      for (let at = 0; at < Math.min(bytes.length, 512); at++) {
        for (const octet of [0x00, 0x1f, 0x20, 0x7f, 0x80, 0xff]) outcome(bytes.with(at, octet));
      }
    }
    expect(corpus).toHaveLength(18);
  });

  const mutated = runs(50_000);
  const written = runs(20_000);

  it(`P3: ${mutated} mutated PDUs (seed ${SEED}) are a value or a typed error; of ${written}, what decodes can be written, and reads the same again`, () => {
    const next = random();
    const pick = (): Uint8Array => corpus[Math.floor(next() * corpus.length)] ?? new Uint8Array();
    const seen = new Set<string>();
    let again = 0;
    for (let i = 0; i < mutated; i++) {
      const bytes = mutate(pick(), pick(), next);
      const pdu = read(bytes);
      seen.add(pdu instanceof MmsError ? pdu.code : pdu.messageType);
      if (pdu instanceof MmsError || i >= written) continue;
      const [said, saidAgain] = [saidBy(bytes), saidBy(encodePdu(pdu))];
      if (!isDeepStrictEqual(saidAgain, said)) expect(saidAgain, toHex(bytes)).toEqual(said);
      again++;
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(again).toBeGreaterThan(written / 2);
  });

  it('P7: every first octet in every field of the table is a value or a typed error', () => {
    const tails = [[], [0], [0x80, 0], [0x41, 0x42, 0, 0x8d, 0x92]];
    const seen = new Map<string, number>();
    for (const { code, in: presences } of HEADER_FIELDS) {
      const messageType = MESSAGE_TYPES.find(({ name }) => name in presences) ?? MESSAGE_TYPES[0];
      for (let octet = 0; octet < 256; octet++) {
        for (const tail of tails) {
          const result = outcome(Uint8Array.of(0x8c, messageType.code, 0x80 | code, octet, ...tail));
          seen.set(result, (seen.get(result) ?? 0) + 1);
        }
      }
    }
    expect(seen.get('bytes/truncated')).toBeGreaterThan(1000);
    expect(seen.get('m-send-req')).toBeGreaterThan(1000);
  });

  it('P7: a first octet of 20 to 7F where a length is due is no reason to read past the end', () => {
    const bounded = HEADER_FIELDS.filter(
      ({ codec }) => !codec.name.startsWith('Status-count') && !isReadFrom(codec, Uint8Array.of(0x41, 0)),
    );
    expect(bounded.length).toBeGreaterThan(10);
    for (const { code } of bounded) {
      for (let octet = 0x20; octet < 0x80; octet++) {
        expect(() => decodePdu(Uint8Array.of(0x8c, 0x84, 0x80 | code, octet))).toThrow(
          expect.objectContaining({
            name: 'MmsError',
            offset: expect.any(Number),
            path: expect.any(String),
          }),
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
    it(`P4: a length of 4 GB (${name}) allocates nothing`, () => {
      const bytes = fromHex(hex);
      outcome(bytes);
      const before = process.memoryUsage();
      for (let i = 0; i < 1000; i++) outcome(bytes);
      const after = process.memoryUsage();
      expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(1_000_000);
      expect(after.external - before.external).toBeLessThan(1_000_000);
    });
  }

  it('P5: bounds depth, parts and headers', () => {
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
