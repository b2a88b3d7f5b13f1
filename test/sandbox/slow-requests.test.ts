import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

it.each([
  ['its head', 'POST /sendmms HTTP/1.1\r\nHost: 127.0.0.1\r\nX: '],
  ['its body', 'POST /sendmms HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nUsername='],
])('a request that never ends %s is ended', async (_, beginning) => {
  sandbox = await startSandbox({ limits: { maxSandboxHeadMs: 300, maxSandboxRequestMs: 600 } });
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(sandbox.port, '127.0.0.1', () => socket.write(beginning));
    socket.on('data', data => {
      text += data.toString('latin1');
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(sandbox.messages).toEqual([]);
});
