import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { decodePdu } from '../../src/mms/index.ts';

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

/** Fields that the careful reader reads: one of them is unknown. */
const ODD = '8c83 985400 8d92 9581 ff85';

describe('a limit holds for a PDU with something to tell', () => {
  it('of its fields', () => {
    expect(decodePdu(octets(ODD), { limits: { maxHeaders: 4 } }).unknown).toHaveLength(1);
    expect(() => decodePdu(octets(ODD), { limits: { maxHeaders: 3 } })).toThrow(
      expect.objectContaining({
        code: 'mms/too-many-headers',
        message: 'more than 3 header fields',
        offset: 9,
      }),
    );
  });

  it('of the octets of a value', () => {
    const pdu = octets(`8c83 98${'41'.repeat(8)}00 8d92 9581 ff85`);
    expect(decodePdu(pdu, { limits: { maxHeaderValueBytes: 10 } }).unknown).toHaveLength(1);
    expect(() => decodePdu(pdu, { limits: { maxHeaderValueBytes: 9 } })).toThrow(
      expect.objectContaining({
        code: 'mms/too-large',
        message: 'X-Mms-Transaction-Id is longer than 9 octets',
        offset: 2,
      }),
    );
  });
});

it('a length that reaches past the end is read as the one that fits', () => {
  const pdu = decodePdu(octets('8c82 985400 8d92 8a80 832f6100 880381013c 8e1e22'));
  expect(pdu).toMatchObject({
    messageSize: 0x22,
    warnings: [{ code: 'mms/wrong-length', path: 'messageSize', offset: 19 }],
  });
});
