import * as mms from '../../../src/public/mms.ts';
import * as push from '../../../src/public/push.ts';
import * as wsp from '../../../src/public/wsp.ts';
import type { CallRows } from './row.ts';
import { data, part, TO } from './values.ts';

const pdu = {
  messageType: 'm-send-req',
  transactionId: 'T1',
  to: [TO],
  contentType: { type: 'text/plain', parameters: {} },
  body: data,
} as const;
const contentType = { type: 'text/plain', parameters: { charset: 'utf-8' } };
const indication = { href: 'http://a.example/', content: 'x' };
const loading = { href: 'http://a.example/' };
const notification = {
  transactionId: 'T1',
  messageClass: 'personal',
  messageSize: 9,
  expiry: { relative: 9 },
  contentLocation: 'http://a.example/m',
} as const;

/** The codec of a value form, written and read. */
function codec<T>(name: string, form: wsp.Codec<T>, value: T): CallRows {
  const octets = new wsp.ByteWriter();
  form.encode(octets, value);
  const written = octets.toBytes();
  return {
    [`${name}.encode`]: {
      call: (given: never) => form.encode(new wsp.ByteWriter(), given),
      args: [value],
      isPlacedByWriter: true,
    },
    [`${name}.decode`]: {
      call: (given: never) => form.decode(new wsp.ByteReader(given)),
      args: [written],
    },
  };
}

export const MMS: CallRows = {
  encodePdu: {
    call: mms.encodePdu,
    args: [
      {
        messageType: 'm-send-req',
        transactionId: 'T1',
        to: [TO],
        deliveryTime: { relative: 5 },
        mmFlags: [{ action: 'add', text: 'x' }],
        contentType: { type: 'application/vnd.wap.multipart.mixed', parameters: { start: '<a>' } },
        parts: [{ ...part, contentId: '<a>', headers: [{ name: 'x-a', value: 'b' }] }],
      },
      {},
    ],
  },
  encodePduInto: { call: mms.encodePduInto, args: [new Uint8Array(500), pdu, {}] },
  encodePduChunks: { call: mms.encodePduChunks, args: [pdu, {}] },
  decodePdu: { call: mms.decodePdu, args: [mms.encodePdu(pdu), { strict: false, limits: {} }] },
  encodeMultipart: { call: mms.encodeMultipart, args: [[part], {}] },
  decodeMultipart: { call: mms.decodeMultipart, args: [mms.encodeMultipart([part]), {}] },
  formatAddress: { call: mms.formatAddress, args: [TO], isPlacedByWriter: true },
  isFieldKey: { call: mms.isFieldKey, args: ['to'] },
  pduFieldsByType: { call: mms.pduFieldsByType, args: ['m-send-req'] },
};

