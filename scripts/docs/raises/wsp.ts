import { decode, parts, pdu, strictly, typed } from './pdus.ts';
import { program, type Raise, type Raises } from './raise.ts';

/** A multipart of one part, written. */
const encoded = (part: string): Raise =>
  program(`
import { encodeMultipart } from 'mms-composer/wsp';

const data = new TextEncoder().encode('Hello');
encodeMultipart([{ contentType: 'text/plain', data, ${part} }]);`);

/** Values of WSP, each with one fault. */
export const WSP_RAISES = {
  'wsp/length-overrun': { run: 'mms decode --as wsp-push --hex 0106021e83' },
  'wsp/uintvar-range': parts('9080808000 0102 83 4869'),
  'wsp/value-form': strictly('9682'),
  'wsp/value-length': strictly('8a80 9d20'),
  'wsp/text-control': program(`
import { encodePdu } from 'mms-composer/mms';

encodePdu({ messageType: 'm-acknowledge-ind', transactionId: 'T\\n1' });`),
  'wsp/token': encoded(`headers: [{ name: 'My header', value: 'Hello' }]`),
  'wsp/quoted-text': encoded(`contentId: '"hello"'`),
  'wsp/parameter-value': encoded('parameters: { q: 1 }'),
  'wsp/raw-value': program(`
import { fromHex } from 'mms-composer';
import { encodePdu } from 'mms-composer/mms';

const unknown = [{ code: 0x7d, raw: fromHex('03aabb') }];
encodePdu({ messageType: 'm-acknowledge-ind', transactionId: 'T1', unknown });`),
  'wsp/non-minimal': typed('1f03 83 81 ea'),
  'wsp/integer-form': pdu('8585'),
  'wsp/missing-terminator': decode('8c81985431008d9292808b4142'),
  'wsp/stray-quote': parts('01 0902 08 83 85 22612e742200 4869'),
  'wsp/missing-quote': pdu('9604eac3a900'),
  'wsp/unquoted': parts('01 0602 83 c0 3c613e00 4869'),
  'wsp/wrong-length': parts('02 0103 83 4869 0102 83 4869'),
  'wsp/section-rest': {
    run: 'mms decode --as wsp-push --hex 010602ff00',
    besides: ['wsp/unknown-media-code'],
  },
  'wsp/charset-guessed': pdu('9605807fc3a900'),
  'wsp/non-ascii-text': parts('01 0802 07 83 85 7fc3a97800 4869'),
  'wsp/media-type-parameters': typed(`${Buffer.from('text/plain; charset=utf-8').toString('hex')}00`),
  'wsp/unknown-media-code': typed('f0'),
  'wsp/value-kept-raw': parts('01 0402 83 ae 0185 4869'),
  'wsp/repeated-header': parts('01 0602 058381ea8183 4869'),
  'wsp/transfer-encoding': {
    ...parts('0120020383 81ea436f6e74656e742d5472616e736665722d456e636f64696e6700376269740 04869'),
    besides: ['wsp/missing-terminator', 'wsp/trailing-octets'],
  },
  'wsp/part-truncated': { ...parts('01037f838e4869'), besides: ['wsp/missing-terminator'] },
  'wsp/parts-missing': parts('02 04 02 0383 81ea 4869'),
  'wsp/trailing-octets': parts('01 04 02 0383 81ea 4869 ffff'),
  'wsp/empty-multipart': parts(''),
  'wsp/too-many-parts': program(`
import { decodeMultipart, encodeMultipart } from 'mms-composer/wsp';

const part = { contentType: 'text/plain', data: new Uint8Array(0) };
decodeMultipart(encodeMultipart(Array(200).fill(part)));`),
  'wsp/too-many-headers': program(`
import { decodeMultipart, encodeMultipart } from 'mms-composer/wsp';

const headers = Array(1001).fill({ name: 'X-Note', value: 'Hello' });
decodeMultipart(encodeMultipart([{ contentType: 'text/plain', data: new Uint8Array(0), headers }]));`),
  'wsp/too-deep': program(`
import { decodeMultipart, encodeMultipart } from 'mms-composer/wsp';

let part = { contentType: 'text/plain', data: new Uint8Array(0) };
for (let depth = 0; depth < 6; depth += 1) {
  part = { contentType: 'application/vnd.wap.multipart.mixed', parts: [part] };
}
decodeMultipart(encodeMultipart([part]));`),
} satisfies Raises;
