import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { decodePdu, encodePdu, type PduInput } from '../../src/mms/index.ts';

const FOLDER = join(import.meta.dirname, '../vectors/mms');

interface Vector {
  readonly name: string;
  readonly hex: string;
  readonly layout: readonly (readonly [hex: string, meaning: string])[];
}

const vectors = readdirSync(FOLDER).map(
  (file): Vector => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Vector,
);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const mixed = { type: 'application/vnd.wap.multipart.mixed', parameters: {} };
const plain = { contentType: 'text/plain', parameters: { charset: 'utf-8' }, headers: [] };
const ALICE = '+447700900123/TYPE=PLMN';
const BOB = '+447700900999/TYPE=PLMN';
const NEW_YEAR = new Date('2010-01-01T00:00:00Z');

const SMIL =
  '<smil><head><layout><root-layout width="160" height="140"/><region id="Image" left="0" top="0" width="160" ' +
  'height="120"/><region id="Text" left="0" top="120" width="160" height="20"/></layout></head><body><par dur="5s">' +
  '<img src="pic.jpg" region="Image"/><text src="hello.txt" region="Text"/></par></body></smil>';
const JPEG = fromHex(
  `ffd8ffe000104a46494600010100000100010000ffdb004300${'ff'.repeat(65)}c0000b080001000101011100ffc400140001` +
    '00000000000000000000000000000000ffc40014100100000000000000000000000000000000ffda0008010100003f003fffd9',
);
const GIF = fromHex('47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b');

