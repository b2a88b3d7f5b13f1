import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../support/compiled.ts';
import { runs } from '../support/property.ts';

/** Fills a sandbox of its own, looks at its pages, and prints the most memory that it ever had. */
const SCRIPT = `
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { startSandbox } from './sandbox/index.js';
const [, , kind, count] = process.argv;
const sandbox = await startSandbox();
const ask = (path, method, body) => new Promise((resolve, reject) => {
  const asked = request(new URL(path, sandbox.url), { method }, answer => {
    let length = 0;
    answer.on('data', piece => { length += piece.length; }).on('end', () => resolve(length));
  });
  asked.on('error', reject);
  asked.end(body);
});
const head = 'Username=A.1&PIN=123456&ResponseFormat=3&SendTo=447700900123';
const hex = Buffer.alloc(100_000, 0xa5).toString('hex').toUpperCase();
const forms = {
  large: number => head + '&WAPPushFileName1=a' + number + '.jar&WAPPushFileData1=' + hex,
  numbers: () => head + ',447700900123'.repeat(690_000) + '&Message=x',
  text: () => head + '&Message=' + 'x'.repeat(9_000_000),
};
for (let number = 0; number < Number(count); number++) await ask('/sendmms', 'POST', forms[kind](number));
const pages = [await ask('/', 'GET'), await ask('/messages', 'GET')];
const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
const kib = /VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
console.log(JSON.stringify({ pages, kept: sandbox.messages.length, rssMB: Math.round(Number(kib) * 1024 / 1e6) }));
await sandbox.close();
`;

/** From Node 24 on what is outside of the heap is collected later: 10,000 messages take there what 3,000 do. */
const MOST_MB = Number.parseInt(process.versions.node, 10) < 24 ? 300 : 480;

interface Report {
  /** Octets of the inbox and of the list as JSON. */
  readonly pages: readonly number[];
  readonly kept: number;
  readonly rssMB: number;
}

let compiled: Compiled;
let script = '';
beforeAll(() => {
  compiled = compileForChild('sandbox/index.ts');
  script = compiled.script('fill.js', SCRIPT);
});
afterAll(() => compiled.remove());

function fill(kind: string, count: number): Report {
  const { stdout, stderr } = spawnSync(process.execPath, [script, kind, String(count)], { encoding: 'utf8' });
  expect(stderr).toBe('');
  console.info(`${count} ${kind}: ${stdout.trim()}`);
  return JSON.parse(stdout);
}

describe('the memory of a sandbox', { timeout: 1_200_000 }, () => {
  // 1,000 messages fill it up; PROPERTY_FACTOR=10 sends 10,000.
  it('has a bound however many large messages come', () => {
    const { kept, rssMB } = fill('large', runs(1000));
    expect(kept).toBeGreaterThan(100);
    expect(rssMB).toBeLessThan(MOST_MB);
  });

  it.each(['numbers', 'text'])('has a bound for a form of 9 MB of %s, and so have the pages', kind => {
    const { pages, rssMB } = fill(kind, 3);
    for (const octets of pages) expect(octets).toBeLessThan(30_000_000);
    expect(rssMB).toBeLessThan(400);
  });
});
