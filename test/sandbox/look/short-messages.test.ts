import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { parseRtttl } from '../../../src/ringtone/index.ts';
import { shortMessagesOf, tuneOf } from '../../../src/sandbox/look/short-messages.ts';
import { decodeSms, decodeSubmit } from '../../../src/sms/index.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';

const TO = ['447700900123'];
const TUNE = parseRtttl('Scale:d=4,o=5,b=120:c,d');

function read(message: GatewayMessage) {
  return decodeSms(shortMessagesOf(message) ?? []);
}

describe('the SMS of a message', () => {
  it('go to its first number, of an address book to somebody', () => {
    const toOf = (message: GatewayMessage) => {
      const [tpdu] = shortMessagesOf(message) ?? [];
      return tpdu && decodeSubmit(tpdu).to;
    };
    expect(toOf({ kind: 'text', to: TO, text: 'Hi' })).toBe('+447700900123');
    expect(toOf({ kind: 'text', addressBook: 'Friends', text: 'Hi' })).toBe('+10000000000');
  });

  it.each<GatewayMessage>([
    { kind: 'mms', to: TO, library: 80000 },
    { kind: 'wap-push', to: TO, library: 80000 },
    { kind: 'ringtone', to: TO, library: 5 },
    { kind: 'picture-message', to: TO, library: 20001 },
  ])('are none where the content is elsewhere: %j', message => {
    expect(shortMessagesOf(message)).toBeUndefined();
  });

  it('carry what a link says besides', () => {
    const message = {
      kind: 'service-indication',
      to: TO,
      href: 'http://wap.example.com/',
      info: { class: 'folder', text: 'inbox' },
    } as const;
    expect(Buffer.from(read(message).data ?? []).toString('latin1')).toContain('folder');
    const { info: _, ...plain } = message;
    expect(Buffer.from(read(plain).data ?? []).toString('latin1')).not.toContain('folder');
  });

  it('of fields have their header and their octets as they are', () => {
    const userDataHeader = fromHex('060504158a0000');
    const userData = fromHex('0102');
    const message: GatewayMessage = { kind: 'pdu', to: TO, dataCodingScheme: 4, userDataHeader, userData };
    expect(read(message)).toMatchObject({ data: userData, ports: { destination: 0x158a } });
    const [tpdu] = shortMessagesOf({ kind: 'pdu', to: TO, dataCodingScheme: 4, userDataHeader }) ?? [];
    expect(tpdu?.subarray(-8)).toEqual(fromHex('07060504158a0000'));
  });

  it('of fields with a text have it in the alphabet of their scheme', () => {
    const greek: GatewayMessage = { kind: 'pdu', to: TO, dataCodingScheme: 8, text: 'Ωμέγα' };
    expect(read(greek)).toMatchObject({ text: 'Ωμέγα', parts: [{ dataCodingScheme: 8 }] });
    const long: GatewayMessage = {
      kind: 'pdu',
      to: TO,
      userDataHeader: fromHex('00'),
      text: 'x'.repeat(200),
    };
    expect(read(long)).toMatchObject({ text: 'x'.repeat(200), missing: [] });
  });
});

it('the tune of a ringtone is its text read, or the tune itself', () => {
  expect(tuneOf(TUNE)).toBe(TUNE);
  expect(tuneOf('Scale:d=4,o=5,b=120:c,d').events).toEqual(TUNE.events);
});