/** The values, written by hand from the `layout` of each vector. */
const VALUES: Readonly<Record<string, PduInput>> = {
  '01-send-req-minimal-text': {
    messageType: 'm-send-req',
    transactionId: 'T1',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: [ALICE],
    contentType: mixed,
    parts: [{ ...plain, data: utf8('Hi') }],
  },
  '02-send-req-related-smil-jpeg-text': {
    messageType: 'm-send-req',
    transactionId: 'T2',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: [ALICE],
    subject: 'Hello',
    contentType: {
      type: 'application/vnd.wap.multipart.related',
      parameters: { type: 'application/smil', start: '<smil>' },
    },
    parts: [
      {
        contentType: 'application/smil',
        parameters: { name: 'smil.smil', charset: 'utf-8' },
        contentId: '<smil>',
        contentLocation: 'smil.smil',
        headers: [],
        data: utf8(SMIL),
      },
      {
        contentType: 'image/jpeg',
        parameters: { name: 'pic.jpg' },
        contentId: '<pic.jpg>',
        contentLocation: 'pic.jpg',
        headers: [],
        data: JPEG,
      },
      {
        contentType: 'text/plain',
        parameters: { name: 'hello.txt', charset: 'utf-8' },
        contentId: '<hello.txt>',
        contentLocation: 'hello.txt',
        headers: [],
        data: utf8('Hello, world'),
      },
    ],
  },
  '03-send-req-mixed-text-gif': {
    messageType: 'm-send-req',
    transactionId: 'T3',
    mmsVersion: '1.0',
    from: 'insert-address',
    to: [ALICE],
    contentType: mixed,
    parts: [
      { contentType: 'text/plain', parameters: {}, contentLocation: 'a.txt', headers: [], data: utf8('A') },
      {
        contentType: 'image/gif',
        parameters: {},
        contentId: '<b.gif>',
        contentLocation: 'b.gif',
        headers: [],
        data: GIF,
      },
    ],
  },
  '04-subject-utf8-plain-start': {
    messageType: 'm-send-req',
    transactionId: 'T4',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: [ALICE],
    subject: 'Grüße',
    contentType: mixed,
    parts: [{ ...plain, data: utf8('x') }],
  },
  '05-subject-utf8-quoted-start': {
    messageType: 'm-send-req',
    transactionId: 'T4',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: [ALICE],
    subject: 'Ünïcode ☃',
    contentType: mixed,
    parts: [{ ...plain, data: utf8('x') }],
  },
  '06-from-present-many-recipients': {
    messageType: 'm-send-req',
    transactionId: 'T6',
    mmsVersion: '1.2',
    from: BOB,
    to: [ALICE, '+447700900124/TYPE=PLMN'],
    cc: ['user@example.com'],
    bcc: ['50505', '192.0.2.7/TYPE=IPv4'],
    contentType: { type: 'text/plain', parameters: { charset: 'us-ascii' } },
    body: utf8('Yo'),
  },
  '07-send-req-all-options': {
    messageType: 'm-send-req',
    transactionId: 'T7',
    mmsVersion: '1.3',
    date: NEW_YEAR,
    from: 'insert-address',
    to: [ALICE],
    messageClass: 'informational',
    expiry: { relative: 86400 },
    deliveryTime: { absolute: new Date('2010-01-01T01:00:00Z') },
    priority: 'high',
    senderVisibility: 'show',
    deliveryReport: 'yes',
    readReport: 'no',
    contentClass: 'text',
    contentType: mixed,
    parts: [{ ...plain, data: utf8('x') }],
  },
  '08-notification-ind': {
    messageType: 'm-notification-ind',
    transactionId: 'N8',
    mmsVersion: '1.0',
    from: BOB,
    subject: 'Hi',
    messageClass: 'personal',
    messageSize: 23069,
    expiry: { relative: 259200 },
    contentLocation: 'http://mmsc.example/mms/0a1b2c3d4e',
  },
  '09-retrieve-conf-mixed': {
    messageType: 'm-retrieve-conf',
    transactionId: 'R9',
    mmsVersion: '1.2',
    messageId: 'm123@mmsc.example',
    date: NEW_YEAR,
    from: BOB,
    to: [ALICE],
    subject: 'Re',
    messageClass: 'personal',
    priority: 'normal',
    deliveryReport: 'no',
    readReport: 'no',
    contentType: mixed,
    parts: [{ ...plain, contentLocation: 't.txt', data: utf8('ok') }],
  },
  '10-retrieve-conf-file-style': {
    messageType: 'm-retrieve-conf',
    mmsVersion: '1.0',
    date: NEW_YEAR,
    subject: 'Card',
    contentType: {
      type: 'application/vnd.wap.multipart.related',
      parameters: { start: '<c.smil>', type: 'application/smil' },
    },
    parts: [
      {
        contentType: 'application/smil',
        parameters: {},
        contentId: '<c.smil>',
        contentLocation: 'c.smil',
        headers: [],
        data: utf8('<smil/>'),
      },
      {
        contentType: 'audio/amr',
        parameters: {},
        contentId: '<s.amr>',
        contentLocation: 's.amr',
        headers: [],
        data: utf8('#!AMR\n'),
      },
    ],
  },
  '11-send-conf-ok': {
    messageType: 'm-send-conf',
    transactionId: 'T1',
    mmsVersion: '1.2',
    responseStatus: 'ok',
    messageId: 'm123@mmsc.example',
  },
  '12-send-conf-error': {
    messageType: 'm-send-conf',
    transactionId: 'T1',
    mmsVersion: '1.2',
    responseStatus: 'error-permanent-message-format-corrupt',
    responseText: 'Bad SMIL – rejected',
  },
  '13-delivery-ind': {
    messageType: 'm-delivery-ind',
    mmsVersion: '1.2',
    messageId: 'm123@mmsc.example',
    to: [ALICE],
    date: NEW_YEAR,
    status: 'retrieved',
  },
  '14-notifyresp-ind': {
    messageType: 'm-notifyresp-ind',
    transactionId: 'N8',
    mmsVersion: '1.0',
    status: 'deferred',
    reportAllowed: 'no',
  },
  '15-acknowledge-ind': { messageType: 'm-acknowledge-ind', transactionId: 'R9', mmsVersion: '1.2' },
  '16-read-rec-ind': {
    messageType: 'm-read-rec-ind',
    mmsVersion: '1.2',
    messageId: 'm123@mmsc.example',
    to: [BOB],
    from: 'insert-address',
    date: NEW_YEAR,
    readStatus: 'read',
  },
  '17-content-type-parameters': {
    messageType: 'm-send-req',
    transactionId: 'T17',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: [ALICE],
    contentType: mixed,
    parts: [
      {
        contentType: 'application/vnd.acme.card',
        parameters: { name: 'card.bin', level: '1.2', 'x-rev': 7, 'x-kind': 'gold' },
        contentId: '<card>',
        contentLocation: 'card.bin',
        headers: [
          {
            name: 'Content-Disposition',
            value: { disposition: 'attachment', parameters: { filename: 'card.bin' } },
          },
        ],
        data: fromHex('00ff'),
      },
      {
        contentType: 'text/plain',
        parameters: { charset: 'utf-16', name: 'u.txt' },
        headers: [
          { name: 'Content-Transfer-Encoding', value: 'binary' },
          { name: 'X-Note', value: 'hi' },
        ],
        data: fromHex('feff263a'),
      },
    ],
  },
  '18-length-boundaries': {
    messageType: 'm-send-req',
    transactionId: 'T18',
    mmsVersion: '1.2',
    from: 'b.rather.long.nam@example.com',
    to: ['a.rather.long.name@example.com'],
    subject: `${'x'.repeat(28)}é`,
    contentType: mixed,
    parts: [
      {
        contentType: 'application/octet-stream',
        parameters: { name: 'n' },
        headers: [],
        data: Uint8Array.from({ length: 128 }, (_, i) => (i < 95 ? 0x20 + i : 0x20 + i - 95)),
      },
      { contentType: 'text/plain', parameters: {}, headers: [], data: new Uint8Array(127).fill(0x79) },
    ],
  },
};

describe('golden PDUs', () => {
  it('has a value for each of the 18 vectors', () => {
    expect(vectors.map(vector => vector.name).sort()).toEqual(Object.keys(VALUES).sort());
    expect(vectors).toHaveLength(18);
  });

  for (const { name, hex, layout } of vectors) {
    const value = VALUES[name];

    it(`${name}: the value encodes to the octets`, () => {
      if (value === undefined) throw new Error(`no value for ${name}`);
      expect(layout.map(([piece]) => piece).join('')).toBe(hex);
      expect(toHex(encodePdu(value))).toBe(hex);
    });

    it(`${name}: the octets decode to the value`, () => {
      const { warnings, unknown, applicationHeaders, ...decoded } = decodePdu(fromHex(hex));
      expect(decoded).toEqual(value);
      expect([unknown, applicationHeaders]).toEqual([[], []]);
      const tolerated = name.startsWith('17') ? ['wsp/transfer-encoding'] : [];
      expect(warnings.map(warning => warning.code)).toEqual(tolerated);
    });

    it(`${name}: decoded octets are written back as they were`, () => {
      expect(toHex(encodePdu(decodePdu(fromHex(hex))))).toBe(hex);
    });
  }
});
