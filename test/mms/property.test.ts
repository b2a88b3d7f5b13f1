import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { runs } from '../support/property.ts';
import { anyPdu } from './arbitraries.ts';

describe('PDUs of all types', () => {
  it('P6: decode(encode(x)) is x, and encode(decode(bytes)) is bytes', () => {
    fc.assert(
      fc.property(anyPdu, pdu => {
        const bytes = encodePdu(pdu);
        const { warnings, ...decoded } = decodePdu(bytes);
        expect(decoded).toEqual(pdu);
        expect(toHex(encodePdu({ ...decoded, warnings }))).toBe(toHex(bytes));
      }),
      { numRuns: runs(2000) },
    );
  });
});
