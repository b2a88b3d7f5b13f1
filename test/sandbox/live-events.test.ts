import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';

it('a hundred pages may listen, and one more when one of them has gone', async () => {
  const sandbox = await startSandbox();
  const listen = async (): Promise<IncomingMessage> => {
    const request = get(`${sandbox.inboxUrl}events`, { agent: false });
    request.on('error', () => undefined);
    const [response] = await once(request, 'response');
    return response;
  };
  const pages = await Promise.all(Array.from({ length: 100 }, listen));
  expect(pages.map(({ statusCode }) => statusCode)).toEqual(Array(100).fill(200));
  expect((await listen()).statusCode).toBe(503);
  pages[0]?.destroy();
  await expect.poll(async () => (await listen()).statusCode, { timeout: 20_000 }).toBe(200);
  await sandbox.close();
});
