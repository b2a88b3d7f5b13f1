import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { encodePdu, type PduInput } from '../../src/mms/index.ts';
import { writeQuickly } from '../../src/mms/write-quickly.ts';
import { COMPLETE, changed, type Kind, MIXED, NONE } from './refusal-rows.ts';

type Changes = Readonly<Record<string, unknown>>;

const quickly = (pdu: PduInput, requiresRecipient = true): string | undefined => {
  const writer = writeQuickly(pdu, requiresRecipient);
  return writer && toHex(writer.toBytes());
};

/** With a list of unknown fields nothing is written quickly. */
const carefully = (pdu: PduInput): string => toHex(encodePdu({ ...pdu, unknown: [] }));

const ADDED_LATER: readonly Kind[] = [
  'm-forward-req',
  'm-read-rec-ind',
  'm-read-orig-ind',
  'm-mbox-view-req',
  'm-mbox-view-conf',
  'm-mbox-store-req',
  'm-delete-req',
  'm-delete-conf',
  'm-cancel-req',
];
const kinds = Object.keys(COMPLETE) as Kind[];
const HI = new TextEncoder().encode('Hi');
const PARTS = [{ contentType: 'text/plain', data: HI }];

describe('is written quickly', () => {
  it.each(kinds.filter(kind => !ADDED_LATER.includes(kind)))('a complete %s', kind => {
    const pdu = changed(kind, {});
    expect(quickly(pdu)).toBe(carefully(pdu));
  });

  it.each<[string, Kind, Changes]>([
    ['a body', 'm-send-req', { body: HI }],
    ['no body', 'm-send-req', { body: undefined }],
    ['a multipart without parts', 'm-send-req', { contentType: MIXED, body: undefined }],
    ['parts', 'm-send-req', { contentType: MIXED, body: undefined, parts: PARTS }],
    ['keys without a value', 'm-send-req', { subject: undefined, parts: undefined, nonsense: undefined }],
    ['three recipients', 'm-send-req', { to: ['+1', 'a@b', '123'] }],
    ['recipients in bcc alone', 'm-send-req', { to: undefined, bcc: ['+1'] }],
    ['recipients in cc alone', 'm-send-req', { to: [], cc: ['+1'] }],
    ['a sender', 'm-send-req', { from: '+447700900123' }],
    ['words', 'm-send-req', { priority: 'high', deliveryReport: 'yes', messageClass: 'auto' }],
    ['other words', 'm-send-req', { priority: 'low', deliveryReport: 'no', messageClass: 'New' }],
    ['an older version', 'm-notifyresp-ind', { mmsVersion: '1.0' }],
    ['another message type', 'm-notification-ind', { from: 'a@b', subject: 'Hi' }],
  ])('a PDU with %s', (_what, kind, changes) => {
    const pdu = changed(kind, changes);
    expect(quickly(pdu)).toBe(carefully(pdu));
  });

  it('a PDU of many keys without a value', () => {
    const keys = Array.from({ length: 40 }, (_, index) => [`key${index}`, undefined] as const);
    const pdu = changed('m-send-req', Object.fromEntries(keys));
    expect(quickly(pdu)).toBe(carefully(changed('m-send-req', {})));
    const more = changed('m-send-req', { ...Object.fromEntries(keys), subject: 'Hi' });
    expect(quickly(more)).toBe(carefully(changed('m-send-req', { subject: 'Hi' })));
  });

  it('a PDU without a value that the one before had', () => {
    quickly(changed('m-send-req', { subject: 'Hi', cc: ['+2'] }));
    const pdu = changed('m-send-req', {});
    expect(quickly(pdu)).toBe(carefully(pdu));
  });

  it('PDUs of two types in turn', () => {
    for (const kind of ['m-send-req', 'm-notifyresp-ind', 'm-send-req'] as const) {
      expect(quickly(changed(kind, {}))).toBe(carefully(changed(kind, {})));
    }
  });

  it('a PDU of keys in another order', () => {
    const { messageType, ...fields } = changed('m-notifyresp-ind', {});
    const turned = Object.fromEntries(Object.entries(fields).toReversed());
    expect(quickly({ ...turned, messageType } as PduInput)).toBe(carefully(changed('m-notifyresp-ind', {})));
  });

  it('a submission without a recipient where a gateway adds one', () => {
    const pdu = changed('m-send-req', { to: undefined });
    expect(quickly(pdu, false)).toBe(toHex(encodePdu(pdu, { requireRecipient: false })));
  });

  it('a PDU after one that was left', () => {
    expect(quickly(changed('m-notifyresp-ind', { transactionId: 'B', status: 'nonsense' }))).toBeUndefined();
    const pdu = changed('m-notifyresp-ind', {});
    expect(quickly(pdu)).toBe(carefully(pdu));
  });
});

describe('is left to the careful writer', () => {
  it.each(ADDED_LATER)('a %s, which MMS 1.0 did not have', kind => {
    expect(quickly(changed(kind, {}))).toBeUndefined();
  });

  it.each<[string, Kind, Changes]>([
    ['a message type that there is not', 'm-send-req', { messageType: 'm-nothing' }],
    ['unknown fields', 'm-notifyresp-ind', { unknown: [] }],
    ['warnings', 'm-notifyresp-ind', { warnings: [] }],
    ['a key that there is not', 'm-notifyresp-ind', { nonsense: 1 }],
    ['a field of another PDU', 'm-notifyresp-ind', { subject: 'Hi' }],
    ['a field that MMS 1.0 did not have', 'm-send-req', { contentClass: 'text' }],
    ['a mandatory field missing', 'm-notifyresp-ind', { transactionId: undefined }],
    ['no recipient', 'm-send-req', { to: undefined }],
    ['no recipient in an empty list', 'm-send-req', { to: [], cc: [], bcc: [] }],
    ['a list that is none', 'm-send-req', { cc: '+1' }],
    ['a mandatory list that is empty', 'm-retrieve-conf', { contentType: undefined, body: undefined }],
    ['an empty transaction id', 'm-notifyresp-ind', { transactionId: '' }],
    ['a field that is left out', 'm-send-req', { subject: '' }],
    ['a bad address behind a good one', 'm-send-req', { to: ['+1', 'a b'] }],
    ['a word that there is not', 'm-notifyresp-ind', { status: 'nonsense' }],
    ['the number of a word', 'm-notifyresp-ind', { status: 0xf7 }],
    ['a point in time in a notification', 'm-notification-ind', { expiry: { absolute: new Date(0) } }],
    ['a body in a multipart', 'm-send-req', { contentType: MIXED }],
    ['parts in no multipart', 'm-send-req', { body: undefined, parts: [] }],
    ['a body that is no octets', 'm-send-req', { body: 'Hi' }],
    ['a body without a media type', 'm-retrieve-conf', { contentType: undefined }],
    ['a media type that is none', 'm-send-req', { contentType: { type: 7 } }],
    ['no media type', 'm-send-req', { contentType: null }],
    ['a content where there is none', 'm-notifyresp-ind', { body: NONE }],
  ])('a PDU with %s', (_what, kind, changes) => {
    expect(quickly(changed(kind, changes))).toBeUndefined();
  });
});
