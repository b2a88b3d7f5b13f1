import type { Build } from '../build.ts';
import { growing, type Work } from '../work.ts';
import { message, messageOfParts, messageTo, NOTIFICATION, NOTIFY_RESPONSE } from './messages.ts';

const MESSAGE_BYTES = 95_000;
const SMALL_BYTES = 2000;
const GROWING_BYTES = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000];
const PARTS = [1, 8, 32, 128];
const ADDRESSES = [1, 10, 100, 1000, 10_000];
/** As many fields as a reader takes. */
const READ_ADDRESSES = [1, 10, 100, 900];

/** Encoding and decoding of PDUs against a copy of their octets. */
export async function mmsWorks(build: Build): Promise<readonly Work[]> {
  const { decodePdu, encodePdu, encodePduChunks, encodePduInto } = await build.room('mms');
  const pdu = message(MESSAGE_BYTES);
  const bytes = encodePdu(pdu);
  const small = encodePdu(message(SMALL_BYTES));
  const notification = encodePdu(NOTIFICATION);
  const response = encodePdu(NOTIFY_RESPONSE);
  const copy = (of: Uint8Array) => ({ name: 'a copy of the octets', run: () => of.slice() });
  const buffer = new Uint8Array(bytes.length);
  const set = { name: 'buffer.set', run: () => buffer.set(bytes) };
  return [
    { name: 'encodePduInto, m-send-req of 95 kB', run: () => encodePduInto(buffer, pdu), peer: set },
    { name: 'encodePduChunks, m-send-req of 95 kB', run: () => encodePduChunks(pdu), peer: set },
    { name: 'encodePdu, m-send-req of 95 kB', run: () => encodePdu(pdu), peer: copy(bytes) },
    { name: 'decodePdu, m-send-req of 95 kB', run: () => decodePdu(bytes), peer: copy(bytes) },
    { name: 'decodePdu, m-send-req of 2 kB', run: () => decodePdu(small), peer: copy(small) },
    { name: 'encodePdu, m-notification-ind', run: () => encodePdu(NOTIFICATION), peer: copy(notification) },
    { name: 'decodePdu, m-notification-ind', run: () => decodePdu(notification), peer: copy(notification) },
    { name: 'encodePdu, m-notifyresp-ind', run: () => encodePdu(NOTIFY_RESPONSE), peer: copy(response) },
    { name: 'decodePdu, m-notifyresp-ind', run: () => decodePdu(response), peer: copy(response) },
    ...growing('encodePdu by octets', GROWING_BYTES, size => {
      const large = message(size);
      return { run: () => encodePdu(large) };
    }),
    ...growing('decodePdu by octets', GROWING_BYTES, size => {
      const large = encodePdu(message(size));
      return { run: () => decodePdu(large) };
    }),
    ...growing('encodePdu by parts', PARTS, size => {
      const many = messageOfParts(size);
      return { run: () => encodePdu(many) };
    }),
    ...growing('decodePdu by parts', PARTS, size => {
      const many = encodePdu(messageOfParts(size));
      return { run: () => decodePdu(many) };
    }),
    ...growing('encodePdu by recipients', ADDRESSES, size => {
      const many = messageTo(size);
      return { run: () => encodePdu(many) };
    }),
    ...growing('decodePdu by recipients', READ_ADDRESSES, size => {
      const many = encodePdu(messageTo(size));
      return { run: () => decodePdu(many) };
    }),
  ];
}
