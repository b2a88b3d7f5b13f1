import { afterEach, describe, expect, it } from 'vitest';
import { type GatewayMessage, type KannelOptions, kannel, sendBy } from '../../../../src/submit/index.ts';
import { campaignOf } from '../../../../src/submit/ways/campaign.ts';
import { type RecordingServer, recordingServer } from '../recording-server.ts';

const NUMBER = '447700900123';
const MESSAGE: GatewayMessage = { kind: 'text', to: [NUMBER], text: 'Hi' };
const OPTIONS: KannelOptions = {
  servers: ['http://127.0.0.1:13013'],
  username: 'tester',
  password: 'CANARY-7f3a',
};
const CONTENT = `to=%2B${NUMBER}&coding=0&charset=UTF-8&text=Hi`;

let box: RecordingServer | undefined;
afterEach(async () => {
  await box?.close();
  box = undefined;
});

/** What a smsbox is asked. */
async function asked(change: Partial<KannelOptions>, message: GatewayMessage): Promise<readonly string[]> {
  box = await recordingServer(() => ({ status: 202, body: '0: Accepted for delivery' }));
  await sendBy(kannel({ ...OPTIONS, servers: [box.url], ...change }), message);
  return box.requests.map(({ line }) => line);
}

describe('a message', () => {
  it('is asked of sendsms with the account, once a number', async () => {
    const account = '/cgi-bin/sendsms?username=tester&password=CANARY-7f3a';
    expect(await asked({}, { ...MESSAGE, to: [NUMBER, '447700900124'] })).toEqual([
      `GET ${account}&${CONTENT}`,
      `GET ${account}&${CONTENT.replace('0123', '0124')}`,
    ]);
  });

  it('names the sender and the service centre that were asked for', async () => {
    const [line] = await asked({ smsc: 'main' }, { ...MESSAGE, replyTo: '447700900999' });
    expect(line).toMatch(/&text=Hi&from=447700900999&smsc=main$/);
  });

  it('is shown without the password, however short', async () => {
    for (const password of ['CANARY-7f3a', 'abc']) {
      const { request } = await sendBy(kannel({ ...OPTIONS, password }), MESSAGE, { dryRun: true });
      expect(request).toStrictEqual({
        method: 'GET',
        servers: [
          `http://127.0.0.1:13013/cgi-bin/sendsms?username=tester&password=%5BREDACTED%5D&${CONTENT}`,
        ],
        headers: { Connection: 'close' },
        body: '',
        parameters: ['username', 'password', 'to', 'coding', 'charset', 'text'].map(name => ({
          name,
          bytes: 0,
        })),
        recipients: [NUMBER],
        warnings: [],
      });
    }
  });

  it('is of a campaign of this way', async () => {
    const way = kannel(OPTIONS);
    expect(way.name).toBe('kannel');
    expect((await way.plan(MESSAGE)).campaign).toBe(campaignOf('kannel', MESSAGE));
  });

  it('has nothing that only the gateway knows', async () => {
    await expect(kannel(OPTIONS).plan({ ...MESSAGE, delayMinutes: 1 })).rejects.toMatchObject({
      message: 'delayMinutes is for the gateway: Kannel has nothing like it',
    });
  });
});

describe('the options', () => {
  it.each([{ username: '' }, { password: '' }])('need an account: %j', change => {
    expect(() => kannel({ ...OPTIONS, ...change })).toThrow(
      expect.objectContaining({ code: 'submit/credentials' }),
    );
  });

  it('let a password travel in the clear to another machine only where they say so', () => {
    const options = { ...OPTIONS, servers: ['http://box.example:13013'] };
    expect(() => kannel(options)).toThrow(expect.objectContaining({ code: 'submit/server-url' }));
    expect(kannel({ ...options, allowInsecureHttp: true }).name).toBe('kannel');
  });
});
