import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { encodeForm, parseResponse } from '../../src/submit/index.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const FORM = encodeForm(
  { kind: 'text', to: ['447700900123'], text: 'Hi' },
  { credentials: { username: 'A.1', pin: '123456' }, responseFormat: 3 },
);

async function ask(method: string, value?: unknown): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const body = value === undefined ? {} : { body: JSON.stringify(value) };
  const response = await fetch(`${sandbox.inboxUrl}faults`, { method, headers, ...body });
  return `${response.status} ${(await response.text()).trim()}`;
}

async function reports(count: number): Promise<readonly number[]> {
  const codes: number[] = [];
  for (let sent = 0; sent < count; sent++) {
    const answer = await fetch(sandbox.url, { method: 'POST', body: FORM });
    codes.push(...parseResponse(await answer.text()).reports.map(({ report }) => report));
  }
  return codes;
}

describe('faults over HTTP', () => {
  it('strike once, or as often as is said', async () => {
    expect(await ask('POST', { kind: 'report', report: 15 })).toBe('200 report it will be');
    expect(await reports(2)).toEqual([15, -2]);
    await ask('POST', { kind: 'report', report: 15, times: 2 });
    expect(await reports(3)).toEqual([15, 15, -2]);
    await ask('POST', { kind: 'report', report: 15, times: 'often' });
    expect(await reports(2)).toEqual([15, -2]);
  });

  it('strike every time until they are cleared', async () => {
    await ask('POST', { kind: 'report', report: 15, times: 'always' });
    expect(await reports(2)).toEqual([15, 15]);
    expect(await ask('DELETE')).toBe('200 no faults');
    expect(await reports(1)).toEqual([-2]);
  });

  it('are neither read nor put in another way', async () => {
    expect(await ask('GET')).toBe('405 POST or DELETE');
    expect(await ask('PUT', { kind: 'hang' })).toBe('405 POST or DELETE');
  });
});
