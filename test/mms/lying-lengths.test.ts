import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { type InspectionNode, inspect } from '../../src/inspect/index.ts';
import { decodePdu, encodePdu, type PduInput } from '../../src/mms/index.ts';
import { SEED } from '../support/property.ts';
import { anyPdu } from './arbitraries.ts';
import { z } from './tolerance.ts';

/** The longest length that one octet says (WAP-230 8.4.2.2). */
const MAX_SHORT_LENGTH = 30;
const LIES = [-3, -2, -1, 1, 2, 3, 8] as const;

/** An octet of a value that says how many octets follow up to its end. */
interface LengthOctet {
  readonly at: number;
  readonly length: number;
}

/** The lengths of the header fields of a PDU, outer and nested. */
function lengthsOf(bytes: Uint8Array): LengthOctet[] {
  return (inspect(bytes, { as: 'mms' }).children ?? []).flatMap(field => lengthsIn(bytes, field));
}

function lengthsIn(bytes: Uint8Array, { offset, length }: InspectionNode): LengthOctet[] {
  const end = offset + length;
  const places = Array.from({ length: Math.max(0, Math.min(length - 2, 5)) }, (_, i) => offset + 1 + i);
  return places.flatMap(at => {
    const octet = bytes[at] ?? 0;
    const reaches = octet > 0 && octet <= MAX_SHORT_LENGTH && at + 1 + octet === end;
    return reaches ? [{ at, length: octet }] : [];
  });
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(bytes: Uint8Array): Values {
  try {
    return decodePdu(bytes) as unknown as Values;
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return {};
  }
}

/** Keys whose values are others than before. */
function lostBy(bytes: Uint8Array, { at }: LengthOctet, stated: number, truth: Values): string[] {
  const changed = bytes.slice();
  changed[at] = stated;
  const read = valuesOf(changed);
  const keys = Object.keys(truth).filter(key => key !== 'warnings' && key !== 'unknown');
  return keys.filter(key => !isDeepStrictEqual(read[key], truth[key]));
}

/** For each lie about a length of a PDU, the keys that it costs. */
function* costsOf(pdu: PduInput): Generator<readonly string[]> {
  const bytes = encodePdu({ ...pdu, unknown: [], applicationHeaders: [] });
  const truth = valuesOf(bytes);
  for (const place of lengthsOf(bytes)) {
    for (const lie of LIES) {
      const stated = place.length + lie;
      if (stated >= 0 && stated <= MAX_SHORT_LENGTH) yield lostBy(bytes, place, stated, truth);
    }
  }
}

const NOTIFICATION = `8c82 98${z('T1')} 8d92 8a80`;
const LOCATION = `83${z('http://a/b')}`;
const RETRIEVED = `84${z('text/plain')} 68`;

describe('a length that lies', () => {
  it.each([
    ['a Date too short', `8c84 8d92 8503 4b3d3b00 8f81 ${RETRIEVED}`, { date: '2010-01-01T00:00:00.000Z' }],
    ['a Date too long', `8c84 8d92 8506 4b3d3b00 8f81 ${RETRIEVED}`, { date: '2010-01-01T00:00:00.000Z' }],
    ['an Expiry too short', `${NOTIFICATION} 8e0122 8802 81013c ${LOCATION}`, { expiry: { relative: 60 } }],
    ['a Message-Size of no octets', `${NOTIFICATION} 8e0022 880381013c ${LOCATION}`, { messageSize: 0x22 }],
  ])('costs nothing: %s', (_, hex, value) => {
    const pdu = decodePdu(fromHex(hex.replaceAll(' ', '')));
    expect(JSON.parse(JSON.stringify(pdu))).toMatchObject(value);
    expect(pdu).toMatchObject(
      pdu.messageType === 'm-retrieve-conf'
        ? { priority: 'normal', contentType: { type: 'text/plain' } }
        : { contentLocation: 'http://a/b', messageClass: 'personal' },
    );
    expect(pdu.warnings.map(({ code }) => code)).toContain('wsp/length-overrun');
    expect(() => decodePdu(fromHex(hex.replaceAll(' ', '')), { strict: true })).toThrow(MmsError);
  });

  it('costs its own value, seldom another', () => {
    const costs = fc.sample(anyPdu, { numRuns: 150, seed: SEED }).flatMap(pdu => [...costsOf(pdu)]);
    const count = (least: number): number => costs.filter(({ length }) => length >= least).length;
    console.info(`${costs.length} lies: ${count(1)} cost a value, ${count(2)} more than one`);
    expect(costs.length).toBeGreaterThan(1000);
    expect(count(2) / costs.length).toBeLessThan(0.09);
  });
});
