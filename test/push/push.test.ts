import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { encodeMmsNotification, mmsNotification } from '../../src/message/index.ts';
import { decodePdu } from '../../src/mms/index.ts';
import {
  decodeServiceIndication,
  encodePushSms,
  encodeServiceIndication,
  encodeServiceLoading,
  segmentPush,
} from '../../src/push/index.ts';
import { decodeSms } from '../../src/sms/index.ts';
import { APPLICATION_IDS, decodePush, encodePush, type PushPdu } from '../../src/wsp/index.ts';
import { GAMMU_PUSHES, indicationOf, notificationOf, PUSHES, type PushVector } from './vectors.ts';

const named = (vectors: readonly PushVector[]): [string, PushVector][] =>
  vectors.map(vector => [vector.name, vector]);

function bodyOf({ si, sl, notification }: PushVector['input']): Uint8Array {
  if (si !== undefined) return encodeServiceIndication(indicationOf(si));
  if (sl !== undefined) return encodeServiceLoading(sl);
  if (notification === undefined) throw new Error('a vector without content');
  return encodeMmsNotification(notificationOf(notification));
}

function pushOf(input: PushVector['input']): PushPdu {
  const { wsp } = input;
  const [type = '', charset] = wsp.contentType.split('; charset=');
  return {
    transactionId: wsp.tid,
    contentType: charset === undefined ? type : { type, parameters: { charset } },
    applicationId: wsp.applicationId,
    body: bodyOf(input),
  };
}

describe('a push over SMS', () => {
  it.each(named(PUSHES))('%s, all layers', (_, { input, body, wsp, parts }) => {
    expect(toHex(bodyOf(input)).toUpperCase()).toBe(body);
    const push = encodePush(pushOf(input));
    expect(toHex(push).toUpperCase()).toBe(wsp);
    const segments = encodePushSms(push, { to: input.to, reference: input.ref });
    expect(
      segments.map(({ tpdu, userDataHeader, userDataLength, userData, length }) => ({
        tpdu: toHex(tpdu).toUpperCase(),
        udh: toHex(userDataHeader).toUpperCase(),
        udl: userDataLength,
        ud: toHex(userData).toUpperCase(),
        length,
      })),
    ).toEqual(parts);
    expect(
      segmentPush(push, { reference: input.ref }).map(({ userData }) => toHex(userData).toUpperCase()),
    ).toEqual(parts.map(({ ud }) => ud));
  });

  it.each(named(PUSHES))('%s, read back', (_, { input, parts }) => {
    const { data, ports, dataCodingScheme } = decodeSms(parts.map(({ tpdu }) => fromHex(tpdu)));
    expect({ ports, dataCodingScheme }).toEqual({ ports: input.ports, dataCodingScheme: input.dcs });
    const read = decodePush(data ?? new Uint8Array(0));
    const [type = ''] = input.wsp.contentType.split(';');
    expect(read).toMatchObject({ transactionId: input.wsp.tid, pduType: 'push', headers: [], warnings: [] });
    expect(read.contentType.type).toBe(type);
    expect(read.applicationId).toBe(input.wsp.applicationId);
    expect(encodePush(read)).toEqual(encodePush(pushOf(input)));
  });

  it('of gammu is read too', () => {
    const [indicator, mmsIndicator] = GAMMU_PUSHES.map(({ parts }) =>
      decodePush(decodeSms(parts.map(({ tpdu }) => fromHex(tpdu))).data ?? new Uint8Array(0)),
    );
    expect(decodeServiceIndication(indicator?.body ?? new Uint8Array(0))).toMatchObject({
      href: 'http://www.example.com/a',
      content: 'Hello',
    });
    expect(mmsIndicator?.contentType.type).toBe('application/vnd.wap.mms-message');
    expect(decodePdu(mmsIndicator?.body ?? new Uint8Array(0))).toMatchObject({
      messageType: 'm-notification-ind',
      contentLocation: 'http://www.example.com/m',
      subject: 'Subj',
    });
  });
});

