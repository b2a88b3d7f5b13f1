import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fileLibraryCache } from '../../../src/submit/index.ts';
import { compileForChild } from '../../support/compiled.ts';

const PROCESSES = 5;
const CHANGES = 12;

const compiled = compileForChild('submit/library/cache.ts', 'submit/journal/lock.ts');
const made: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-library-'));
  made.push(folder);
});
afterAll(() => {
  compiled.remove();
  for (const one of made) rmSync(one, { recursive: true });
});

const CHILD = `
import { fileLibraryCache } from './submit/library/cache.js';
const [path, name, count] = process.argv.slice(2);
const cache = fileLibraryCache(path);
for (let i = 0; i < Number(count); i++) await cache.set(name + '-' + i, i);
`;

async function run(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [compiled.script('set.js', CHILD), ...args], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

describe('a library cache of several processes', () => {
  it('loses no change of several processes, by whatever name they know it', async () => {
    const path = join(folder, 'cache.json');
    await fileLibraryCache(path).set('first', 1);
    symlinkSync(path, join(folder, 'link.json'));
    const names = Array.from({ length: PROCESSES }, (_, i) =>
      i % 2 === 0 ? path : join(folder, 'link.json'),
    );
    await Promise.all(names.map((name, i) => run(name, `process${i}`, String(CHANGES))));
    const cache = fileLibraryCache(path);
    for (let i = 0; i < PROCESSES; i++) {
      for (let n = 0; n < CHANGES; n++) expect(await cache.get(`process${i}-${n}`)).toBe(n);
    }
    expect(await cache.get('first')).toBe(1);
    expect(readdirSync(folder).toSorted()).toEqual(['cache.json', 'link.json']);
  });

  it('takes over from a process that has ended while it held the file', async () => {
    const path = join(folder, 'cache.json');
    const holder = compiled.script(
      'hold.js',
      `import { holdFile } from './submit/journal/lock.js';
       await holdFile(${JSON.stringify(path)});
       process.kill(process.pid, 'SIGKILL');`,
    );
    await once(spawn(process.execPath, [holder], { stdio: 'inherit' }), 'exit');
    expect(readdirSync(folder)).toHaveLength(1);
    await fileLibraryCache(path).set('key', 7);
    expect(readdirSync(folder)).toEqual(['cache.json']);
  });
});
