import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { encodeSms } from '../../src/sms/index.ts';
import { messageOf, SUBMITS } from './vectors.ts';

describe('encodeSms', () => {
  it.each(SUBMITS.map(vector => [vector.name, vector] as const))('writes the octets of %s', (_, vector) => {
    const segments = encodeSms(messageOf(vector)).map(segment => ({
      tpdu: toHex(segment.tpdu).toUpperCase(),
      udh: toHex(segment.userDataHeader).toUpperCase(),
      udl: segment.userDataLength,
      ud: toHex(segment.userData).toUpperCase(),
      length: segment.length,
    }));
    expect(segments).toEqual(vector.parts);
  });
});
