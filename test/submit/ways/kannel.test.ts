import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { type GatewayMessage, kannel, type SendByOptions, sendBy } from '../../../src/submit/index.ts';
import { type RunningKannel, startKannel } from '../../support/kannel.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { random } from '../../support/property.ts';

const NUMBER = '447700900123';
const ACCOUNT = { servers: ['http://127.0.0.1:1'], username: 'tester', password: 'CANARY-7f3a' };

describe('the answers', () => {
  const answering = (status: number, text: string): SendByOptions => ({
    transport: async () => ({ kind: 'answer', status, body: new TextEncoder().encode(text) }),
    throwOnFailure: false,
  });
  const message: GatewayMessage = { kind: 'text', to: [NUMBER], text: 'Hi' };

  it.each([
    [202, '0: Accepted for delivery', 'accepted'],
    [202, '3: Queued for later delivery', 'accepted'],
    [202, 'hello', 'unknown'],
    [200, '0: Accepted for delivery', 'unknown'],
    [202, '', 'unknown'],
    [400, 'Missing receiver number, rejected', 'rejected'],
    [403, 'Authorization failed for sendsms', 'rejected'],
    [404, '', 'rejected'],
    [503, 'Temporal failure, try again later.', 'rejected'],
    [503, 'Service Unavailable', 'unknown'],
    [500, '', 'unknown'],
    [302, '', 'rejected'],
  ])('%i %j is %s', async (status, text, outcome) => {
    const result = await sendBy(kannel(ACCOUNT), message, answering(status, text));
    expect(result.outcome).toBe(outcome);
    expect(result.retryable).toBe(text.startsWith('Temporal') ? true : undefined);
  });

  it('stops at the first failure, and names those who were not tried', async () => {
    const to = [NUMBER, '447700900124', '447700900125'];
    const result = await sendBy(kannel(ACCOUNT), { ...message, to }, answering(400, 'no'));
    expect(result).toMatchObject({ outcome: 'partial', results: [{ recipient: NUMBER, accepted: false }] });
    expect(result.warnings.map(({ message: text }) => text)).toEqual([
      'no longer tried: 447700900124, 447700900125',
    ]);
    const all = await sendBy(
      kannel(ACCOUNT),
      { ...message, to },
      { ...answering(400, 'no'), continueAfterFailure: true },
    );
    expect(all).toMatchObject({ outcome: 'rejected', results: { length: 3 } });
  });

  it('refuses an MMS, what only the gateway has, and a message to nobody', async () => {
    const way = kannel(ACCOUNT);
    const cases: [GatewayMessage, string][] = [
      [{ kind: 'mms', to: [NUMBER], library: 80000, subject: 'x' }, 'submit/conflict'],
      [{ kind: 'wap-push', to: [NUMBER], file: { name: 'a.gif', data: new Uint8Array(1) } }, 'submit/kind'],
      [{ kind: 'text', to: [NUMBER], text: 'x', delayMinutes: 1 }, 'submit/conflict'],
      [{ kind: 'text', text: 'x' }, 'submit/no-recipient'],
      [{ kind: 'text', to: ['0'], text: 'x' }, 'submit/invalid-message'],
    ];
    for (const [one, code] of cases) await expect(sendBy(way, one)).rejects.toMatchObject({ code });
  });
});

/** What fakesmsc prints of a segment: text, or header and octets, percent-encoded as Kannel does it. */
function printed(line: string): { udh: string; content: string } {
  const [, udh = '', , content = ''] = /^\S+ \S+ (?:udh (\S+) )?(data|text|ucs-2) (.*)$/s.exec(line) ?? [];
  const octets = (text: string): string => toHex(latin1Octets(text));
  return {
    udh: octets(udh),
    content: line.includes(' text ') ? toHex(new TextEncoder().encode(content)) : octets(content),
  };
}

