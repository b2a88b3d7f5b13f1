import { describe } from 'vitest';
import { ACKNOWLEDGE, itDecodes, NO_TEXT, RETRIEVE, raw, z } from './tolerance.ts';

describe('missing, foreign and repeated fields are reported', () => {
  itDecodes([
    {
      name: 'a message without Date and Content-Type',
      hex: '8c84 8d92',
      value: { date: undefined, contentType: undefined, parts: undefined },
      warnings: [
        ['mms/missing-field-read', 4, 'date'],
        ['mms/missing-field-read', 4, 'contentType'],
      ],
    },
    {
      name: 'an acknowledgement of its type alone',
      hex: '8c85',
      value: { messageType: 'm-acknowledge-ind', transactionId: undefined },
      warnings: [
        ['mms/missing-field-read', 2, 'transactionId'],
        ['mms/missing-field-read', 2, 'mmsVersion'],
      ],
    },
    {
      name: 'a second Subject stays among the unknown',
      hex: `${RETRIEVE} 96${z('A')} 96${z('B')} ${NO_TEXT}`,
      value: { subject: 'A', unknown: [raw(0x16, '4200')] },
      warnings: [['mms/repeated-field', 13, 'subject']],
    },
    {
      name: 'a Transaction-ID in a delivery report',
      hex: `8c86 983100 8d92 8b${z('m')} 97${z('+1')} 85044b3d3b00 9581`,
      value: { transactionId: '1', status: 'retrieved' },
      warnings: [['mms/foreign-field-read', 2, 'transactionId']],
    },
    {
      name: 'a Bcc in a message from the relay',
      hex: `${RETRIEVE} 81${z('+1')} ${NO_TEXT}`,
      value: { bcc: ['+1'] },
      warnings: [['mms/foreign-field-read', 10, 'bcc']],
    },
    {
      name: 'a Content-Type in a PDU without body',
      hex: `${ACKNOWLEDGE} 84a3 00`,
      value: {
        contentType: { type: 'application/vnd.wap.multipart.mixed', parameters: {} },
        parts: undefined,
      },
      warnings: [
        ['mms/foreign-field-read', 7, 'contentType'],
        ['mms/trailing-octets', 9],
      ],
    },
  ]);
});

describe('padding after the last field ends the fields', () => {
  itDecodes([
    {
      name: 'one octet 00',
      hex: `${ACKNOWLEDGE} 00`,
      value: { transactionId: '1', mmsVersion: '1.2' },
      warnings: [['mms/trailing-octets', 7]],
    },
    {
      name: 'octets 00, and what looks like a field after them',
      hex: `${ACKNOWLEDGE} 0000 9180`,
      value: { transactionId: '1', reportAllowed: undefined },
      warnings: [['mms/trailing-octets', 7]],
    },
    {
      name: 'an octet 1F',
      hex: `${ACKNOWLEDGE} 9180 1f`,
      value: { reportAllowed: 'yes' },
      warnings: [['mms/trailing-octets', 9]],
    },
  ]);
});

describe('the end stands for a final 00', () => {
  itDecodes([
    {
      name: 'at the end of the PDU',
      hex: '8c85 8d92 9831',
      value: { transactionId: '1' },
      warnings: [['wsp/missing-terminator', 6, 'transactionId']],
    },
    {
      name: 'in an application header',
      hex: `${ACKNOWLEDGE} 580061`,
      value: { applicationHeaders: [{ name: 'X', value: 'a' }] },
      warnings: [['wsp/missing-terminator', 10, 'applicationHeaders']],
    },
    {
      name: 'at the end of a From',
      hex: `8c80 983100 8d92 8904802b3132 ${NO_TEXT}`,
      value: { from: '+12' },
      warnings: [['wsp/missing-terminator', 13, 'from']],
    },
    {
      name: 'at the end of a text with charset',
      hex: `${RETRIEVE} 9603ea4869 ${NO_TEXT}`,
      value: { subject: 'Hi' },
      warnings: [['wsp/missing-terminator', 15, 'subject']],
    },
    {
      name: 'in a text whose length forgets its 00, behind which the fields go on',
      hex: `${RETRIEVE} 9603ea486900 ${NO_TEXT}`,
      value: { subject: 'Hi', contentType: { type: 'text/plain', parameters: {} } },
      warnings: [['mms/wrong-length', 11, 'subject']],
      strict: 'wsp/missing-terminator',
    },
  ]);
});
