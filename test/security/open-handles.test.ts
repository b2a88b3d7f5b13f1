import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../support/compiled.ts';

const HARBOUR = resolve(import.meta.dirname, '../../samples/harbour/message.yaml');

/** What a process may hold when its work is done: its own output, which is a pipe here. */
const OWN = ['PipeWrap', 'TTYWrap'];

const COMMANDS: readonly (readonly string[])[] = [
  ['compose', HARBOUR, '-o', 'OUT/a.mms', '--max-size', '100000'],
  ['preview', HARBOUR, '-o', 'OUT/a.html', '--filmstrip', 'OUT/a.png'],
  ['lint', HARBOUR, '--json'],
  ['unpack', 'OUT/a.mms', '-d', 'OUT/parts'],
  ['compose', 'OUT/parts', '-o', 'OUT/b.mms'],
  ['sms', '--text', 'Hi', '--to', '+447700900123'],
  ['phones', 'nokia 6230'],
  ['send', 'mms', 'OUT/a.mms', '--to', '+447700900123', '--dry-run'],
  ['compose', 'OUT/missing.yaml', '-o', 'OUT/c.mms'],
];

const CHILD = `
import { getActiveResourcesInfo } from 'node:process';
import { runCli } from './cli/run.js';
import { startSandbox } from './sandbox/index.js';
import { startDevServer } from './dev/index.js';
import { GatewayClient } from './submit/index.js';

const [folder, commands, manifest] = process.argv.slice(2);
const left = [];
const look = what => new Promise(done => setTimeout(() => {
  const found = getActiveResourcesInfo().filter(name => !${JSON.stringify(OWN)}.includes(name) && name !== 'Timeout');
  if (found.length > 0) left.push(what + ': ' + found.join(', '));
  done();
}, 100));
for (const command of JSON.parse(commands)) {
  const args = command.map(word => word.replace('OUT', folder));
  await runCli(args, { stdout: { write() {} }, stderr: { write() {} }, stdin: async () => new Uint8Array(), env: {}, isTerminal: false });
  await look(command.slice(0, 2).join(' '));
}
const sandbox = await startSandbox();
const client = new GatewayClient({ username: 'someone', pin: '1234', servers: [sandbox.url] });
await client.send({ kind: 'text', to: ['+447700900123'], text: 'Hi' }).catch(error => left.push(error.code));
await client.close?.();
await sandbox.close();
await look('the sandbox and its client');
const server = await startDevServer([manifest]);
await (await fetch(server.url)).text();
await server.close();
await look('the live preview');
process.stdout.write(JSON.stringify(left));
`;

describe('what is left open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mms-handles-'));
  let compiled: Compiled;
  beforeAll(() => {
    compiled = compileForChild('cli/run.ts', 'sandbox/index.ts', 'dev/index.ts', 'submit/index.ts');
    writeFileSync(join(folder, 'note.txt'), 'Hi');
  });
  afterAll(() => {
    compiled.remove();
    rmSync(folder, { recursive: true });
  });

  it('by commands, the sandbox, its client and the live preview is nothing, and the process ends by itself', () => {
    const script = compiled.script('handles.js', CHILD);
    const args = [script, folder, JSON.stringify(COMMANDS), HARBOUR];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 300_000,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([]);
    expect(status).toBe(0);
  }, 300_000);
});
