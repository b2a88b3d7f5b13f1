import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder } from '../../src/archive/index.ts';
import { type Compiled, compileForChild } from '../support/compiled.ts';

const BYTES = 8 * 1024 * 1024;
const NAMES = Array.from({ length: 12 }, (_, index) => `part-${index}.bin`);

let compiled: Compiled;
let folder = '';
let script = '';
beforeAll(() => {
  compiled = compileForChild('archive/index.ts');
  folder = mkdtempSync(join(tmpdir(), 'mms-unpack-'));
  script = compiled.script(
    'unpack.js',
    `import { writeFolder } from './archive/index.js';
     const [dir] = process.argv.slice(2);
     const stop = new AbortController();
     process.once('SIGTERM', () => stop.abort());
     const entries = ${JSON.stringify(NAMES)}.map((name, index) => ({ name, data: new Uint8Array(${BYTES}).fill(index) }));
     process.stdout.write('begun');
     await writeFolder(dir, entries, { signal: stop.signal }).catch(() => { process.exitCode = 7; });`,
  );
});
afterAll(() => {
  compiled.remove();
  rmSync(folder, { recursive: true });
});

/** Unpacks in a process of its own, which gets the signal once it has written some octets; its exit code. */
async function unpackUntil(dir: string, signal: NodeJS.Signals, delayMs: number): Promise<number | null> {
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  while (!existsSync(dir) || readdirSync(dir).length === 0) await new Promise(setImmediate);
  setTimeout(() => child.kill(signal), delayMs);
  const [code] = await exit;
  return code;
}

function visible(dir: string): string[] {
  return readdirSync(dir).filter(name => !name.startsWith('.'));
}

describe('unpacking that is', () => {
  it('killed leaves no part half-written, and the next one goes on from there', async () => {
    for (const delayMs of [1, 10, 30, 60]) {
      const dir = join(folder, `killed-${delayMs}`);
      await unpackUntil(dir, 'SIGKILL', delayMs);
      for (const name of visible(dir)) expect(readFileSync(join(dir, name)).length, name).toBe(BYTES);
      const entries = NAMES.map((name, index) => ({ name, data: new Uint8Array(BYTES).fill(index) }));
      await writeFolder(dir, entries);
      expect(visible(dir).sort()).toEqual([...NAMES].sort());
    }
  });

  it('interrupted leaves nothing', async () => {
    const dir = join(folder, 'interrupted');
    expect(await unpackUntil(dir, 'SIGTERM', 5)).toBe(7);
    expect(existsSync(dir)).toBe(false);
  });

  it('broken off in a folder that was there leaves what was there', async () => {
    const dir = join(folder, 'there');
    mkdirSync(dir);
    writeFileSync(join(dir, 'mine.txt'), 'mine');
    const entries = [{ name: 'a.txt', data: new Uint8Array(3) }];
    await expect(writeFolder(dir, entries, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(readdirSync(dir)).toEqual(['mine.txt']);
  });

  it('repeated never replaces a file of other octets', async () => {
    const dir = join(folder, 'other');
    await writeFolder(dir, [{ name: 'a.txt', data: new Uint8Array([1]) }]);
    const changed = [
      { name: 'b.txt', data: new Uint8Array([2]) },
      { name: 'a.txt', data: new Uint8Array([3]) },
    ];
    await expect(writeFolder(dir, changed)).rejects.toMatchObject({ code: 'file/unwritable' });
    expect(readdirSync(dir)).toEqual(['a.txt']);
    expect([...readFileSync(join(dir, 'a.txt'))]).toEqual([1]);
  });
});