describe('mmsNotification', () => {
  it('is the push of the vectors', () => {
    for (const { input, wsp } of PUSHES) {
      if (input.notification === undefined) continue;
      const push = mmsNotification(notificationOf(input.notification), input.wsp.tid);
      expect(toHex(push).toUpperCase()).toBe(wsp);
    }
  });

  it('has defaults for what is mandatory', () => {
    const push = mmsNotification({ transactionId: 'T1', contentLocation: 'http://mms.example.com/m/1' });
    expect(decodePdu(decodePush(push).body)).toMatchObject({
      messageClass: 'personal',
      messageSize: 0,
      expiry: { relative: 604_800 },
    });
  });
});

describe('encodePush and decodePush', () => {
  const body = fromHex('00');

  it('write every application id, unknown ones as text or number', () => {
    for (const { code, name } of APPLICATION_IDS) {
      const push = encodePush({ contentType: 'application/vnd.wap.sic', applicationId: name, body });
      expect(toHex(push)).toBe(`010603aeaf${(code | 0x80).toString(16)}00`);
      expect(decodePush(push).applicationId).toBe(name);
    }
    for (const applicationId of ['x-example-application:own.ua', 0x7b]) {
      const push = encodePush({ contentType: 'text/vnd.wap.si', applicationId, body });
      expect(decodePush(push)).toMatchObject({ applicationId, headers: [], warnings: [] });
    }
  });

  it('keep other headers and write them back', () => {
    const push: PushPdu = {
      transactionId: 255,
      contentType: { type: 'text/vnd.wap.sl', parameters: { charset: 'utf-8' } },
      applicationId: 'x-wap-application:push.sia',
      contentLocation: 'http://example.com/',
      headers: [
        { name: 'Push-Flag', value: 1 },
        { name: 'X-Wap-Initiator-URI', value: 'http://example.com/me' },
        { name: 'Expires', value: new Date('2026-10-20T10:15:30Z') },
        { name: 'X-Own', value: 'yes' },
        { code: 0x7e, raw: fromHex('020102') },
      ],
      body,
    };
    const octets = encodePush(push);
    const read = decodePush(octets);
    expect(read).toMatchObject({ ...push, warnings: [] });
    expect(encodePush(read)).toEqual(octets);
  });

  it('write back what only a reader takes: a header of an odd name, in the place where it was read', () => {
    const octets = fromHex('0106 0a 83 8e6100 2b5807 00 7900 00');
    const read = decodePush(octets);
    expect(read).toMatchObject({
      contentLocation: 'a',
      headers: [{ name: '+X\u0007', value: 'y' }],
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'wsp/text-control' })]),
    });
    expect(encodePush(read)).toEqual(octets);
    const { warnings: _, ...own } = read;
    expect(() => encodePush(own)).toThrow(expect.objectContaining({ name: 'MmsError' }));
  });

  it('take media types that have no short code', () => {
    const push = encodePush({ contentType: 'application/vnd.wap.emn+wbxml', body });
    expect(decodePush(push).contentType.type).toBe('application/vnd.wap.emn+wbxml');
    expect(decodePush(fromHex('0106 04 0302030a 00')).contentType.type).toBe('application/vnd.wap.emn+wbxml');
  });

  it('refuse what is not a push', () => {
    expect(() => encodePush({ transactionId: 256, contentType: 'text/plain', body })).toThrow(
      expect.objectContaining({ code: 'push/value', path: 'transactionId' }),
    );
    expect(() => decodePush(fromHex('010401ae'))).toThrow(
      expect.objectContaining({ code: 'push/pdu-type', offset: 1 }),
    );
    expect(() => decodePush(fromHex('010605ae'))).toThrow(
      expect.objectContaining({ code: 'wsp/length-overrun' }),
    );
    expect(decodePush(fromHex('010701ae')).pduType).toBe('confirmed-push');
  });

  it('let the caller choose ports and scheme', () => {
    const [segment] = encodePushSms(body, {
      to: '12345',
      dataCodingScheme: 0x04,
      ports: { destination: 2949 },
    });
    expect(toHex(segment?.tpdu ?? body)).toBe('410005812143f50004080605040b85000000');
  });
});
