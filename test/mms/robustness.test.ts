import { describe } from 'vitest';
import { ACKNOWLEDGE, itDecodes, itRefuses, NO_TEXT, RETRIEVE, raw, SEND, z } from './tolerance.ts';

const THIRTY_ONE = 'aa'.repeat(31);
const NEW_YEAR = new Date('2010-01-01T00:00:00Z');

/** m-notification-ind up to Message-Class, 9 octets. */
const NOTIFICATION = '8c82 983100 8d92 8a80 ';
const SIZE = '8e0109 ';
const EXPIRY = '880381013c ';
const LOCATION = `83${z('/a')}`;

describe('legal fields give no warning', () => {
  itDecodes([
    {
      name: 'an unknown field with a counted value is kept',
      hex: `${RETRIEVE} df02aabb ${NO_TEXT}`,
      value: { unknown: [raw(0x5f, '02aabb')], date: NEW_YEAR },
    },
    {
      name: 'an unknown field with a Length-quote is kept',
      hex: `${RETRIEVE} df1f1f${THIRTY_ONE} ${NO_TEXT}`,
      value: { unknown: [raw(0x5f, `1f1f${THIRTY_ONE}`)] },
    },
    {
      name: 'an unknown field with a text is kept',
      hex: `${RETRIEVE} df${z('ab')} ${NO_TEXT}`,
      value: { unknown: [raw(0x5f, '616200')] },
    },
    {
      name: 'an unknown field of one octet is kept',
      hex: `${RETRIEVE} df85 c000 ${NO_TEXT}`,
      value: { unknown: [raw(0x5f, '85'), raw(0x40, '00')] },
    },
    {
      name: 'application headers stand between known fields',
      hex: `8c84 ${z('X-Foo')}${z('bar')} 8d92 ${z('Y')}00 85044b3d3b00 ${NO_TEXT}`,
      value: {
        applicationHeaders: [
          { name: 'X-Foo', value: 'bar' },
          { name: 'Y', value: '' },
        ],
        mmsVersion: '1.2',
        date: NEW_YEAR,
      },
    },
    {
      name: 'fields stand in any order',
      hex: `8c80 97${z('+1')} 890181 8d92 983100 ${NO_TEXT}`,
      value: { to: ['+1'], from: 'insert-address', mmsVersion: '1.2', transactionId: '1' },
    },
    {
      name: 'a message lacks Transaction-ID, From and To',
      hex: `${RETRIEVE} ${NO_TEXT}`,
      value: { transactionId: undefined, from: undefined, to: undefined, date: NEW_YEAR },
    },
    {
      name: 'a Message-Class is any token',
      hex: `${RETRIEVE} 8a${z('New')} ${NO_TEXT}`,
      value: { messageClass: 'New' },
    },
    {
      name: 'nothing after Content-Type is a field',
      hex: `${RETRIEVE} 8483 8d93 00`,
      value: { mmsVersion: '1.2', body: Uint8Array.of(0x8d, 0x93, 0) },
    },
    {
      name: 'a date lies beyond 32 bits',
      hex: `8c84 8d92 85050100000000 ${NO_TEXT}`,
      value: { date: new Date('2106-02-07T06:28:16Z') },
    },
    {
      name: 'a size is as large as numbers are exact',
      hex: `${NOTIFICATION} 8e071fffffffffffff ${EXPIRY} ${LOCATION}`,
      value: { messageSize: Number.MAX_SAFE_INTEGER },
    },
    {
      name: 'blanks around a Content-Location are kept',
      hex: `${NOTIFICATION} ${SIZE} ${EXPIRY} 83${z(' /a ')}`,
      value: { contentLocation: ' /a ' },
    },
  ]);
});

