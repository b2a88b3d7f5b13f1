import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { encodePdu } from '../../../src/mms/index.ts';
import { encodeServiceLoading, formatServiceIndication } from '../../../src/push/index.ts';
import { arrivalOf, arrivalOfPush, arrivalOfTpdus } from '../../../src/sandbox/look/arrival.ts';
import { encodeSms } from '../../../src/sms/index.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { encodePush } from '../../../src/wsp/index.ts';
import { received } from '../received.ts';

const TO = ['447700900123'];
const ADDRESS = '+447700900123';
const OCTETS = fromHex('010203');

describe('what a telephone has of a message', () => {
  const arrived = (message: GatewayMessage) => arrivalOf(received(message), []);

  it('is the file that it fetches, with the text of the prompt', () => {
    const file = { name: 'a.jar', data: OCTETS };
    const delivery = { file, changes: [], warnings: [] };
    const push: GatewayMessage = { kind: 'wap-push', to: TO, text: 'A game', library: 80000 };
    expect(arrivalOf(received(push, { delivery }), [])).toEqual({ as: 'file', file, text: 'A game' });
    const mms: GatewayMessage = { kind: 'mms', to: TO, library: 80000 };
    expect(arrivalOf(received(mms, { delivery }), [])).toEqual({ as: 'file', file });
  });

  it('is a number of the library where the content stands there', () => {
    expect(arrived({ kind: 'ringtone', to: TO, library: 5 })).toEqual({ as: 'library', library: 5 });
  });

  it('is nothing to read where there is no content', () => {
    expect(arrived({ kind: 'mms', to: TO })).toEqual({ as: 'unreadable', reason: 'no content' });
  });

  it('is a tune even if it takes more SMS than there may be', () => {
    const notes = Array.from({ length: 2000 }, (_, at) => (at % 2 === 0 ? '8c#5' : '16g6')).join();
    const tune = `Long:d=4,o=5,b=120:${notes}`;
    expect(arrived({ kind: 'ringtone', to: TO, tune })).toMatchObject({
      as: 'tune',
      tune: { title: 'Long' },
    });
  });

  it.each<[GatewayMessage, text: string | undefined]>([
    [{ kind: 'ringtone', to: TO, tune: 'no tune' }, 'no tune'],
    [{ kind: 'pdu', to: TO, userDataHeader: fromHex('0500'), text: 'Hi' }, 'Hi'],
    [{ kind: 'pdu', to: TO, userDataHeader: fromHex('0500'), userData: new Uint8Array(200) }, undefined],
    [{ kind: 'operator-logo', to: TO, bitmap: OCTETS, mcc: '234', mnc: '33' }, undefined],
  ])('of %j is why it cannot be sent, and its text', (message, text) => {
    expect(arrived(message)).toEqual({ as: 'unreadable', reason: expect.stringMatching(/\S/), text });
  });
});

describe('what a telephone has of SMS', () => {
  const tpdusOf = (message: Omit<Parameters<typeof encodeSms>[0], 'to'>) =>
    encodeSms({ to: ADDRESS, ...message }).map(({ tpdu }) => tpdu);

  it('is their text, or what it has so far', () => {
    expect(arrivalOfTpdus(tpdusOf({ text: 'Hi' }))).toEqual({ as: 'text', text: 'Hi' });
    const [first = new Uint8Array()] = tpdusOf({ text: 'x'.repeat(200), reference: 1 });
    expect(arrivalOfTpdus([first])).toMatchObject({ as: 'waiting', missing: [2] });
  });

  it('is octets, for a port or for none', () => {
    expect(arrivalOfTpdus(tpdusOf({ data: OCTETS }))).toEqual({ as: 'octets', octets: OCTETS });
    const ports = { destination: 12345, source: 0 };
    expect(arrivalOfTpdus(tpdusOf({ data: OCTETS, ports }))).toEqual({
      as: 'octets',
      octets: OCTETS,
      port: 12345,
    });
  });

  it('is what the port says, also of a text', () => {
    const ports = { destination: 0x23f4, source: 0 };
    const card = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Other;Ann\r\nEND:VCARD\r\n';
    expect(arrivalOfTpdus(tpdusOf({ text: card, ports }))).toMatchObject({
      as: 'card',
      card: { family: 'Other' },
    });
  });
});

describe('what a telephone has of a push', () => {
  const pushed = (contentType: string, body: Uint8Array) => arrivalOfPush(encodePush({ contentType, body }));
  const HREF = 'http://wap.example.com/';

  it('is a link, written as WBXML or as XML', () => {
    expect(pushed('application/vnd.wap.slc', encodeServiceLoading({ href: HREF }))).toMatchObject({
      as: 'loading',
      loading: { href: HREF },
    });
    const loading = new TextEncoder().encode(`<sl href="${HREF}"/>`);
    expect(pushed('text/vnd.wap.sl', loading)).toMatchObject({ as: 'loading', loading: { href: HREF } });
    const indication = new TextEncoder().encode(formatServiceIndication({ href: HREF, content: 'Hi' }));
    expect(pushed('text/vnd.wap.si', indication)).toMatchObject({
      as: 'indication',
      indication: { href: HREF, content: 'Hi' },
    });
  });

  it('is settings, of either make', () => {
    const provisioning =
      '<wap-provisioningdoc><characteristic type="NAPDEF"><parm name="NAME" value="a"/></characteristic></wap-provisioningdoc>';
    expect(pushed('text/vnd.wap.connectivity-xml', new TextEncoder().encode(provisioning))).toMatchObject({
      as: 'settings',
      settings: { characteristics: [{ type: 'NAPDEF' }] },
    });
  });

  it('is an MMS that waits, and no other PDU of MMS', () => {
    const notification = encodePdu({
      messageType: 'm-notification-ind',
      transactionId: 'T1',
      messageClass: 'personal',
      messageSize: 1,
      expiry: { relative: 60 },
      contentLocation: 'http://mms.example.com/1',
    });
    expect(pushed('application/vnd.wap.mms-message', notification)).toMatchObject({
      as: 'notification',
      notification: { transactionId: 'T1' },
    });
    const other = encodePdu({ messageType: 'm-notifyresp-ind', transactionId: 'T1', status: 'retrieved' });
    expect(pushed('application/vnd.wap.mms-message', other)).toEqual({ as: 'octets', octets: other });
  });

  it('is octets where its type means nothing to a telephone', () => {
    expect(pushed('text/html', OCTETS)).toEqual({ as: 'octets', octets: OCTETS });
    expect(pushed('application/x-unheard-of', OCTETS)).toEqual({ as: 'octets', octets: OCTETS });
  });
});
