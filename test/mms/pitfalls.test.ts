import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { changed, MIXED } from './refusal-rows.ts';
import { octets, RETRIEVE, z } from './tolerance.ts';

const plainHex = (hex: string): string => hex.replaceAll(/\s/g, '');

const NOTIFICATION_AFTER_SIZE = ['8c82 985400 8d92 8a80 ', ` 880381013c 83${z('/a')}`] as const;

type Row = readonly [name: string, changes: Readonly<Record<string, unknown>>, hex: string];

/** Fields of m-retrieve-conf that stand between its Date and a text/plain without octets. */
const field = (name: string, key: string, value: unknown, hex: string): Row => [name, { [key]: value }, hex];

describe('a field is written in the one form that all decoders take', () => {
  it.each<Row>([
    field(
      'Value-length 30 is one octet',
      'subject',
      `${'x'.repeat(26)}é`,
      `961e ea ${'78'.repeat(26)}c3a900`,
    ),
    field(
      'Value-length 31 has a Length-quote',
      'subject',
      `${'x'.repeat(27)}é`,
      `961f1f ea ${'78'.repeat(27)}c3a900`,
    ),
    field(
      'Value-length 127 is one octet',
      'subject',
      `${'x'.repeat(123)}é`,
      `961f7f ea ${'78'.repeat(123)}c3a900`,
    ),
    field(
      'Value-length 128 is two octets',
      'subject',
      `${'x'.repeat(124)}é`,
      `961f8100 ea ${'78'.repeat(124)}c3a900`,
    ),
    field('a Quote stands before a non-ASCII octet and counts', 'subject', 'é', '9605 ea 7f c3a900'),
    field('a byte order mark is written back', 'subject', '\ufeffHi', '9608 ea 7f efbbbf486900'),
    field('no Quote stands before US-ASCII', 'subject', 'aé', '9605 ea 61 c3a900'),
    field('US-ASCII has neither charset nor Quote', 'subject', 'Hi', '96 486900'),
    field('an empty text is left out', 'subject', '', ''),
    field('a text without charset begins with a Quote', 'replyChargingId', 'é', '9e 7f c3a900'),
    field('Yes is the smaller number', 'deliveryReport', true, '8680'),
    field('No is the larger number', 'deliveryReport', false, '8681'),
    field(
      'each recipient has its field',
      'to',
      ['+1', '+2'],
      `97${z('+1/TYPE=PLMN')} 97${z('+2/TYPE=PLMN')}`,
    ),
    field(
      'IPv4 is spelt as the specification has it',
      'to',
      ['192.0.2.7/TYPE=IPv4'],
      `97${z('192.0.2.7/TYPE=IPv4')}`,
    ),
    field('From counts the inner length octet of its text', 'from', 'é@x', '89 09 80 07 ea 7f c3a9 4078 00'),
    field('From is a Text-string when it can', 'from', '+1', `89 0e 80 ${z('+1/TYPE=PLMN')}`),
    field('a size of zero has one octet', 'replyChargingSize', 0, '9f0100'),
    field('a size of 127 is a Long-integer', 'replyChargingSize', 127, '9f017f'),
    field('a size of 128 has no leading zero', 'replyChargingSize', 128, '9f0180'),
    field('a size above 31 bits', 'replyChargingSize', 2 ** 32 - 1, '9f04ffffffff'),
    field('a size above 32 bits', 'replyChargingSize', 2 ** 32, '9f050100000000'),
    field('the largest size', 'replyChargingSize', 2 ** 53 - 1, '9f071fffffffffffff'),
    field('a deadline of zero seconds', 'replyChargingDeadline', { relative: 0 }, '9d 03 81 0100'),
    field(
      'a deadline of 60 seconds is a Long-integer',
      'replyChargingDeadline',
      { relative: 60 },
      '9d 03 81 013c',
    ),
    field(
      'a deadline at a date',
      'replyChargingDeadline',
      { absolute: '2010-01-01T01:00:00Z' },
      '9d 06 80 044b3d4910',
    ),
    field('Message-Class of any token', 'messageClass', 'New', `8a${z('New')}`),
  ])('%s', (_, changes, hex) => {
    expect(toHex(encodePdu(changed('m-retrieve-conf', changes)))).toBe(plainHex(`${RETRIEVE}${hex}8483`));
  });

  it.each([
    [0, '8e0100'],
    [9, '8e0109'],
    [127, '8e017f'],
    [128, '8e0180'],
    [23069, '8e025a1d'],
  ])('Message-Size %i is a Long-integer', (messageSize, hex) => {
    expect(toHex(encodePdu(changed('m-notification-ind', { messageSize })))).toBe(
      plainHex(NOTIFICATION_AFTER_SIZE.join(hex)),
    );
  });

  it.each([
    ['1970-01-01T00:00:00Z', '850100'],
    ['2010-01-01T00:00:00', '85044b3d3b00'],
    ['2010-01-01T01:00:00+01:00', '85044b3d3b00'],
    ['2038-01-19T03:14:08Z', '850480000000'],
    ['2106-02-07T06:28:16Z', '85050100000000'],
  ])('Date %s', (date, hex) => {
    expect(toHex(encodePdu(changed('m-retrieve-conf', { date })))).toBe(plainHex(`8c848d92${hex}8483`));
  });

  it.each([
    ['1.0', '90'],
    ['1.1', '91'],
    ['1.2', '92'],
    ['1.3', '93'],
  ])('MMS-Version %s is one octet', (mmsVersion, hex) => {
    expect(toHex(encodePdu(changed('m-acknowledge-ind', { mmsVersion })))).toBe(`8c859854008d${hex}`);
  });

  it('Response-Status of refused reply charging is E7', () => {
    const responseStatus = 'error-permanent-reply-charging-request-not-accepted';
    expect(toHex(encodePdu(changed('m-send-conf', { responseStatus })))).toBe('8c819854008d9292e7');
  });

  it('Hide is the smaller number', () => {
    expect(toHex(encodePdu(changed('m-send-req', { senderVisibility: 'hide' })))).toBe(
      plainHex(`8c80 985400 8d92 890181 97${z('+1/TYPE=PLMN')} 9480 8483`),
    );
  });

  it('a read report has no Transaction-ID and lets the relay insert the sender', () => {
    expect(toHex(encodePdu(changed('m-read-rec-ind', {})))).toBe(
      plainHex(`8c87 8d92 8b${z('M')} 97${z('+1/TYPE=PLMN')} 890181 9b80`),
    );
  });
});

