import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { GatewayClient, type GatewayMessage } from '../../src/submit/index.ts';

const TO = ['447700900123'];
const TEXT = { kind: 'text', to: TO, text: 'Hi' } as const;
const STORED = { number: 1, username: 'A.1', form: 'Message=Hi', message: TEXT, reports: [], warnings: [] };

let store: string;
let sandbox: Sandbox | undefined;
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
  await rm(store, { recursive: true });
});

const put = (name: string, value: unknown): Promise<void> =>
  writeFile(join(store, name), typeof value === 'string' ? value : JSON.stringify(value));

async function opened(options: SandboxOptions = {}): Promise<Sandbox> {
  sandbox = await startSandbox({ store, ...options });
  return sandbox;
}
const numbers = async (options?: SandboxOptions) =>
  (await opened(options)).messages.map(({ number }) => number);

const send = (to: Sandbox, message: GatewayMessage) =>
  new GatewayClient({ username: 'A.1', pin: '123456', servers: [to.url] }).send(message);

describe('a store that is opened', () => {
  it('gives its newest messages, as many as are kept', async () => {
    for (const number of [1, 2, 3]) await put(`000${number}.json`, { ...STORED, number });
    expect(await numbers({ limits: { maxSandboxMessages: 2 } })).toEqual([2, 3]);
  });

  it('gives its newest messages, as large as they may be together', async () => {
    for (const number of [1, 2, 3])
      await put(`000${number}.json`, { ...STORED, number, form: 'x'.repeat(3000) });
    expect(await numbers({ limits: { maxSandboxBytes: 4000 } })).toEqual([3]);
  });

  it.each<[string, unknown]>([
    ['JSON that is cut', '{'],
    ['a value that is no message', 42],
    ['a message of no kind', { ...STORED, message: {} }],
    ['a number that is none', { ...STORED, number: '1' }],
    ['reports that are no list', { ...STORED, reports: {} }],
    ['warnings that are no list', { ...STORED, warnings: null }],
    ['a file that is not there', { ...STORED, file: { name: 'a.png' } }],
  ])('passes over %s', async (_, value) => {
    await put('0001.json', value);
    await put('0002.json', { ...STORED, number: 2 });
    expect(await numbers()).toEqual([2]);
  });

  it('passes over a folder, and a file that is too long to be read', async () => {
    await mkdir(join(store, '0001.json'));
    await put('0002.json', { ...STORED, number: 2, form: 'x'.repeat(5000) });
    await put('0003.json', { ...STORED, number: 3 });
    expect(await numbers({ limits: { maxSandboxBytes: 5000 } })).toEqual([3]);
  });

  it('takes what a message lacks as empty', async () => {
    const { form: _, ...formless } = STORED;
    await put('0001.json', formless);
    expect((await opened()).messages[0]).toMatchObject({ form: '', username: 'A.1' });
  });

  it('makes what a phone fetches again, where that can still be made', async () => {
    const message = { kind: 'mms', to: TO, library: 80000 };
    await put('0001.json', { ...STORED, message, file: { name: 'a.txt', contentType: 'text/plain' } });
    await put('0001-a.txt', 'Hi');
    await put('0002.json', { ...STORED, number: 2, message, file: { name: 'b.zip' } });
    await put('0002-b.zip', 'no ZIP');
    await put('0003.json', { ...STORED, number: 3, file: { name: 'c.txt' } });
    await put('0003-c.txt', 'a file of a text message');
    const { messages, inboxUrl } = await opened();
    expect(
      messages.map(({ file, delivery }) => [file?.name, file?.contentType, delivery?.mms?.length]),
    ).toEqual([
      ['a.txt', 'text/plain', expect.any(Number)],
      ['b.zip', undefined, undefined],
      ['c.txt', undefined, undefined],
    ]);
    const statusOf = async (path: string) => (await fetch(`${inboxUrl}${path}`)).status;
    expect(await statusOf('mms/1')).toBe(200);
    expect(await statusOf('mms/2')).toBe(404);
    expect(await statusOf('messages/3/file')).toBe(200);
  });

  it('does not give an identifier again that a report has', async () => {
    const report = (messageIdentifier: string) => ({
      recipient: '447700900123',
      report: -2,
      accepted: true,
      messageIdentifier,
    });
    await put('0001.json', { ...STORED, reports: [report('30106CFF'), report('another gateway'), {}] });
    const sandbox = await opened();
    await send(sandbox, TEXT);
    expect(sandbox.messages.at(-1)?.reports[0]?.messageIdentifier).toBe('30106D00');
  });
});

describe('a message that is kept', () => {
  it('is refused where its name is taken, and nothing is overwritten', async () => {
    const sandbox = await opened();
    await put('0001.json', 'mine');
    await expect(send(sandbox, TEXT)).rejects.toThrow();
    await sandbox.close();
    expect(await numbers()).toEqual([]);
  });
});
