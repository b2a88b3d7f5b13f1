import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { type DecodedPdu, decodePdu, encodePdu, encodePduInto, type PduInput } from '../../src/mms/index.ts';
import { COMPLETE, changed, itRefuses, type Kind, MIXED, NONE } from './refusal-rows.ts';

const kinds = Object.keys(COMPLETE) as Kind[];

describe('a complete PDU', () => {
  it.each(kinds)('%s is written', messageType => {
    expect(() => encodePdu(changed(messageType, {}))).not.toThrow();
  });
});

describe('a mandatory field is missing', () => {
  const mandatory: Partial<Record<Kind, readonly string[]>> = {
    'm-send-req': ['transactionId', 'contentType'],
    'm-send-conf': ['transactionId', 'responseStatus'],
    'm-notification-ind': ['transactionId', 'messageClass', 'messageSize', 'expiry', 'contentLocation'],
    'm-notifyresp-ind': ['transactionId', 'status'],
    'm-retrieve-conf': ['date', 'contentType'],
    'm-acknowledge-ind': ['transactionId'],
    'm-delivery-ind': ['messageId', 'to', 'date', 'status'],
    'm-read-rec-ind': ['messageId', 'to', 'readStatus'],
    'm-read-orig-ind': ['messageId', 'to', 'from', 'date', 'readStatus'],
    'm-forward-req': ['transactionId', 'contentLocation'],
    'm-mbox-store-req': ['transactionId', 'contentLocation'],
    'm-delete-req': ['transactionId', 'contentLocation'],
    'm-cancel-req': ['transactionId', 'cancelId'],
  };

  for (const kind of kinds) {
    const options = { requireRecipient: false };
    const rows = (mandatory[kind] ?? []).map(
      key => [`${kind} without ${key}`, { [key]: undefined }, 'mms/missing-field', key] as const,
    );
    itRefuses(kind, rows, options);
  }
});

describe('a PDU does not have the field', () => {
  itRefuses('m-send-req', [
    ['Message-ID in a submission', { messageId: 'M' }, 'mms/foreign-field', 'messageId'],
    ['Message-Size in a submission', { messageSize: 9 }, 'mms/foreign-field', 'messageSize'],
    ['Content-Location in a submission', { contentLocation: '/a' }, 'mms/foreign-field', 'contentLocation'],
    ['Retrieve-Status in a submission', { retrieveStatus: 'ok' }, 'mms/foreign-field', 'retrieveStatus'],
    ['a field that is only a name', { content: 'x' }, 'mms/foreign-field', 'content'],
  ]);
  itRefuses('m-retrieve-conf', [
    ['Bcc in a message from the relay', { bcc: ['+1'] }, 'mms/foreign-field', 'bcc'],
    ['Expiry in a message from the relay', { expiry: { relative: 1 } }, 'mms/foreign-field', 'expiry'],
    [
      'Sender-Visibility from the relay',
      { senderVisibility: 'hide' },
      'mms/foreign-field',
      'senderVisibility',
    ],
  ]);
  itRefuses('m-delivery-ind', [
    ['an empty list of a mandatory field', { to: [] }, 'mms/missing-field', 'to'],
    ['Transaction-ID in a delivery report', { transactionId: 'T' }, 'mms/foreign-field', 'transactionId'],
    ['From in a delivery report', { from: '+1' }, 'mms/foreign-field', 'from'],
  ]);
  itRefuses('m-acknowledge-ind', [
    ['Content-Type in an acknowledgement', { contentType: MIXED }, 'mms/foreign-field', 'contentType'],
    ['Subject in an acknowledgement', { subject: 'x' }, 'mms/foreign-field', 'subject'],
  ]);
  itRefuses('m-notification-ind', [
    [
      'Delivery-Time in a notification',
      { deliveryTime: { relative: 1 } },
      'mms/foreign-field',
      'deliveryTime',
    ],
  ]);

  it('but an undefined one says nothing', () => {
    expect(toHex(encodePdu(changed('m-acknowledge-ind', { subject: undefined, foo: undefined })))).toBe(
      '8c85' + '985400' + '8d92',
    );
  });
});

describe('no PDU has the field', () => {
  itRefuses('m-send-req', [
    ['a misspelt key', { subjekt: 'x' }, 'mms/unknown-field', 'subjekt'],
    ['a name of the specification', { 'X-Mms-Priority': 'high' }, 'mms/unknown-field', 'X-Mms-Priority'],
    ['a name of Object.prototype', { toString: 'x' }, 'mms/unknown-field', 'toString'],
  ]);
});

