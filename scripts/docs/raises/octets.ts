import { program, type Raise, type Raises } from './raise.ts';

/** A PDU with this field, written. */
const encoded = (field: string): Raise =>
  program(`
import { encodePdu } from 'mms-composer/mms';

encodePdu({
  messageType: 'm-send-req',
  transactionId: 'T1',
  to: ['+447700900123'],
  contentType: { type: 'text/plain' },
  ${field},
});`);

/** Octets and numbers, each with one fault. */
export const OCTET_RAISES = {
  'hex/bad-digit': { run: 'mms decode --hex 8g' },
  'hex/odd-length': { run: 'mms decode --hex 8c8' },
  'inspect/unknown-form': { run: 'mms inspect --hex ff' },
  'bytes/truncated': { run: 'mms inspect --as wbxml --hex 0205' },
  'bytes/no-room': program(`
import { encodePduInto } from 'mms-composer/mms';

const target = new Uint8Array(3);
encodePduInto(target, { messageType: 'm-acknowledge-ind', transactionId: 'T1' });`),
  'bytes/value-range': encoded(`date: new Date('1969-12-31')`),
  'bytes/value-type': encoded('subject: 5'),
} satisfies Raises;