describe('integers in another form are read', () => {
  itDecodes([
    {
      name: 'a Date of no octets is zero',
      hex: `8c84 8d92 8500 ${NO_TEXT}`,
      value: { date: new Date(0) },
      warnings: [['wsp/non-minimal', 5, 'date']],
    },
    {
      name: 'a Date has leading zero octets',
      hex: `8c84 8d92 8505004b3d3b00 ${NO_TEXT}`,
      value: { date: NEW_YEAR },
      warnings: [['wsp/non-minimal', 5, 'date']],
    },
    {
      name: 'a Date is a Short-integer',
      hex: `8c84 8d92 8585 ${NO_TEXT}`,
      value: { date: new Date(5000) },
      warnings: [['wsp/integer-form', 5, 'date']],
    },
    {
      name: 'a Message-Size is a Short-integer',
      hex: `${NOTIFICATION} 8e89 ${EXPIRY} ${LOCATION}`,
      value: { messageSize: 9 },
      warnings: [['wsp/integer-form', 10, 'messageSize']],
    },
    {
      name: 'a Message-Size has 30 octets, most of them zero',
      hex: `${NOTIFICATION} 8e1e${'00'.repeat(29)}05 ${EXPIRY} ${LOCATION}`,
      value: { messageSize: 5 },
      warnings: [['wsp/non-minimal', 10, 'messageSize']],
    },
    {
      name: 'a relative time is a Short-integer',
      hex: `${NOTIFICATION} ${SIZE} 880281bc ${LOCATION}`,
      value: { expiry: { relative: 60 } },
      warnings: [['wsp/integer-form', 15, 'expiry']],
    },
    {
      name: 'a small Integer-value is a Long-integer',
      hex: '8c8d 983100 8d92 af0105',
      value: { start: 5 },
      warnings: [['wsp/integer-form', 8, 'start']],
    },
    {
      name: 'a size above 2^53 - 1 is kept raw, never rounded',
      hex: `${RETRIEVE} 9f0720000000000000 ${NO_TEXT}`,
      value: { replyChargingSize: undefined, unknown: [raw(0x1f, '0720000000000000')] },
      warnings: [['mms/value-kept-raw', 10, 'replyChargingSize']],
      strict: 'bytes/value-range',
    },
  ]);
});

describe('a Value-length bounds its value', () => {
  itDecodes([
    {
      name: 'octets left in an Expiry are skipped',
      hex: `${SEND} 8806810301518000 8f82 ${NO_TEXT}`,
      value: { expiry: { relative: 86400 }, priority: 'high' },
      warnings: [['wsp/section-rest', 17, 'expiry']],
    },
    {
      name: 'octets left after Insert-address are skipped',
      hex: `8c80 983100 8d92 890281aa ${NO_TEXT}`,
      value: { from: 'insert-address' },
      warnings: [['wsp/section-rest', 10, 'from']],
    },
    {
      name: 'a From that counts the field behind it ends with its text, and the fields go on there',
      hex: `8c82 983100 8d92 891080${z('+1/TYPE=PLMN')} 8a80 ${SIZE} ${EXPIRY} ${LOCATION}`,
      value: { from: '+1/TYPE=PLMN', messageClass: 'personal', messageSize: 9, unknown: [] },
      warnings: [['wsp/section-rest', 23, 'from']],
    },
    {
      name: 'an Expiry that counts the fields behind it does not cost them',
      hex: `${SEND} 880681013c8f82 ${NO_TEXT}`,
      value: { expiry: { relative: 60 }, priority: 'high' },
      warnings: [['wsp/section-rest', 15, 'expiry']],
    },
    {
      name: 'a From that reaches past the end of the PDU does not cost the fields behind it',
      hex: `8c82 983100 8d92 891f7f80${z('+1/TYPE=PLMN')} 8a80 ${SIZE} ${EXPIRY} ${LOCATION}`,
      value: { from: '+1/TYPE=PLMN', messageClass: 'personal', messageSize: 9 },
      warnings: [
        ['wsp/length-overrun', 8, 'from'],
        ['wsp/section-rest', 24, 'from'],
      ],
    },
    {
      name: 'a small Value-length has a Length-quote',
      hex: `${SEND} 881f058103015180 ${NO_TEXT}`,
      value: { expiry: { relative: 86400 } },
      warnings: [['wsp/non-minimal', 11, 'expiry']],
    },
    {
      name: 'a From whose text passes its end is read to its end',
      hex: `8c82 983100 8d92 8906800aea486900 8a80 ${SIZE} ${EXPIRY} ${LOCATION}`,
      value: { from: 'Hi', messageClass: 'personal' },
      warnings: [['wsp/length-overrun', 10, 'from']],
    },
    {
      name: 'a From that does not count its inner length is read, and the fields go on behind its 00',
      hex: `8c80 983100 8d92 89088007ea7fc3a9407800 ${NO_TEXT}`,
      value: { from: 'é@x', contentType: { type: 'text/plain', parameters: {} } },
      warnings: [['mms/wrong-length', 8, 'from']],
      strict: 'wsp/length-overrun',
    },
  ]);
});

