import { expect, it } from 'vitest';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { pduToJson } from '../../src/report/index.ts';

/** The example of FIPS 180-4: SHA-256 of `abc`. */
const SHA_256_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

it('a part has its size and SHA-256 instead of its data', () => {
  const data = new TextEncoder().encode('abc');
  const octets = encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts: [{ contentType: 'image/jpeg', contentLocation: 'a.jpg', data }],
  });
  const json = pduToJson(decodePdu(octets));
  expect(json).toMatchObject({
    parts: [{ contentType: 'image/jpeg', contentLocation: 'a.jpg', size: 3, sha256: SHA_256_OF_ABC }],
  });
  expect(JSON.stringify(json)).not.toContain('"data"');
});
