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

it('a part that has parts lists them too, and each is looked at', () => {
  const text = new TextEncoder().encode('abc');
  const octets = encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    to: ['+447700900123'],
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts: [
      {
        contentType: 'application/vnd.wap.multipart.alternative',
        data: new Uint8Array(0),
        parts: [{ contentType: 'text/plain', contentLocation: 'a.txt', data: text }],
      },
    ],
  });
  const pdu = decodePdu(octets);
  expect(pduToJson(pdu)).toMatchObject({
    parts: [
      {
        contentType: 'application/vnd.wap.multipart.alternative',
        parts: [{ contentLocation: 'a.txt', size: 3, sha256: SHA_256_OF_ABC }],
      },
    ],
  });
  if (pdu.messageType !== 'm-send-req') throw new Error('another PDU');
  const [outer] = pdu.parts ?? [];
  const broken = { ...pdu, parts: [{ ...outer, parts: [{ data: 'abc', headers: [] }] }] };
  expect(() => pduToJson(Object(broken))).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'pdu.parts[0].parts[0].data' }),
  );
});