describe('a body is written in the one form that all decoders take', () => {
  const part = (name: string, keys: Readonly<Record<string, unknown>>, hex: string): Row => [
    name,
    { contentType: MIXED, parts: [{ contentType: 'text/plain', data: octets('Hi'), ...keys }] },
    `84a3 01 ${hex}`,
  ];

  it.each<Row>([
    part('HeadersLen counts the media type', {}, '0102 83 4869'),
    part('charset is a number', { parameters: { charset: 'utf-8' } }, '0402 03 83 81ea 4869'),
    part('charset in capitals is a number', { parameters: { charset: 'UTF-8' } }, '0402 03 83 81ea 4869'),
    part(
      'charset above 127 is a Long-integer',
      { parameters: { charset: 'utf-16' } },
      '0602 05 83 810203f7 4869',
    ),
    part('name has its old number', { parameters: { name: 'a.t' } }, `0702 06 83 85${z('a.t')} 4869`),
    part('Content-ID has 22 and no closing 22', { contentId: '<a>' }, `0702 83 c022${z('<a>')} 4869`),
    part(
      'Content-ID stands before Content-Location and any other header',
      { contentLocation: 'a', contentId: '<a>', headers: [{ name: 'X', value: 'y' }] },
      `0e02 83 c022${z('<a>')} 8e${z('a')} ${z('X')}${z('y')} 4869`,
    ),
    part(
      'Content-Disposition has its old number',
      {
        headers: [
          {
            name: 'Content-Disposition',
            value: { disposition: 'attachment', parameters: { filename: 'a.t' } },
          },
        ],
      },
      `0902 83 ae06 81 86${z('a.t')} 4869`,
    ),
    part(
      'octet-stream is text',
      { contentType: 'application/octet-stream' },
      `1902 ${z('application/octet-stream')} 4869`,
    ),
    part(
      'a media type is written in lower case',
      { contentType: 'Audio/AMR' },
      `0a02 ${z('audio/amr')} 4869`,
    ),
    part('a media type with a code has its code', { contentType: 'TEXT/X-VCARD' }, '0102 87 4869'),
    part('DataLen 127 is one octet', { data: octets('y'.repeat(127)) }, `017f 83 ${'79'.repeat(127)}`),
    part('DataLen 128 is two octets', { data: octets('y'.repeat(128)) }, `018100 83 ${'79'.repeat(128)}`),
    part('DataLen counts octets, not characters', { data: octets('é') }, '0102 83 c3a9'),
    part('line ends and marks stay', { data: fromHex('efbbbf0d0a') }, '0105 83 efbbbf0d0a'),
  ])('%s', (_, changes, hex) => {
    const pdu = changed('m-retrieve-conf', { body: undefined, ...changes });
    expect(toHex(encodePdu(pdu))).toBe(plainHex(`${RETRIEVE}${hex}`));
  });

  it('type is text without any quote, start has its old number', () => {
    const contentType = {
      type: 'application/vnd.wap.multipart.related',
      parameters: { type: 'application/smil', start: '<s>' },
    };
    const pdu = changed('m-retrieve-conf', { contentType, body: undefined });
    expect(toHex(encodePdu(pdu))).toBe(
      plainHex(`${RETRIEVE} 84 18 b3 89${z('application/smil')} 8a${z('<s>')} 00`),
    );
  });

  it('type of the root part is text even where it has a code', () => {
    const contentType = { type: 'application/vnd.wap.multipart.related', parameters: { type: 'text/plain' } };
    const pdu = changed('m-retrieve-conf', { contentType, body: undefined });
    expect(toHex(encodePdu(pdu))).toBe(plainHex(`${RETRIEVE} 84 0d b3 89${z('text/plain')} 00`));
  });
});
