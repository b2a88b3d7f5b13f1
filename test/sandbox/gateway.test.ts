import { describe, expect, it } from 'vitest';
import { Gateway, type GatewayOptions } from '../../src/sandbox/gateway.ts';
import { encodeForm, type GatewayMessage } from '../../src/submit/index.ts';

const form = (message: GatewayMessage) =>
  Buffer.from(encodeForm(message, { credentials: { username: 'A.1', pin: '123456' } }), 'latin1');
const text = (words: string) => form({ kind: 'text', to: ['447700900123'], text: words });

describe('a request that comes again', () => {
  const options: GatewayOptions = { blockAfterRepeats: 1, limits: { maxSandboxMessages: 2 } };
  const isBlocked = async (gateway: Gateway, words: string) =>
    (await gateway.process(text(words))).blocked ?? false;

  it('is blocked after so many times', async () => {
    const gateway = new Gateway(options);
    const blocked: boolean[] = [];
    for (const words of ['a', 'a', 'a', 'b']) blocked.push(await isBlocked(gateway, words));
    expect(blocked).toEqual([false, false, true, false]);
  });

  it('is known as long as not too many others came since', async () => {
    const gateway = new Gateway(options);
    const blocked: boolean[] = [];
    for (const words of ['a', 'a', 'b', 'c', 'a', 'c', 'a', 'a'])
      blocked.push(await isBlocked(gateway, words));
    expect(blocked).toEqual([false, false, false, false, false, false, false, true]);
  });
});

describe('a gateway', () => {
  it('lets anyone in unless there is one account', async () => {
    expect(new Gateway({}).anyone).toEqual({ username: 'phone', pin: 'phone' });
    const guarded = new Gateway({ username: 'shop', pin: '1' });
    expect(guarded.anyone).toEqual({ username: 'shop', pin: '1' });
    expect((await guarded.process(text('a'))).reports).toMatchObject([{ report: 2, accepted: false }]);
  });

  it('keeps no message that it refuses for every number', async () => {
    const gateway = new Gateway({});
    const refused = await gateway.process(text('a'), { kind: 'report', report: 15, text: 'no' });
    expect(refused.reports).toMatchObject([{ report: 15, text: 'no' }]);
    expect(gateway.received).toEqual([]);
  });

  it('takes a number of the library whose file it does not have', async () => {
    const gateway = new Gateway({});
    const to = ['447700900123'];
    const { received } = await gateway.process(form({ kind: 'mms', to, library: 80123 }));
    expect(received?.libraryNumber).toBe(80123);
    expect(received).not.toHaveProperty('file');
    expect(received).not.toHaveProperty('delivery');
  });
});
