import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectMedia } from '../../src/media/index.ts';
import { runs } from '../support/property.ts';
import { HOSTILE, NO_PICTURES, SMALL } from './hostile-pictures.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CHILD = join(import.meta.dirname, 'hostile-child.ts');

interface Outcome {
  readonly addedMb: number;
  readonly codes: readonly string[];
}

/** Runs the child; a crash, a failure or a hang is an error here. */
function run<T>(...args: string[]): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], { cwd: ROOT, timeout: 600_000 });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', data => {
    output.stdout += data;
  });
  child.stderr.on('data', data => {
    output.stderr += data;
  });
  return new Promise((settle, fail) => {
    child.on('close', (code, signal) => {
      if (code === 0) settle(JSON.parse(output.stdout));
      else fail(new Error(`${args.join(' ')}: exit ${code} ${signal ?? ''} ${output.stderr}`));
    });
  });
}

const REFUSALS = ['media/not-a-picture', 'media/too-many-frames', 'media/too-many-pixels'];

describe('hostile pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  const names = Object.keys(HOSTILE);
  let outcomes: Outcome[] = [];
  beforeAll(async () => {
    const files = names.map((_, i) => join(folder, `${i}`));
    for (const [i, make] of Object.values(HOSTILE).entries()) writeFileSync(files[i] ?? '', await make());
    outcomes = await run<Outcome[]>('refuse', ...files);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(names)('%s is refused by its header', name => {
    const outcome = outcomes[names.indexOf(name)];
    expect(outcome).toBeDefined();
    if (outcome === undefined) return;
    const { addedMb, codes } = outcome;
    console.info(`${name}: ${addedMb.toFixed(1)} MB, ${codes.join()}`);
    expect(codes).toHaveLength(1);
    expect(REFUSALS).toContain(codes[0]);
    expect(addedMb).toBeLessThan(50);
  });

  it.each(Object.entries(NO_PICTURES))('I3: %s named .png is reported', async (_, make) => {
    const data = await make();
    const { issues } = await detectMedia({ name: 'picture.png', data });
    expect(issues).toHaveLength(1);
    expect(issues[0]?.code).toMatch(/^media\/(type-mismatch|not-a-picture)$/);
  });
});

describe('I4: damaged pictures', () => {
  it.each(Object.keys(SMALL))('%s: a picture or a typed error', async format => {
    const { addedMb, codes } = await run<Outcome>('damage', format, `${runs(200)}`);
    console.info(`${format}: ${addedMb.toFixed(1)} MB, ${codes.join()}`);
    expect(codes).toContain('picture');
    const refusals = [...REFUSALS, 'media/cannot-fit', 'picture'];
    expect(codes.filter(code => !refusals.includes(code))).toEqual([]);
    expect(addedMb).toBeLessThan(300);
  });
});
