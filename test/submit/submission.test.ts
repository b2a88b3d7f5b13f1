import { expect, it } from 'vitest';
import { type GatewayMessage, kannel, sendBy } from '../../src/submit/index.ts';

const WAY = kannel({ servers: ['http://127.0.0.1:1'], username: 'tester', password: 'secret' });
const MESSAGE: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'Hi' };

it.each([
  [{ connectMs: 0 }, 'timeouts.connectMs'],
  [{ headersMs: 1.5 }, 'timeouts.headersMs'],
  [{ bodyMs: Number.POSITIVE_INFINITY }, 'timeouts.bodyMs'],
])('no submission waits for %o', async (timeouts, path) => {
  let requests = 0;
  const transport = async (): Promise<never> => {
    requests++;
    throw new Error('not to be called');
  };
  await expect(sendBy(WAY, MESSAGE, { timeouts, transport })).rejects.toMatchObject({
    code: 'submit/value',
    path,
  });
  expect(requests).toBe(0);
});
