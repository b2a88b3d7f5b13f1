import { bare, decode, notification, pdu, SEND_REQ, TO } from './pdus.ts';
import { program, type Raise, type Raises } from './raise.ts';

const NUMBER = '+447700900123';

const compose = (options: string): Raise => ({
  run: `mms compose a.txt ${options} -o out.mms`,
  files: { 'a.txt': 'Hello' },
});

const manifest = (yaml: string): Raise => ({
  run: 'mms compose message.yaml -o out.mms',
  files: { 'message.yaml': `slides: [{ text: Hello }]\n${yaml}\n` },
});

const encoded = (fields: string): Raise =>
  program(`
import { encodePdu } from 'mms-composer/mms';

encodePdu({ ${fields} });`);

/** PDUs of MMS, each with one fault. */
export const MMS_RAISES = {
  'mms/not-a-pdu': decode('00'),
  'mms/unknown-message-type': decode('8cff'),
  'mms/missing-field': encoded(`messageType: 'm-acknowledge-ind'`),
  'mms/foreign-field': encoded(`messageType: 'm-acknowledge-ind', transactionId: 'T1', subject: 'Hello'`),
  'mms/unknown-field': encoded(`messageType: 'm-acknowledge-ind', transactionId: 'T1', subjekt: 'Hello'`),
  'mms/field-value': encoded(
    `messageType: 'm-acknowledge-ind', transactionId: 'T1', reportAllowed: 'perhaps'`,
  ),
  'mms/bad-address': compose(`--to '07700 900123 x'`),
  'mms/no-recipient': encoded(
    `messageType: 'm-send-req', transactionId: 'T1', contentType: { type: 'text/plain' }`,
  ),
  'mms/no-recipient-composed': compose(''),
  'mms/default-date': {
    run: 'mms compose a.mms --pdu retrieve-conf -o out.mms --json',
    files: { 'a.mms': SEND_REQ },
  },
  'mms/field-dropped': compose(`--to ${NUMBER} --pdu retrieve-conf --date 2026-01-01 --bcc +447700900124`),
  'mms/version-too-low': manifest(`to: ["${NUMBER}"]\nheaders: { mmsVersion: "1.0", contentClass: text }`),
  'mms/wrong-length': decode(`8c82985431008d928a808e0222880381013c83612f6200`),
  'mms/missing-field-read': bare(`8c808d92890181${TO}`),
  'mms/foreign-field-read': pdu('9581'),
  'mms/field-value-read': bare(`8c8098008d92890181${TO}`),
  'mms/repeated-field': pdu('8f808f81'),
  'mms/unknown-value': pdu('8fff'),
  'mms/address-form': bare('8c80985431008d92890181973f3f00'),
  'mms/value-kept-raw': pdu('8802ffff'),
  'mms/empty-text': pdu('9600'),
  'mms/trailing-octets': notification('8a808e0163880381015883687474703a2f2f612f6200010203'),
  'mms/too-many-headers': program(`
import { decodePdu } from 'mms-composer/mms';

const priorities = Array(1001).fill([0x8f, 0x80]).flat();
decodePdu(Uint8Array.of(0x8c, 0x84, ...priorities));`),
  'mms/too-large': program(`
import { decodePdu } from 'mms-composer/mms';

const subject = [0x96, ...Array(70_000).fill(0x61), 0];
decodePdu(Uint8Array.of(0x8c, 0x84, 0x8d, 0x92, ...subject, 0x84, 0x00));`),
} satisfies Raises;