describe('no message type has the name', () => {
  it.each(['m-send', 'M-SEND-REQ', '', 'toString', undefined])('%s', messageType => {
    expect(() => encodePdu({ ...changed('m-send-req', {}), messageType } as never)).toThrow(
      expect.objectContaining({
        name: 'MmsError',
        code: 'mms/unknown-message-type',
        path: 'messageType',
      }),
    );
  });
});

describe('an argument is of another kind', () => {
  const pdu = changed('m-acknowledge-ind', {});

  it.each([
    ['pdu', () => encodePdu('m-send-req' as never)],
    ['options', () => encodePdu(pdu, 'strict' as never)],
    ['target', () => encodePduInto([] as never, pdu)],
    ['options', () => decodePdu(encodePdu(pdu), 'strict' as never)],
  ])('%s', (path, run) => {
    expect(run).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
  });
});

it('a refused value has the hint of its rule', () => {
  expect(() => encodePdu(changed('m-retrieve-conf', { from: 'insert-address' }))).toThrow(
    expect.objectContaining({ hint: 'give the address, or leave from out to hide it' }),
  );
});

describe('what is written carefully', () => {
  it('needs no recipient where a gateway adds one', () => {
    const pdu = changed('m-send-req', { to: undefined, unknown: [] });
    expect(toHex(encodePdu(pdu, { requireRecipient: false }))).toBe(
      '8c80985400' + '8d92' + '890181' + '8483',
    );
  });

  it('is no decoded PDU where its warnings are undefined', () => {
    const pdu = changed('m-send-req', { warnings: undefined, unknown: [] });
    expect(encodePdu(pdu)).toEqual(encodePdu(changed('m-send-req', {})));
  });

  itRefuses('m-send-req', [
    ['no media type at all', { contentType: null, unknown: [] }, 'bytes/value-type', 'contentType'],
  ]);
});

describe('a decoded PDU that somebody changed', () => {
  const withKey = (pdu: DecodedPdu, key: string, value: unknown): PduInput => ({ ...pdu, [key]: value });

  it('has no field that no PDU has', () => {
    const read = decodePdu(fromHex('8c859854008d92ae80'));
    expect(read.warnings).toMatchObject([{ code: 'mms/foreign-field-read', path: 'content' }]);
    expect(() => encodePdu(withKey(read, 'content', 'x'))).toThrow(
      expect.objectContaining({ code: 'mms/foreign-field', path: 'content' }),
    );
  });

  it('has no body without a media type', () => {
    const read = decodePdu(fromHex('8c848d9285044b3d3b00'));
    expect(read.warnings).toMatchObject([{ code: 'mms/missing-field-read', path: 'contentType' }]);
    expect(() => encodePdu(withKey(read, 'body', NONE))).toThrow(
      expect.objectContaining({ code: 'mms/missing-field', path: 'contentType' }),
    );
  });
});

describe('a submission needs a recipient', () => {
  itRefuses('m-send-req', [
    ['none of To, Cc, Bcc', { to: undefined }, 'mms/no-recipient', 'to'],
    ['empty To, Cc, Bcc', { to: [], cc: [], bcc: [] }, 'mms/no-recipient', 'to'],
  ]);
  itRefuses('m-forward-req', [['a forward request', { to: undefined }, 'mms/no-recipient', 'to']]);

  it.each(['to', 'cc', 'bcc'])('one in %s is enough', key => {
    expect(() => encodePdu(changed('m-send-req', { to: undefined, [key]: ['+1'] }))).not.toThrow();
  });

  it('unless a gateway will add them', () => {
    const pdu = changed('m-send-req', { to: undefined });
    expect(toHex(encodePdu(pdu, { requireRecipient: false }))).toBe(
      '8c80985400' + '8d92' + '890181' + '8483',
    );
  });

  it('but a message from the relay does not', () => {
    expect(toHex(encodePdu(changed('m-retrieve-conf', {})))).toBe('8c848d92' + '85044b3d3b00' + '8483');
  });
});