function latin1Octets(text: string): Uint8Array {
  const spaced = text.replaceAll('+', ' ');
  const hex = [...spaced.matchAll(/%([0-9A-F]{2})|([^%])/gs)].map(
    ([, escaped, plain = '']) => escaped ?? plain.charCodeAt(0).toString(16).padStart(2, '0'),
  );
  return fromHex(hex.join(''));
}

describeWithOracle(['bearerbox', 'smsbox', 'fakesmsc'], 'a real Kannel', () => {
  let running: RunningKannel;
  beforeAll(async () => {
    running = await startKannel();
  }, 90_000);
  afterAll(() => running.close());

  const next = random();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const words = (alphabet: string, length: number): string =>
    Array.from({ length }, () => pick([...alphabet])).join('');
  const data = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(next() * 256));

  /** Messages of every kind of segment: 7-bit, octets, UCS-2, with and without header, of every class. */
  const messages: readonly GatewayMessage[] = [
    ...Array.from(
      { length: 24 },
      (_, index): GatewayMessage => ({
        kind: 'text',
        text: words('abc xyz{}€~^@£ÄöÑ?!,', 1 + index * 25),
      }),
    ),
    ...Array.from(
      { length: 10 },
      (_, index): GatewayMessage => ({
        kind: 'text',
        text: words('Привет мир 😀', 1 + index * 25),
      }),
    ),
    ...[0, 4, 0xf0, 0xf1, 0xf5, 0xf6].map(
      (dataCodingScheme): GatewayMessage => ({
        kind: 'pdu',
        dataCodingScheme,
        userDataHeader: fromHex('06050423f40000'),
        ...((dataCodingScheme & 4) === 0 ? { text: 'BEGIN:VCARD' } : { userData: data(100) }),
      }),
    ),
    { kind: 'service-indication', href: 'http://example.com/a', id: 'a', text: 'Look' },
    { kind: 'ringtone', tune: 'fifth:d=8,o=5,b=63:g,g,g,2d#' },
    { kind: 'vcard', card: 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jo\r\nEND:VCARD\r\n' },
    { kind: 'picture-message', bitmap: picture(72, 28) },
    { kind: 'group-graphic', bitmap: picture(72, 14) },
    { kind: 'operator-logo', bitmap: picture(72, 14), mcc: '234', mnc: '10' },
  ];

  it('gets at least 50 segments of every kind, their octets equal', { timeout: 120_000 }, async () => {
    const way = kannel({ servers: [running.url], username: running.username, password: running.password });
    const sent: { udh: string; content: string }[] = [];
    for (const message of messages) {
      const withNumber = { ...message, to: [NUMBER] };
      const { deliveries } = await way.plan(withNumber);
      for (const request of deliveries[0]?.requests ?? []) {
        const query = new URL(request.describe().servers[0] ?? '').search.slice(1);
        sent.push(expected(query));
      }
      const result = await sendBy(way, withNumber);
      expect(result.outcome, JSON.stringify(result)).toBe('accepted');
    }
    expect(sent.length).toBeGreaterThanOrEqual(50);
    const lines = await running.lines(sent.length);
    expect(lines.map(printed)).toEqual(sent);
  });

  it('refuses a wrong password, which is shown nowhere', async () => {
    const way = kannel({ servers: [running.url], username: running.username, password: 'CANARY-wrong' });
    const error = await sendBy(way, { kind: 'text', to: [NUMBER], text: 'Hi' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: 'submit/rejected',
      message: expect.stringContaining('Authorization failed'),
    });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });
});

function picture(width: number, height: number) {
  return { width, height, rows: Array.from({ length: height }, (_, y) => (y % 2 ? '#' : '.').repeat(width)) };
}

/** What fakesmsc must print for a query: the text itself without a header, octets otherwise. */
function expected(query: string): { udh: string; content: string } {
  const pairs = new Map(query.split('&').map(pair => pair.split('=') as [string, string]));
  const raw = (name: string): string => toHex(latin1Octets(pairs.get(name) ?? ''));
  return { udh: raw('udh'), content: raw('text') };
}
