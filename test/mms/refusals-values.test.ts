import { describe } from 'vitest';
import { itRefuses, MIXED, type RefusalRow } from './refusal-rows.ts';

describe('the field cannot hold the value', () => {
  itRefuses('m-send-req', [
    ['Transaction-ID is empty', { transactionId: '' }, 'mms/field-value', 'transactionId'],
    ['a version is a number', { mmsVersion: 1.2 }, 'bytes/value-type', 'mmsVersion'],
    ['a version is a word', { mmsVersion: 'new' }, 'mms/field-value', 'mmsVersion'],
    ['a version has no minor number', { mmsVersion: '1' }, 'mms/field-value', 'mmsVersion'],
    ['a major version is above 7', { mmsVersion: '8.0' }, 'mms/field-value', 'mmsVersion'],
    ['a minor version is above 14', { mmsVersion: '1.15' }, 'mms/field-value', 'mmsVersion'],
    ['Priority is not a word of the table', { priority: 'urgent' }, 'mms/field-value', 'priority'],
    ['Priority is below 80', { priority: 0x7f }, 'mms/field-value', 'priority'],
    ['Priority is above FF', { priority: 0x100 }, 'mms/field-value', 'priority'],
    ['Priority is not an octet', { priority: 128.5 }, 'mms/field-value', 'priority'],
    [
      'Delivery-Report is neither yes nor no',
      { deliveryReport: 'maybe' },
      'mms/field-value',
      'deliveryReport',
    ],
    ['Message-Class is below 80', { messageClass: 5 }, 'mms/field-value', 'messageClass'],
    [
      'MM-Flags has no such action',
      { mmFlags: [{ action: 'drop', text: 'x' }] },
      'mms/field-value',
      'mmFlags[0]',
    ],
  ]);
  itRefuses('m-retrieve-conf', [
    ['the relay inserts no address', { from: 'insert-address' }, 'mms/field-value', 'from'],
  ]);
  itRefuses('m-notification-ind', [
    ['a notification inserts no address', { from: 'insert-address' }, 'mms/field-value', 'from'],
    ['an expiry is a number', { expiry: 60 }, 'bytes/value-type', 'expiry'],
    ['an expiry is nothing', { expiry: null }, 'bytes/value-type', 'expiry'],
    ['a notification expires at no date', { expiry: { absolute: new Date(0) } }, 'mms/field-value', 'expiry'],
  ]);
  itRefuses('m-delete-conf', [
    ['a counted text is nothing', { responseText: [null] }, 'bytes/value-type', 'responseText[0]'],
    ['a version is a number there too', { mmsVersion: 1.3 }, 'bytes/value-type', 'mmsVersion'],
    ['a version is a word there too', { mmsVersion: 'new' }, 'mms/field-value', 'mmsVersion'],
  ]);
  itRefuses('m-read-orig-ind', [
    ['a read report of the relay inserts no address', { from: 'insert-address' }, 'mms/field-value', 'from'],
  ]);
  itRefuses('m-mbox-view-req', [
    ['Attributes names no field', { attributes: ['subject', 'foo'] }, 'mms/field-value', 'attributes[1]'],
    ['Attributes is no field number', { attributes: [128] }, 'bytes/value-range', 'attributes[0]'],
  ]);
});

describe('an address is none', () => {
  const bad: readonly (readonly [name: string, address: string])[] = [
    ['empty', ''],
    ['a blank', ' '],
    ['words', 'a b'],
    ['a plus sign alone', '+'],
    ['a number sign alone', '#'],
    ['more than 15 digits', '+4477009001234567'],
    ['a list with a comma', '+447700900123,+447700900124'],
    ['an e-mail list', 'a@b.example,c@d.example'],
    ['no mailbox', '@b.example'],
    ['no domain', 'a@'],
    ['a domain with a blank', 'a@b example'],
    ['letters as PLMN', 'abc/TYPE=PLMN'],
    ['nothing as PLMN', '/TYPE=PLMN'],
    ['three groups as IPv4', '192.0.2/TYPE=IPv4'],
    ['four digits in a group of IPv4', '1920.0.2.7/TYPE=IPv4'],
    ['the short form of IPv6', '::1/TYPE=IPv6'],
    ['no type', '+1/TYPE='],
    ['a type with a blank', 'x/TYPE=a b'],
    ['nothing of another type', '/TYPE=foo'],
    ['a blank in the value of another type', 'a b/TYPE=foo'],
    ['letters beyond US-ASCII in the value of another type', 'é/TYPE=foo'],
    ['non-ASCII letters', 'Zoë'],
    ['longer than any header', `${'a'.repeat(2000)}@b`],
  ];
  const inField = (key: string, path: string): RefusalRow[] =>
    bad.map(([name, address]) => [`${key}: ${name}`, { [key]: [address] }, 'mms/bad-address', path]);

  itRefuses('m-send-req', inField('to', 'to[0]'));
  itRefuses('m-send-req', [
    ['the second of Cc', { cc: ['+1', 'a b'] }, 'mms/bad-address', 'cc[1]'],
    ['the second of Bcc', { bcc: ['+1', 'a b'] }, 'mms/bad-address', 'bcc[1]'],
    ['From', { from: 'a b' }, 'mms/bad-address', 'from'],
  ]);
  itRefuses('m-retrieve-conf', [
    [
      'Previously-Sent-By',
      { previouslySentBy: [{ count: 1, address: 'a b' }] },
      'mms/bad-address',
      'previouslySentBy[0]',
    ],
  ]);
});

