import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { itDecodes, NO_TEXT, RETRIEVE, raw, SEND, z } from './tolerance.ts';

describe('details of texts', () => {
  itDecodes([
    {
      name: 'a Quote before US-ASCII in a text with charset',
      hex: `${RETRIEVE} 9605ea7f486900 ${NO_TEXT}`,
      value: { subject: 'Hi' },
      warnings: [['wsp/stray-quote', 13, 'subject']],
    },
    {
      name: 'no Quote before an octet above 7F in a text with charset',
      hex: `${RETRIEVE} 9604eac3a900 ${NO_TEXT}`,
      value: { subject: 'é' },
      warnings: [['wsp/missing-quote', 13, 'subject']],
    },
    {
      name: '7F within a text',
      hex: `${RETRIEVE} 96417f4200 ${NO_TEXT}`,
      value: { subject: 'A\u007fB' },
      warnings: [['wsp/text-control', 11, 'subject']],
    },
    {
      name: 'a line feed within a text with charset',
      hex: `${RETRIEVE} 9605ea410a4200 ${NO_TEXT}`,
      value: { subject: 'A\nB' },
      warnings: [['wsp/text-control', 13, 'subject']],
    },
    {
      name: 'UTF-16 without final zeros',
      hex: `${RETRIEVE} 96050203f7263a ${NO_TEXT}`,
      value: { subject: '☺' },
      warnings: [['wsp/missing-terminator', 17, 'subject']],
    },
    {
      name: 'a Subject of which the PDU has only the number',
      hex: `${RETRIEVE} 96`,
      value: { subject: undefined, contentType: undefined },
      warnings: [
        ['wsp/missing-terminator', 11, 'subject'],
        ['mms/empty-text', 11, 'subject'],
        ['mms/missing-field-read', 11, 'contentType'],
      ],
    },
    {
      name: 'an application header that begins with 7F',
      hex: `${RETRIEVE} 7f6100 6200 ${NO_TEXT}`,
      value: { applicationHeaders: [{ name: '\u007fa', value: 'b' }] },
      warnings: [
        ['wsp/text-control', 10, 'applicationHeaders'],
        ['wsp/token', 10, 'applicationHeaders'],
      ],
    },
    {
      name: 'a version as text',
      hex: `8c84 8d${z('1.2')} 85044b3d3b00 ${NO_TEXT}`,
      value: { mmsVersion: '1.2' },
      warnings: [['wsp/integer-form', 3, 'mmsVersion']],
    },
  ]);
});

describe('addresses are kept as they stand', () => {
  itDecodes([
    {
      name: 'an empty address',
      hex: `${RETRIEVE} 9700 ${NO_TEXT}`,
      value: { to: [''] },
      warnings: [['mms/address-form', 11, 'to']],
    },
    {
      name: 'a From of no octets after its token',
      hex: `8c80 983100 8d92 890180 ${NO_TEXT}`,
      value: { from: '' },
      warnings: [
        ['wsp/missing-terminator', 10, 'from'],
        ['mms/address-form', 10, 'from'],
      ],
    },
    {
      name: 'a phone number without its type',
      hex: `${SEND} 97${z('+447700900123')} ${NO_TEXT}`,
      value: { to: ['+447700900123'] },
    },
    {
      name: 'a type in lower case',
      hex: `${SEND} 97${z('+1/type=plmn')} ${NO_TEXT}`,
      value: { to: ['+1/type=plmn'] },
    },
    {
      name: 'a value of another bearer',
      hex: `${SEND} 97${z('a%20b/TYPE=x_1')} ${NO_TEXT}`,
      value: { to: ['a%20b/TYPE=x_1'] },
    },
    {
      name: 'a value of another bearer that is not escaped',
      hex: `${SEND} 97${z('a b/TYPE=x')} ${NO_TEXT}`,
      value: { to: ['a b/TYPE=x'] },
      warnings: [['mms/address-form', 11, 'to']],
    },
    {
      name: 'letters where digits are due',
      hex: `${SEND} 97${z('abc/TYPE=PLMN')} ${NO_TEXT}`,
      value: { to: ['abc/TYPE=PLMN'] },
      warnings: [['mms/address-form', 11, 'to']],
    },
  ]);
});

it('writes an address with its type in lower case as it was read', () => {
  const bytes = fromHex(`8c80 983100 8d92 890181 97${z('+1/type=plmn')} ${NO_TEXT}`);
  expect(toHex(encodePdu(decodePdu(bytes)))).toBe(toHex(bytes));
});

describe('details of content', () => {
  itDecodes([
    {
      name: 'a quotation mark before the type parameter',
      hex: `${RETRIEVE} 84 14b38922${z('application/smil')} 00`,
      value: {
        contentType: {
          type: 'application/vnd.wap.multipart.related',
          parameters: { type: 'application/smil' },
        },
        parts: [],
      },
      warnings: [['wsp/stray-quote', 14, 'contentType.type']],
    },
    {
      name: 'a nested multipart without a body',
      hex: `${RETRIEVE} 84a3 01 0100 a3`,
      value: {
        parts: [
          {
            contentType: 'application/vnd.wap.multipart.mixed',
            parameters: {},
            headers: [],
            data: new Uint8Array(0),
            parts: [],
          },
        ],
      },
      warnings: [['wsp/empty-multipart', 16, 'parts[0]']],
    },
    {
      name: 'an unknown field keeps its place among the known',
      hex: `${RETRIEVE} ff85 96${z('A')} ${NO_TEXT}`,
      value: { subject: 'A', unknown: [raw(0x7f, '85')] },
    },
  ]);
});
