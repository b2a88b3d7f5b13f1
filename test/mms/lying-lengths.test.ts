import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { type InspectionNode, inspect } from '../../src/inspect/index.ts';
import { decodePdu, encodePdu, type PduInput } from '../../src/mms/index.ts';
import { SEED } from '../support/property.ts';
import { anyPdu } from './arbitraries.ts';

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

describe('a length that lies', () => {
  it('costs its own value, and in one of four cases another', () => {
    const costs = fc.sample(anyPdu, { numRuns: 150, seed: SEED }).flatMap(pdu => [...costsOf(pdu)]);
    const count = (least: number): number => costs.filter(({ length }) => length >= least).length;
    console.info(`${costs.length} lies: ${count(1)} cost a value, ${count(2)} more than one`);
    expect(costs.length).toBeGreaterThan(1000);
    // may only fall: which of two fields an octet belongs to cannot always be known
    expect(count(2) / costs.length).toBeLessThan(0.27);
  });
});
