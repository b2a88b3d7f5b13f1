import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, joinOctets, toHex } from '../../src/bytes/index.ts';
import { decodePdu, encodePdu, encodePduChunks, encodePduInto, type PduInput } from '../../src/mms/index.ts';
import type { PartInput } from '../../src/wsp/index.ts';
import { runs } from '../support/property.ts';
import { anyPdu } from './arbitraries.ts';
import { outcome, readBothWays } from './both-ways.ts';

function expectAlike(bytes: Uint8Array, strict = false): void {
  const read = outcome(() => readBothWays(bytes, strict));
  expect(read).toStrictEqual(outcome(() => decodePdu(bytes, { strict })));
}

/** With a list of unknown fields, empty or not, nothing is written quickly. */
const slowly = (pdu: PduInput): PduInput => ({ ...pdu, unknown: pdu.unknown ?? [] });

const damaged = fc.record({
  pdu: anyPdu,
  at: fc.nat(400),
  octet: fc.nat(255),
  cut: fc.option(fc.nat(400), { nil: undefined }),
});

const VECTORS = join(import.meta.dirname, '../vectors/mms');

describe('the quick way', () => {
  it.each(readdirSync(VECTORS))('reads %s as the careful one does', file => {
    const { hex }: { hex: string } = JSON.parse(readFileSync(join(VECTORS, file), 'utf8'));
    expectAlike(fromHex(hex));
    expectAlike(fromHex(hex), true);
  });

  it('reads as the careful one does', () => {
    fc.assert(
      fc.property(anyPdu, fc.boolean(), (pdu, strict) => expectAlike(encodePdu(pdu), strict)),
      { numRuns: runs(500) },
    );
  });

  it('leaves what is damaged to the careful one', () => {
    fc.assert(
      fc.property(damaged, fc.boolean(), ({ pdu, at, octet, cut }, strict) => {
        const bytes = encodePdu(pdu);
        bytes[at % bytes.length] = octet;
        expectAlike(cut === undefined ? bytes : bytes.subarray(0, cut), strict);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('writes the octets of the careful one', () => {
    fc.assert(
      fc.property(anyPdu, pdu => {
        expect(toHex(encodePdu(pdu))).toBe(toHex(encodePdu(slowly(pdu))));
      }),
      { numRuns: runs(500) },
    );
  });
});

const MEDIA_BYTES = 5000;

const MEDIA: PartInput = { contentType: 'image/jpeg', data: new Uint8Array(MEDIA_BYTES).fill(7) };

/** A message of parts around media so large that they are not copied. */
const withMedia = fc.array(fc.uint8Array({ maxLength: 300 })).map((texts): PduInput => {
  const parts = texts.map((data): PartInput => ({ contentType: 'text/plain', data }));
  return {
    messageType: 'm-send-req',
    transactionId: 'T1',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts: [MEDIA, ...parts, MEDIA, MEDIA, ...parts],
  };
});

describe('encodePduInto and encodePduChunks', () => {
  it('P7: give the octets of encodePdu', () => {
    fc.assert(
      fc.property(fc.oneof(withMedia, anyPdu), pdu => {
        const bytes = encodePdu(pdu);
        const target = new Uint8Array(bytes.length + 3).fill(0xaa);
        expect(encodePduInto(target, pdu)).toBe(bytes.length);
        expect(toHex(target.subarray(0, bytes.length))).toBe(toHex(bytes));
        expect([...target.subarray(bytes.length)]).toEqual([0xaa, 0xaa, 0xaa]);
        expect(toHex(joinOctets(encodePduChunks(pdu)))).toBe(toHex(bytes));
      }),
      { numRuns: runs(300) },
    );
  });

  const data = new Uint8Array(MEDIA_BYTES);
  const pdu: PduInput = {
    messageType: 'm-send-req',
    transactionId: 'T1',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts: [{ contentType: 'image/jpeg', data }],
  };

  it('copies no media', () => {
    const chunks = encodePduChunks(pdu);
    expect(chunks).toHaveLength(2);
    expect(chunks[1]).toBe(data);
  });

  it('writes nothing where there is no room', () => {
    const { length } = encodePdu(pdu);
    const target = new Uint8Array(length - 1);
    expect(() => encodePduInto(target, pdu)).toThrow(
      expect.objectContaining({
        code: 'bytes/no-room',
        message: `expected room for ${length} octets, found ${length - 1}`,
      }),
    );
    expect(target.every(octet => octet === 0)).toBe(true);
    expect(encodePduInto(new Uint8Array(length), pdu)).toBe(length);
  });

  it('refuses what encodePdu refuses', () => {
    const wrong = { ...pdu, transactionId: '' };
    expect(outcome(() => encodePduInto(new Uint8Array(9), wrong))).toStrictEqual(
      outcome(() => encodePdu(wrong)),
    );
    expect(outcome(() => encodePduChunks(wrong))).toStrictEqual(outcome(() => encodePdu(wrong)));
  });
});