export const WSP: CallRows = {
  ByteReader: {
    call: (bytes: never, options: never) => new wsp.ByteReader(bytes, options),
    args: [data, {}],
  },
  dateToSeconds: { call: wsp.dateToSeconds, args: ['2004-05-23T14:14:58Z'], isPlacedByWriter: true },
  decodeParameters: {
    call: (bytes: never) => wsp.decodeParameters(new wsp.ByteReader(bytes)),
    args: [new Uint8Array([0x81, 0xea])],
  },
  decodePartHeaders: {
    call: (bytes: never) => wsp.decodePartHeaders(new wsp.ByteReader(bytes)),
    args: [new Uint8Array([0x8e, 0x61, 0])],
  },
  encodeParameters: {
    call: (...args: [never, never]) => wsp.encodeParameters(new wsp.ByteWriter(), ...args),
    args: [{ charset: 'utf-8', name: 'a' }, [{ code: 0x7f, raw: new Uint8Array([0x85]) }]],
    isPlacedByWriter: true,
  },
  encodePartHeaders: {
    call: (given: never) => wsp.encodePartHeaders(new wsp.ByteWriter(), given),
    args: [{ contentId: '<a>', contentLocation: 'a', headers: [{ name: 'x-a', value: 'b' }] }],
  },
  isToken: { call: wsp.isToken, args: ['a'] },
  isWspMultipart: { call: wsp.isWspMultipart, args: ['text/plain'] },
  mediaTypeName: { call: wsp.mediaTypeName, args: [3] },
  writtenMediaTypeCode: { call: wsp.writtenMediaTypeCode, args: ['text/plain'] },
  versionCode: { call: wsp.versionCode, args: ['1.2'] },
  readMultipart: {
    call: (bytes: never) => wsp.readMultipart(new wsp.ByteReader(bytes), 0),
    args: [mms.encodeMultipart([part])],
  },
  readUnknownValue: {
    call: (bytes: never) => wsp.readUnknownValue(new wsp.ByteReader(bytes)),
    args: [new Uint8Array([0x85])],
  },
  readValueLength: {
    call: (bytes: never) => wsp.readValueLength(new wsp.ByteReader(bytes)),
    args: [new Uint8Array([1, 2])],
  },
  valueLengthPrefix: {
    call: (length: never) => wsp.valueLengthPrefix(new wsp.ByteWriter(), length),
    args: [5],
  },
  writeMultipart: {
    call: (parts: never) => wsp.writeMultipart(new wsp.ByteWriter(), parts),
    args: [[part]],
    isPlacedByWriter: true,
  },
  ...codec('constrainedMedia', wsp.constrainedMedia, 'text/plain'),
  ...codec('contentTypeValue', wsp.contentTypeValue, contentType),
  ...codec('dateValue', wsp.dateValue, new Date(0)),
  ...codec('encodedStringValue', wsp.encodedStringValue, 'x'),
  ...codec('integerValue', wsp.integerValue, 5),
  ...codec('longInteger', wsp.longInteger, 5),
  ...codec('quotedString', wsp.quotedString, 'x'),
  ...codec('shortInteger', wsp.shortInteger, 5),
  ...codec('textString', wsp.textString, 'x'),
  ...codec('textValue', wsp.textValue, 'x'),
  ...codec('tokenText', wsp.tokenText, 'x'),
  ...codec('uintvar', wsp.uintvar, 5),
  ...codec('uriValue', wsp.uriValue, 'x'),
  ...codec('versionValue', wsp.versionValue, '1.2'),
};

export const PUSH: CallRows = {
  encodePush: { call: push.encodePush, args: [{ contentType, body: data, headers: [] }] },
  decodePush: { call: push.decodePush, args: [push.encodePush({ contentType, body: data }), {}] },
  encodePushSms: { call: push.encodePushSms, args: [data, { to: TO }] },
  segmentPush: { call: push.segmentPush, args: [data, {}] },
  encodeServiceIndication: { call: push.encodeServiceIndication, args: [indication, {}] },
  decodeServiceIndication: {
    call: push.decodeServiceIndication,
    args: [push.encodeServiceIndication(indication), {}],
  },
  formatServiceIndication: { call: push.formatServiceIndication, args: [indication] },
  parseServiceIndication: {
    call: push.parseServiceIndication,
    args: [push.formatServiceIndication(indication), {}],
  },
  encodeServiceLoading: { call: push.encodeServiceLoading, args: [loading, {}] },
  decodeServiceLoading: { call: push.decodeServiceLoading, args: [push.encodeServiceLoading(loading), {}] },
  formatServiceLoading: { call: push.formatServiceLoading, args: [loading] },
  parseServiceLoading: { call: push.parseServiceLoading, args: [push.formatServiceLoading(loading), {}] },
  mmsNotification: { call: push.mmsNotification, args: [notification, 5] },
  encodeMmsNotification: { call: push.encodeMmsNotification, args: [notification] },
  encodeWbxml: {
    call: push.encodeWbxml,
    args: [
      {
        publicId: 5,
        root: { name: 'si', attributes: new Map(), children: ['x', { token: 0x40, text: 'y' }] },
      },
    ],
  },
  decodeWbxml: {
    call: push.decodeWbxml,
    args: [push.encodeServiceIndication(indication), {}],
  },
};
