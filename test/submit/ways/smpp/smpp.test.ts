import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createServer, type Received } from 'smpp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type AttemptEvent,
  type GatewayMessage,
  type SmppOptions,
  sendBy,
  smpp,
} from '../../../../src/submit/index.ts';
import { campaignOf } from '../../../../src/submit/ways/campaign.ts';

const NUMBER = '447700900123';
const MESSAGE: GatewayMessage = { kind: 'text', to: [NUMBER], text: 'Hello' };
const ACCOUNT = { systemId: 'shop', password: 'CANARY-7f' };
const QUIET = { throwOnFailure: false } as const;

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Reply = number | 'hang up' | (() => void);

/** A centre that answers a bind and a submit_sm so, and the address of it. */
async function centre(bind: Reply, submit: Reply = 0, identifier = 'm1') {
  const got: Received[] = [];
  const server = createServer(session => {
    closing.push(() => session.socket.destroy());
    session.on('error', () => undefined);
    session.on('pdu', pdu => {
      got.push(pdu);
      const reply = pdu.command === 'bind_transceiver' ? bind : submit;
      if (reply === 'hang up') session.socket.destroy();
      else if (typeof reply === 'function') reply();
      else if (pdu.command !== 'unbind')
        session.send(pdu.response({ command_status: reply, ...(reply === 0 && { message_id: identifier }) }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => server.close());
  return { address: `smpp://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

const wayTo = (...servers: readonly string[]) => smpp({ ...ACCOUNT, servers });
const commands = (got: readonly Received[]): string[] =>
  got.map(({ command }) => command).filter(command => command !== 'unbind');

describe('the address of a centre', () => {
  const serversOf = async (written: string, options: Partial<SmppOptions> = {}) => {
    const way = smpp({ ...ACCOUNT, servers: [written], ...options });
    return (await sendBy(way, MESSAGE, { dryRun: true })).request?.servers;
  };

  it.each<[string, Partial<SmppOptions>]>([
    ['smpp://127.0.0.1:2775', {}],
    ['smpp://localhost', {}],
    ['smpp://[::1]:2776', {}],
    ['ssmpp://smsc.example', {}],
    ['smpp://smsc.example:2775', { allowInsecure: true }],
  ])('%s with %j', async (written, options) => {
    expect(await serversOf(written, options)).toEqual([written]);
  });

  it.each([
    ['smpp://smsc.example', 'no encryption on the way to smsc.example'],
    ['http://127.0.0.1', 'expected an address such as smpp://host:2775 or ssmpp://host:3550'],
    ['nonsense', 'expected an address such as smpp://host:2775 or ssmpp://host:3550'],
    ['smpp://', 'expected an address such as smpp://host:2775 or ssmpp://host:3550'],
    ['smpp:x', 'expected an address such as smpp://host:2775 or ssmpp://host:3550'],
    ['smpp://user@127.0.0.1', 'more than a host and a port: 127.0.0.1'],
    ['smpp://:secret@127.0.0.1:1', 'more than a host and a port: 127.0.0.1:1'],
    ['smpp://127.0.0.1?a', 'more than a host and a port: 127.0.0.1'],
    ['smpp://127.0.0.1#a', 'more than a host and a port: 127.0.0.1'],
  ])('%s is none', (written, message) => {
    expect(() => wayTo(written)).toThrow(expect.objectContaining({ code: 'submit/server-url', message }));
  });

  it('without encryption is refused with a hint', () => {
    expect(() => wayTo('smpp://smsc.example')).toThrow(
      expect.objectContaining({ hint: 'use ssmpp://, or set allowInsecure' }),
    );
  });

  it('is one at least, and there is an account', () => {
    expect(() => wayTo()).toThrow(expect.objectContaining({ code: 'submit/server-url' }));
    for (const change of [{ systemId: '' }, { password: '' }])
      expect(() => smpp({ ...ACCOUNT, servers: ['smpp://localhost'], ...change })).toThrow(
        expect.objectContaining({ code: 'submit/credentials' }),
      );
  });

  it.each([
    ['smpp://127.0.0.1', 2775],
    ['ssmpp://127.0.0.1', 3550],
  ])('%s has the port %i', async (written, port) => {
    await expect(sendBy(wayTo(written), MESSAGE)).rejects.toMatchObject({
      code: 'submit/not-connected',
      cause: { message: `connect ECONNREFUSED 127.0.0.1:${port}` },
    });
  });

  it.each([
    ['smpp://[::1]:1', /ECONNREFUSED|EADDRNOTAVAIL/],
    ['ssmpp://127.0.0.1:1', /ECONNREFUSED/],
  ])('%s is where nobody listens, and not sent to', async (written, code) => {
    expect(await sendBy(wayTo(written), MESSAGE, QUIET)).toMatchObject({
      outcome: 'not-sent',
      problem: { code: 'submit/not-connected' },
      attempts: [{ endpoint: written, code: expect.stringMatching(code) }],
    });
  });
});

describe('a message', () => {
  it('is bound for and submitted once, and told of', async () => {
    const { address, got } = await centre(0);
    const events: AttemptEvent[] = [];
    const way = smpp({ ...ACCOUNT, servers: [address], systemType: 'vas', sender: 'MyShop' });
    const result = await sendBy(way, MESSAGE, { hooks: { onAttempt: event => events.push(event) } });
    expect(result).toMatchObject({
      outcome: 'accepted',
      requestSent: 'maybe',
      endpoint: address,
      results: [{ recipient: NUMBER, report: 0, accepted: true, messageIdentifier: 'm1' }],
      warnings: [],
    });
    expect(result.attempts).toStrictEqual([
      { endpoint: address, requestSent: 'maybe', durationMs: expect.any(Number) },
    ]);
    expect(commands(got)).toEqual(['bind_transceiver', 'submit_sm']);
    expect(got[0]).toMatchObject({
      system_id: 'shop',
      password: 'CANARY-7f',
      system_type: 'vas',
      interface_version: 0x34,
    });
    expect(got[1]).toMatchObject({
      destination_addr: NUMBER,
      source_addr: 'MyShop',
      short_message: { message: 'Hello' },
    });
    expect(events).toMatchObject([{ attempt: 1, bytes: 5, endpoint: address }]);
    expect(events[0]?.parameters).toContain('short_message');
    expect(JSON.stringify(events)).not.toContain('CANARY');
  });

  it.each([
    [0x14, 'message queue full', true],
    [0x0b, 'invalid destination address', undefined],
    [0x4ab, 'a status of its own', undefined],
  ])('that is refused with %i goes to no other centre', async (status, meaning, retryable) => {
    const [refusing, other] = [await centre(0, status), await centre(0)];
    const result = await sendBy(wayTo(refusing.address, other.address), MESSAGE, QUIET);
    expect(result).toMatchObject({
      outcome: 'rejected',
      requestSent: 'maybe',
      results: [{ recipient: NUMBER, report: status, accepted: false }],
      problem: {
        code: 'submit/rejected',
        message: `the SMSC refuses with status ${status.toString(16).toUpperCase()} (${meaning})`,
      },
    });
    expect(result.results[0]).not.toHaveProperty('messageIdentifier');
    expect(result.retryable).toBe(retryable);
    expect(other.got).toEqual([]);
  });

  it('whose bind is refused goes to no other centre, and was not sent', async () => {
    const [refusing, other] = [await centre(0x0e), await centre(0)];
    const result = await sendBy(wayTo(refusing.address, other.address), MESSAGE, QUIET);
    expect(result).toMatchObject({
      outcome: 'not-sent',
      requestSent: 'no',
      results: [],
      problem: {
        code: 'submit/not-connected',
        message: 'the SMSC refuses the bind with status E (invalid password)',
      },
    });
    expect(result.attempts).toStrictEqual([
      { endpoint: refusing.address, requestSent: 'no', durationMs: expect.any(Number) },
    ]);
    expect([commands(refusing.got), other.got]).toEqual([['bind_transceiver'], []]);
  });

  it('that was not sent goes to the next centre, also where a bind is lost', async () => {
    const [losing, good] = [await centre('hang up'), await centre(0)];
    const way = wayTo('smpp://127.0.0.1:1', losing.address, good.address);
    const result = await sendBy(way, MESSAGE, QUIET);
    expect(result.outcome).toBe('accepted');
    expect(result.attempts.map(({ requestSent, code }) => [requestSent, code])).toEqual([
      ['no', 'ECONNREFUSED'],
      ['no', 'ECONNRESET'],
      ['maybe', undefined],
    ]);
    expect(commands(good.got)).toEqual(['bind_transceiver', 'submit_sm']);
  });

  it('whose answer is lost goes to no other centre', async () => {
    const [losing, other] = [await centre(0, 'hang up'), await centre(0)];
    const result = await sendBy(wayTo(losing.address, other.address), MESSAGE, QUIET);
    expect(result).toMatchObject({
      outcome: 'unknown',
      requestSent: 'maybe',
      problem: { code: 'submit/connection-lost' },
      attempts: [{ requestSent: 'maybe', code: 'ECONNRESET' }],
    });
    expect(other.got).toEqual([]);
  });
});

it('an identifier with the password in it is shown without', async () => {
  const { address } = await centre(0, 0, `x-${ACCOUNT.password}`);
  const { results } = await sendBy(wayTo(address), MESSAGE);
  expect(results).toMatchObject([{ messageIdentifier: 'x-[REDACTED]' }]);
});

it('the package that is missing is an error, whatever else would be a result', async () => {
  vi.doMock('smpp', () => {
    throw new Error('not there');
  });
  closing.push(() => vi.doUnmock('smpp'));
  await expect(sendBy(wayTo('smpp://127.0.0.1:1'), MESSAGE, QUIET)).rejects.toMatchObject({
    code: 'submit/package-missing',
  });
});

describe('a session that is over', () => {
  it('measures times, and names nothing that there is not', async () => {
    const { address, got } = await centre(0, 8);
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    const events: object[] = [];
    const result = await sendBy(wayTo(address), MESSAGE, {
      ...QUIET,
      hooks: { onResult: event => events.push(event) },
    });
    vi.restoreAllMocks();
    expect(result.attempts).toMatchObject([{ durationMs: 0 }]);
    expect(events).toMatchObject([{ durationMs: 0 }]);
    expect(got[0]).toMatchObject({ system_type: '' });
  });

  it('says goodbye to the centre', async () => {
    const { address, got } = await centre(0);
    await sendBy(wayTo(address), MESSAGE);
    await vi.waitFor(() => expect(got.map(({ command }) => command)).toContain('unbind'));
  });
});

describe('a caller who breaks off', () => {
  it.each([
    ['before', 'not-sent', 'no', []],
    ['at the bind', 'not-sent', 'no', ['bind_transceiver']],
    ['at the message', 'unknown', 'maybe', ['bind_transceiver', 'submit_sm']],
  ] as const)('%s lets it be %s', async (when, outcome, requestSent, sent) => {
    const breaker = new AbortController();
    const stop = (): void => breaker.abort(new Error('enough'));
    const first = await centre(when === 'at the bind' ? stop : 0, when === 'at the message' ? stop : 0);
    const second = await centre(0);
    if (when === 'before') stop();
    const result = await sendBy(wayTo(first.address, second.address), MESSAGE, {
      ...QUIET,
      signal: breaker.signal,
    });
    expect(result).toMatchObject({ outcome, requestSent, problem: { code: 'submit/aborted' } });
    expect(result.attempts).toHaveLength(1);
    expect([commands(first.got), second.got]).toEqual([sent, []]);
  });
});

describe('what is shown', () => {
  it('are the fields, octets in hexadecimal', async () => {
    const way = smpp({ ...ACCOUNT, servers: ['smpp://localhost'], messagePayload: 'always' });
    const long = { dryRun: true } as const;
    expect((await sendBy(wayTo('smpp://localhost'), MESSAGE, long)).request).toMatchObject({
      method: 'submit_sm',
      servers: ['smpp://localhost'],
      headers: { destination_addr: NUMBER, short_message: '48656c6c6f', data_coding: '0' },
      body: '48656c6c6f',
      recipients: [NUMBER],
      warnings: [],
    });
    const { request } = await sendBy(way, MESSAGE, long);
    expect(request).toMatchObject({
      headers: { short_message: '', message_payload: '48656c6c6f' },
      body: '48656c6c6f',
    });
    expect(request?.parameters).toContainEqual({ name: 'message_payload', bytes: 10 });
  });

  it('names the way, and the campaign by it', async () => {
    const way = wayTo('smpp://localhost');
    const { campaign, deliveries } = await way.plan(MESSAGE);
    expect([way.name, campaign]).toEqual(['smpp', campaignOf('smpp', MESSAGE)]);
    expect(deliveries.map(({ recipients }) => recipients)).toEqual([[NUMBER]]);
    await expect(way.plan({ ...MESSAGE, delayMinutes: 1 })).rejects.toMatchObject({
      message: 'delayMinutes is for the gateway: SMPP has nothing like it',
    });
  });
});
