import type { PduInput } from '../../src/mms/index.ts';

/** Octets without a meaning, the same in every run. */
export const octets = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * 31) & 0xff);

const ACCOUNTED = 1000;

const part = (name: string, contentType: string, data: Uint8Array, charset?: string) => ({
  contentType,
  parameters: charset === undefined ? { name } : { name, charset },
  contentId: `<${name}>`,
  contentLocation: name,
  data,
});

const FIELDS = {
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
} as const;

/** A message of a SMIL document, a picture and a text, of about so many octets. */
export function message(bytes: number): PduInput {
  return {
    ...FIELDS,
    parts: [
      { ...part('smil.smil', 'application/smil', octets(600), 'utf-8'), contentId: '<smil>' },
      part('picture.jpg', 'image/jpeg', octets(Math.max(bytes - ACCOUNTED, 0))),
      part('hello.txt', 'text/plain', octets(120), 'utf-8'),
    ],
  };
}

/** A message of so many texts. */
export function messageOfParts(count: number): PduInput {
  const parts = Array.from({ length: count }, (_, i) =>
    part(`text${i}.txt`, 'text/plain', octets(120), 'utf-8'),
  );
  return { ...FIELDS, parts };
}

/** A message to so many telephones. */
export function messageTo(count: number): PduInput {
  const to = Array.from({ length: count }, (_, i) => `+4477009${String(i).padStart(5, '0')}/TYPE=PLMN`);
  return { ...FIELDS, to, parts: [part('hello.txt', 'text/plain', octets(120), 'utf-8')] };
}

export const NOTIFICATION: PduInput = {
  messageType: 'm-notification-ind',
  transactionId: 'T0123456789',
  mmsVersion: '1.2',
  from: '+447700900123/TYPE=PLMN',
  subject: 'Spring sale',
  messageClass: 'personal',
  messageSize: 95_000,
  expiry: { relative: 259_200 },
  contentLocation: 'http://mmsc.example.com/mms/0123456789',
};

export const NOTIFY_RESPONSE: PduInput = {
  messageType: 'm-notifyresp-ind',
  transactionId: 'T0123456789',
  mmsVersion: '1.2',
  status: 'retrieved',
  reportAllowed: 'yes',
};