describe('a known field with an odd value is kept', () => {
  itDecodes([
    {
      name: 'a text where an octet is due is kept raw',
      hex: `${RETRIEVE} 8f${z('Hi')} 96${z('A')} ${NO_TEXT}`,
      value: { priority: undefined, unknown: [raw(0x0f, '486900')], subject: 'A' },
      warnings: [['mms/value-kept-raw', 10, 'priority']],
      strict: 'mms/field-value',
    },
    {
      name: 'an octet where a text is due is kept raw',
      hex: `${RETRIEVE} 9682 8f82 ${NO_TEXT}`,
      value: { subject: undefined, unknown: [raw(0x16, '82')], priority: 'high' },
      warnings: [['mms/value-kept-raw', 10, 'subject']],
      strict: 'wsp/value-form',
    },
    {
      name: 'a time with neither token is kept raw',
      hex: `${SEND} 880382013c ${NO_TEXT}`,
      value: { expiry: undefined, unknown: [raw(0x08, '0382013c')] },
      warnings: [['mms/value-kept-raw', 10, 'expiry']],
      strict: 'mms/field-value',
    },
    {
      name: 'a Long-integer of 31 octets is kept raw',
      hex: `${RETRIEVE} 9f1f1f${THIRTY_ONE} ${NO_TEXT}`,
      value: { replyChargingSize: undefined, unknown: [raw(0x1f, `1f1f${THIRTY_ONE}`)] },
      warnings: [['mms/value-kept-raw', 10, 'replyChargingSize']],
      strict: 'wsp/value-form',
    },
    {
      name: 'an unassigned Priority stays its octet',
      hex: `${RETRIEVE} 8f8a ${NO_TEXT}`,
      value: { priority: 0x8a },
      warnings: [['mms/unknown-value', 11, 'priority']],
    },
    {
      name: 'an unassigned Message-Class stays its octet',
      hex: `${RETRIEVE} 8a90 ${NO_TEXT}`,
      value: { messageClass: 0x90 },
      warnings: [['mms/unknown-value', 11, 'messageClass']],
    },
    {
      name: 'a Yes/No that is neither stays its octet',
      hex: `${RETRIEVE} 8682 ${NO_TEXT}`,
      value: { deliveryReport: 0x82 },
      warnings: [['mms/unknown-value', 11, 'deliveryReport']],
    },
    {
      name: 'an unassigned Response-Status stays its octet',
      hex: '8c81 983100 8d92 92d0',
      value: { responseStatus: 0xd0 },
      warnings: [['mms/unknown-value', 8, 'responseStatus']],
    },
  ]);
});

describe('octets without a way to go on are refused', () => {
  itRefuses([
    ['no octets', '', 'mms/not-a-pdu', 0, 'messageType'],
    ['another field than Message-Type first', '8d92 8c85 983100', 'mms/not-a-pdu', 0, 'messageType'],
    ['Message-Type alone', '8c', 'bytes/truncated', 1, 'messageType'],
    ['message type 98', '8c98 983100 8d92', 'mms/unknown-message-type', 1, 'messageType'],
    ['message type 7F', '8c7f 983100 8d92', 'mms/unknown-message-type', 1, 'messageType'],
    ['a field name without a value', `${RETRIEVE} 8f`, 'bytes/truncated', 11, 'priority'],
    ['a value that cannot be skipped', `${RETRIEVE} 9f0a00`, 'bytes/truncated', 12, 'replyChargingSize'],
    ['an unknown value that cannot be skipped', `${ACKNOWLEDGE} df0a00`, 'bytes/truncated', 9, 'unknown'],
  ]);
});