describe('a field is newer than the version', () => {
  itRefuses('m-send-req', [
    ['1.3 in the default 1.2', { contentClass: 'text' }, 'mms/version-too-low', 'contentClass'],
    ['1.3 in 1.2', { mmsVersion: '1.2', applicId: 'a' }, 'mms/version-too-low', 'applicId'],
    ['1.2 in 1.1', { mmsVersion: '1.1', store: 'yes' }, 'mms/version-too-low', 'store'],
    ['1.1 in 1.0', { mmsVersion: '1.0', replyCharging: 'requested' }, 'mms/version-too-low', 'replyCharging'],
  ]);
  itRefuses('m-read-rec-ind', [
    ['a read report in 1.0', { mmsVersion: '1.0' }, 'mms/version-too-low', 'messageType'],
  ]);
  itRefuses('m-mbox-store-req', [
    ['a mailbox request in 1.1', { mmsVersion: '1.1' }, 'mms/version-too-low', 'messageType'],
  ]);
  itRefuses('m-cancel-req', [
    ['a cancel request in 1.2', { mmsVersion: '1.2' }, 'mms/version-too-low', 'messageType'],
    ['a cancel request in the default 1.2', { mmsVersion: undefined }, 'mms/version-too-low', 'messageType'],
  ]);

  it('1.10 is newer than 1.2', () => {
    const pdu = changed('m-send-req', { mmsVersion: '1.10', contentClass: 'text', to: ['+1'] });
    expect(toHex(encodePdu(pdu))).toBe(
      `8c80985400${'8d9a'}890181${'972b312f545950453d504c4d4e00'}${'ba80'}8483`,
    );
  });

  it('2.0 is newer than 1.3', () => {
    expect(() => encodePdu(changed('m-cancel-req', { mmsVersion: '2.0' }))).not.toThrow();
  });
});

describe('content and Content-Type belong together', () => {
  itRefuses('m-send-req', [
    ['parts for a single text', { body: undefined, parts: [] }, 'mms/field-value', 'parts'],
    ['parts and a body for a single text', { parts: [] }, 'mms/field-value', 'parts'],
    ['a body for a multipart', { contentType: MIXED }, 'mms/field-value', 'body'],
  ]);
  itRefuses('m-acknowledge-ind', [
    ['parts in an acknowledgement', { parts: [] }, 'mms/foreign-field', 'parts'],
    ['a body in an acknowledgement', { body: NONE }, 'mms/foreign-field', 'body'],
  ]);
  itRefuses('m-mbox-view-conf', [
    ['a body without Content-Type', { contentType: undefined }, 'mms/missing-field', 'contentType'],
  ]);

  it('an error in a nested multipart says where it is', () => {
    const nested = {
      contentType: MIXED.type,
      parts: [{ contentType: 'text/plain', data: NONE, contentId: 'a\n' }],
    };
    const parts = [{ contentType: 'text/plain', data: NONE }, nested];
    expect(() => encodePdu(changed('m-send-req', { contentType: MIXED, body: undefined, parts }))).toThrow(
      expect.objectContaining({ code: 'wsp/text-control', path: 'parts[1].parts[0].contentId' }),
    );
  });

  it('a warning in a nested multipart is told', () => {
    const inner = { contentType: 'text/plain', data: NONE, contentLocation: 'é' };
    const parts = [{ contentType: MIXED.type, parts: [inner] }];
    const warnings: unknown[] = [];
    encodePdu(changed('m-send-req', { contentType: MIXED, body: undefined, parts }), {
      onWarning: ({ code, path }) => warnings.push([code, path]),
    });
    expect(warnings).toEqual([['wsp/non-ascii-text', 'parts[0].parts[0].contentLocation']]);
  });

  it('a part needs data or parts', () => {
    const parts = [{ contentType: 'text/plain' }];
    expect(() => encodePdu(changed('m-send-req', { contentType: MIXED, body: undefined, parts }))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'parts[0].data' }),
    );
  });

  it('the data of a part are octets', () => {
    const parts = [{ contentType: 'text/plain', data: 'Hi' }];
    expect(() => encodePdu(changed('m-send-req', { contentType: MIXED, body: undefined, parts }))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'parts[0].data' }),
    );
  });

  it('a multipart without parts says so in one octet', () => {
    const pdu = changed('m-retrieve-conf', { contentType: MIXED, body: undefined });
    expect(toHex(encodePdu(pdu))).toBe('8c848d92' + '85044b3d3b00' + '84a300');
  });

  it('a body of no octets needs not be given', () => {
    const pdu = changed('m-retrieve-conf', { body: undefined });
    expect(encodePdu(pdu)).toEqual(encodePdu(changed('m-retrieve-conf', { body: NONE })));
  });
});
