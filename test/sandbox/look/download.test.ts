import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { downloadOf } from '../../../src/sandbox/look/download.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { received } from '../received.ts';

const TO = ['447700900123'];
const FILE = { name: 'a.jar', data: fromHex('504b') };

function taken(message: GatewayMessage): readonly [name: string, text: string] {
  const { name, data } = downloadOf(received(message));
  return [name, new TextDecoder().decode(data)];
}

describe('a message that is taken away', () => {
  it('is its file, adapted where it was, under the name that it had', () => {
    const message: GatewayMessage = { kind: 'wap-push', to: TO, library: 80000 };
    expect(downloadOf(received(message, { file: FILE }))).toEqual(FILE);
    const small = { name: 'b.jar', data: fromHex('50') };
    const delivery = { file: small, changes: [], warnings: [] };
    expect(downloadOf(received(message, { file: FILE, delivery }))).toEqual(small);
  });

  it.each<[GatewayMessage, name: string, text: string]>([
    [{ kind: 'text', to: TO, text: 'Hi' }, '1.txt', 'Hi'],
    [{ kind: 'ringtone', to: TO, tune: 'a:d=4:c' }, '1.rtttl', 'a:d=4:c'],
    [{ kind: 'vcard', to: TO, card: 'BEGIN:VCARD' }, '1.vcf', 'BEGIN:VCARD'],
    [{ kind: 'vcalendar', to: TO, calendar: 'BEGIN:VCALENDAR' }, '1.vcs', 'BEGIN:VCALENDAR'],
    [{ kind: 'group-graphic', to: TO, bitmap: new Uint8Array([65]) }, '1.otb', 'A'],
  ])('of %j is a file that other programs read', (message, name, text) => {
    expect(taken(message)).toEqual([name, text]);
  });

  it('of other kinds is its SMS in hexadecimal digits, one a line', () => {
    const message: GatewayMessage = { kind: 'service-indication', to: TO, href: 'http://wap.example.com/' };
    const [name, text] = taken(message);
    expect(name).toBe('1.txt');
    expect(text).toMatch(/^[0-9a-f]+\n$/);
  });

  it('is its form where no SMS can be made of it', () => {
    expect(taken({ kind: 'group-graphic', to: TO, library: 10147 })).toEqual(['1.txt', 'Message=x']);
    const broken: GatewayMessage = { kind: 'pdu', to: TO, userDataHeader: fromHex('0500'), text: 'x' };
    expect(taken(broken)).toEqual(['1.txt', 'Message=x']);
  });
});
