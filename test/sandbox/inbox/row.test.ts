import { describe, expect, it } from 'vitest';
import { isAskedFor, rowOf } from '../../../src/sandbox/inbox/row.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { received } from '../received.ts';

const TO = ['447700900123'];
const FILE = { name: 'a.png', data: new Uint8Array() };
const CARD = (line: string) => `BEGIN:VCARD\r\nVERSION:2.1\r\n${line}END:VCARD\r\n`;
const ENTRY = (line: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\n${line}END:VEVENT\r\nEND:VCALENDAR\r\n`;

describe('the line of a message in the list', () => {
  it.each<[GatewayMessage, string]>([
    [{ kind: 'text', text: 'Hi' }, 'Hi'],
    [{ kind: 'text', text: 'x'.repeat(300) }, 'x'.repeat(200)],
    [{ kind: 'picture-message', text: 'Look' }, 'Look'],
    [{ kind: 'picture-message', library: 20001 }, 'number 20001 of the library'],
    [{ kind: 'picture-message' }, 'without text'],
    [{ kind: 'group-graphic', library: 10001 }, 'number 10001 of the library'],
    [{ kind: 'group-graphic' }, 'a caller group'],
    [{ kind: 'operator-logo', library: 10001 }, 'number 10001 of the library'],
    [{ kind: 'operator-logo' }, 'the idle screen'],
    [{ kind: 'ringtone', library: 7 }, 'number 7 of the library'],
    [{ kind: 'ringtone', tune: 'Scale:d=4:c' }, 'Scale'],
    [{ kind: 'vcard', card: CARD('FN:Ann Other\r\n') }, 'Ann Other'],
    [{ kind: 'vcard', card: CARD('N:Other;Ann\r\n') }, 'Ann Other'],
    [{ kind: 'vcard', card: CARD('') }, CARD('')],
    [{ kind: 'vcard', card: 'no card' }, 'no card'],
    [{ kind: 'vcalendar', calendar: ENTRY('SUMMARY:Supper\r\n') }, 'Supper'],
    [{ kind: 'vcalendar', calendar: ENTRY('') }, ENTRY('')],
    [{ kind: 'vcalendar', calendar: 'no entry' }, 'no entry'],
    [{ kind: 'mms', subject: 'The harbour', file: FILE }, 'The harbour'],
    [{ kind: 'mms', file: FILE }, 'a.png'],
    [{ kind: 'mms', library: 80000 }, 'number 80000 of the library'],
    [{ kind: 'mms' }, ''],
    [{ kind: 'wap-push', text: 'A game', file: FILE }, 'A game'],
    [{ kind: 'wap-push', file: FILE }, 'a.png'],
    [{ kind: 'wap-push', library: 80000 }, 'number 80000 of the library'],
    [{ kind: 'wap-push' }, ''],
    [{ kind: 'service-indication', href: 'http://a.example/', text: 'News' }, 'News'],
    [{ kind: 'service-indication', href: 'http://a.example/' }, 'http://a.example/'],
    [{ kind: 'pdu', text: 'Hi' }, 'Hi'],
  ])('of %j is what tells it from others', (message, summary) => {
    expect(rowOf(received(message)).summary).toBe(summary);
  });

  it('names who sent it: the number shown, else the account', () => {
    expect(rowOf(received({ kind: 'text', text: 'Hi' })).from).toBe('A.1');
    expect(rowOf(received({ kind: 'text', text: 'Hi', replyTo: '447700900000' })).from).toBe('447700900000');
  });
});

describe('a message that is searched for', () => {
  const [recipient = ''] = TO;
  const reports = [{ recipient, report: -2, accepted: true, messageIdentifier: '1' }];
  const message = received({ kind: 'text', to: TO, text: 'Your table is ready' }, { reports });
  const query = { q: '', kind: undefined, to: '', open: undefined, look: 'phone' } as const;

  it.each([
    [{}, true],
    [{ q: 'TABLE your' }, true],
    [{ q: 'table chair' }, false],
    [{ q: '#1' }, true],
    [{ kind: 'text' }, true],
    [{ kind: 'mms' }, false],
    [{ to: '900123' }, true],
    [{ to: '900124' }, false],
  ] as const)('by %j is found: %s', (change, isFound) => {
    expect(isAskedFor(message, { ...query, ...change })).toBe(isFound);
  });
});
