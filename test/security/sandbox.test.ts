import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { encodeForm } from '../../src/submit/index.ts';

const FORM = encodeForm(
  { kind: 'text', to: ['447700900123'], text: 'Hello' },
  { credentials: { username: 'ANOther.12345', pin: '123456' }, responseFormat: 3 },
);

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

/** The status of a request with headers as a browser would set them. */
function ask(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, sandbox.url), { method, headers }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const FOREIGN: Record<string, string>[] = [
  { Origin: 'https://stranger.example' },
  { Origin: 'null' },
  { Origin: 'http://127.0.0.1:1' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0' },
];

describe('a page of another origin', () => {
  it.each(FOREIGN)('with %o puts no message into the sandbox, by form or by picture', async headers => {
    expect(await ask('POST', '/sendmms', headers, FORM)).toBe(403);
    expect(await ask('GET', `/sendmms?${FORM}`, headers)).toBe(403);
    expect(sandbox.messages).toEqual([]);
  });

  it.each(FOREIGN)('with %o clears no faults', async headers => {
    sandbox.fault({ kind: 'status', status: 503 });
    expect(await ask('DELETE', '/faults', headers)).toBe(403);
    expect(await ask('POST', '/sendmms', {}, FORM)).toBe(503);
  });

  it('may link to the inbox, and programs and the sandbox itself may send', async () => {
    expect(await ask('GET', '/', { 'Sec-Fetch-Site': 'cross-site' })).toBe(200);
    expect(await ask('POST', '/sendmms', {}, FORM)).toBe(200);
    const own = { Origin: new URL(sandbox.url).origin, 'Sec-Fetch-Site': 'same-origin' };
    expect(await ask('POST', '/sendmms', own, FORM)).toBe(200);
    expect(sandbox.messages).toHaveLength(2);
  });
});
