import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { encodeForm } from '../../src/submit/index.ts';
import { describeInBrowser } from '../support/chromium.ts';

const FORM = encodeForm(
  { kind: 'text', to: ['447700900123'], text: 'Hello' },
  { credentials: { username: 'ANOther.12345', pin: '123456' }, responseFormat: 3 },
);

/** What a page can send to another origin without asking it first, each by `url` and `form`. */
const WAYS: readonly (readonly [name: string, script: string])[] = [
  [
    'fetch without CORS',
    `await fetch(url, { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: form })`,
  ],
  ['fetch by GET', `await fetch(url + '?' + form, { mode: 'no-cors' }).catch(() => undefined)`],
  [
    'a picture',
    `await new Promise(resolve => { const image = new Image(); image.onload = image.onerror = resolve; image.src = url + '?' + form })`,
  ],
  ['a beacon', `navigator.sendBeacon(url, new URLSearchParams(form))`],
  [
    'a form in a frame',
    `const frame = document.createElement('iframe'); frame.name = 'f'; document.body.append(frame);
     const element = document.createElement('form'); element.method = 'POST'; element.action = url; element.target = 'f';
     for (const [name, value] of new URLSearchParams(form)) { const input = document.createElement('input'); input.name = name; input.value = value; element.append(input); }
     document.body.append(element); element.submit()`,
  ],
  [
    'a script',
    `await new Promise(resolve => { const script = document.createElement('script'); script.onload = script.onerror = resolve; script.src = url + '?' + form; document.body.append(script) })`,
  ],
];

/** An address of this machine that is not its loopback. */
function ownAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap(found => found ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

describeInBrowser('a page of another origin in a real browser', open => {
  let sandbox: Sandbox;
  let stranger: Server;
  let page: URL;

  beforeEach(async () => {
    stranger = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!DOCTYPE html><title>x</title><body>');
    });
    await new Promise<void>(resolve => stranger.listen(0, '127.0.0.1', resolve));
    const address = stranger.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    page = new URL(`http://127.0.0.1:${address.port}/`);
  });
  afterEach(async () => {
    await sandbox.close();
    stranger.closeAllConnections();
    await new Promise(resolve => stranger.close(resolve));
  });

  /** Runs the script in the stranger's page and waits until the sandbox has seen what it sends. */
  async function attack(script: string, url: string): Promise<void> {
    const { page: opened } = await open(page);
    const before = sandbox.connections;
    await opened.evaluate(
      `(async (url, form) => { ${script} })(${JSON.stringify(url)}, ${JSON.stringify(FORM)})`,
    );
    await expect.poll(() => sandbox.connections, { timeout: 20_000 }).toBeGreaterThan(before);
    await expect.poll(() => sandbox.openConnections, { timeout: 20_000 }).toBe(0);
    await opened.context().close();
  }

  it.each(WAYS)('puts no message into the sandbox by %s', async (_, script) => {
    sandbox = await startSandbox();
    await attack(script, sandbox.url);
    expect(sandbox.messages).toEqual([]);
  });

  it.each(WAYS)('nor, where the sandbox listens to the network, by %s', async (_, script) => {
    const host = ownAddress() ?? '127.0.0.1';
    sandbox = await startSandbox({ host });
    await attack(script, sandbox.url);
    expect(sandbox.messages).toEqual([]);
  });

  it('while a program puts one in', async () => {
    sandbox = await startSandbox();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await fetch(sandbox.url, { method: 'POST', headers, body: FORM });
    expect(sandbox.messages).toHaveLength(1);
  });
});
