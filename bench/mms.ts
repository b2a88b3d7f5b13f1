import { decodePdu, encodePdu, type PduInput } from '../dist/mms/index.js';
import { measure, printMeasured } from './measure.ts';

const octets = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (i * 31) & 0xff);

function message(jpegBytes: number): PduInput {
  const part = (name: string, contentType: string, data: Uint8Array, charset?: string) => ({
    contentType,
    parameters: charset === undefined ? { name } : { name, charset },
    contentId: `<${name}>`,
    contentLocation: name,
    data,
  });
  return {
    messageType: 'm-send-req',
    transactionId: 'T0123456789',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: ['+447700900123/TYPE=PLMN'],
    subject: 'Spring sale',
    contentType: {
      type: 'application/vnd.wap.multipart.related',
      parameters: { type: 'application/smil', start: '<smil>' },
    },
    parts: [
      { ...part('smil.smil', 'application/smil', octets(600), 'utf-8'), contentId: '<smil>' },
      part('picture.jpg', 'image/jpeg', octets(jpegBytes)),
      part('hello.txt', 'text/plain', octets(120), 'utf-8'),
    ],
  };
}

/** Encoding and decoding of a message against a copy of its octets. */
export function benchMms(): void {
  const pdu = message(95_000 - 1000);
  const bytes = encodePdu(pdu);
  const large = encodePdu(message(1_000_000));
  const measured = measure(
    {
      'bytes.slice()': () => bytes.slice(),
      encodePdu: () => encodePdu(pdu),
      decodePdu: () => decodePdu(bytes),
      'decodePdu of 1 MB': () => decodePdu(large),
    },
    1000,
    61,
  );
  printMeasured(`m-send-req of ${bytes.length} octets: SMIL, JPEG, text`, measured, 'bytes.slice()');
}