describe('a date cannot be written', () => {
  const dates: readonly (readonly [name: string, date: unknown])[] = [
    ['before 1970', new Date('1969-12-31T23:59:59Z')],
    ['no time', new Date(Number.NaN)],
    ['after 9999', new Date('+010000-01-01T00:00:00Z')],
    ['a word', 'yesterday'],
    ['a month that is none', '2004-13-01'],
    ['a day that the month lacks', '2004-02-30'],
    ['a leap day of another year', '2003-02-29T12:00:00Z'],
    ['day zero', '2004-02-00'],
    ['another order', '23.05.2004'],
    ['no text', ''],
  ];
  itRefuses(
    'm-retrieve-conf',
    dates.map(([name, date]) => [`Date: ${name}`, { date }, 'bytes/value-range', 'date']),
  );
  itRefuses(
    'm-send-req',
    dates.map(([name, absolute]) => [
      `Expiry: ${name}`,
      { expiry: { absolute } },
      'bytes/value-range',
      'expiry',
    ]),
  );
  itRefuses('m-retrieve-conf', [
    [
      'Previously-Sent-Date: before 1970',
      { previouslySentDate: [{ count: 1, date: new Date(-1000) }] },
      'bytes/value-range',
      'previouslySentDate[0]',
    ],
  ]);
});

describe('a number cannot be written', () => {
  const numbers = [-1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY];
  for (const number of numbers) {
    itRefuses('m-notification-ind', [
      [`Message-Size ${number}`, { messageSize: number }, 'bytes/value-range', 'messageSize'],
      [`Expiry ${number}`, { expiry: { relative: number } }, 'bytes/value-range', 'expiry'],
    ]);
    itRefuses('m-mbox-view-req', [[`Start ${number}`, { start: number }, 'bytes/value-range', 'start']]);
    itRefuses('m-retrieve-conf', [
      [
        `Previously-Sent-By count ${number}`,
        { previouslySentBy: [{ count: number, address: '+1' }] },
        'bytes/value-range',
        'previouslySentBy[0]',
      ],
    ]);
  }
  itRefuses('m-acknowledge-ind', [
    [
      'a field number above 7F',
      { unknown: [{ code: 128, raw: new Uint8Array([0x80]) }] },
      'bytes/value-range',
    ],
  ]);
});

describe('the value is of the wrong type', () => {
  itRefuses('m-send-req', [
    ['a text where a list is due', { cc: '+1' }, 'bytes/value-type', 'cc'],
    ['a number as address', { to: [1] }, 'bytes/value-type', 'to[0]'],
    ['a text as size', { replyChargingSize: '9' }, 'bytes/value-type', 'replyChargingSize'],
    ['a number as Subject', { subject: 9 }, 'bytes/value-type', 'subject'],
    ['a number as date', { date: 0 }, 'bytes/value-type', 'date'],
    ['a text as Content-Type', { contentType: 'text/plain' }, 'bytes/value-type', 'contentType'],
    ['a text as body', { body: 'Hi' }, 'bytes/value-type', 'body'],
    [
      'a part without Content-Type',
      { contentType: MIXED, body: undefined, parts: [{ data: new Uint8Array(0) }] },
      'bytes/value-type',
      'parts[0].contentType',
    ],
  ]);
});
