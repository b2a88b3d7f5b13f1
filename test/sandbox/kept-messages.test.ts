import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { GatewayClient, type GatewayMessage, type SubmissionResult } from '../../src/submit/index.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function start(limits: NonNullable<SandboxOptions['limits']>): Promise<void> {
  sandbox = await startSandbox({ limits });
}

function send(message: GatewayMessage): Promise<SubmissionResult> {
  const client = new GatewayClient({ username: 'A.1', pin: '123456', servers: [sandbox.url] });
  return client.send(message, { throwOnFailure: false });
}

function text(words: string): GatewayMessage {
  return { kind: 'text', to: ['447700900123'], text: words };
}

function upload(octet: number, length: number): GatewayMessage {
  const data = new Uint8Array(length).fill(octet);
  return { kind: 'wap-push', to: ['447700900123'], file: { name: `a${octet}.jar`, data } };
}

function numbers(): readonly number[] {
  return sandbox.messages.map(({ number }) => number);
}

describe('what the sandbox keeps', () => {
  it('is a number of messages, the newest, under the numbers that they had', async () => {
    await start({ maxSandboxMessages: 3 });
    for (const word of ['one', 'two', 'three', 'four', 'five']) await send(text(word));
    expect(numbers()).toEqual([3, 4, 5]);
    expect((await fetch(`${sandbox.inboxUrl}messages/2`)).status).toBe(404);
    expect(await (await fetch(`${sandbox.inboxUrl}messages/3`)).json()).toMatchObject({ number: 3 });
  });

  it('is a number of octets, and the newest whatever it has', async () => {
    await start({ maxSandboxBytes: 100_000 });
    for (const octet of [1, 2, 3, 4]) await send(upload(octet, 30_000));
    expect(numbers().length).toBeLessThan(3);
    expect(numbers().at(-1)).toBe(4);
    await send(upload(5, 300_000));
    expect(numbers()).toEqual([5]);
    sandbox.clear();
    await send(upload(6, 100));
    await send(upload(7, 100));
    expect(numbers()).toEqual([6, 7]);
  });

  it('is a number of uploads, each found by its number as long as it is there', async () => {
    await start({ maxSandboxLibraryFiles: 2 });
    const given = [];
    for (const octet of [1, 2, 3]) given.push((await send(upload(octet, 100))).libraryNumber);
    expect(given).toEqual([80000, 80001, 80002]);
    expect((await send(upload(3, 100))).libraryNumber).toBe(80002);
    for (const library of [80000, 80002]) await send({ kind: 'wap-push', to: ['447700900123'], library });
    expect(sandbox.messages.slice(-2).map(({ file }) => file?.name)).toEqual([undefined, 'a3.jar']);
  });

  it('is shown a page after the other', async () => {
    await start({ maxSandboxPageMessages: 2 });
    for (const word of ['one', 'two', 'three', 'four', 'five']) await send(text(word));
    const seen: unknown[] = [];
    for (let path: string | undefined = '/messages'; path !== undefined; ) {
      const answer: Response = await fetch(new URL(path, sandbox.inboxUrl));
      const page: unknown = await answer.json();
      seen.push(Array.isArray(page) && page.map(({ number }) => number));
      path = /^<([^>]+)>; rel="prev"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([[4, 5], [2, 3], [1]]);
  });

  it('is not a form that names too many numbers', async () => {
    await start({ maxSandboxRecipients: 3 });
    const to = ['447700900121', '447700900122', '447700900123', '447700900124'];
    expect(await send({ kind: 'text', to, text: 'x' })).toMatchObject({ outcome: 'rejected' });
    expect(await send({ kind: 'text', to: to.slice(1), text: 'x' })).toMatchObject({ outcome: 'accepted' });
    expect(numbers()).toEqual([1]);
  });
});
