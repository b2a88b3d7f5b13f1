import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LivePage } from '../../src/dev/live-page.ts';

let folder = '';
let versions: number[] = [];
let page: LivePage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  versions = [];
  save('First text');
  page = new LivePage([join(folder, 'a.txt')], undefined, () => versions.push(page.version));
  await page.start();
});
afterEach(async () => {
  await page.close();
  rmSync(folder, { recursive: true });
});

const save = (text: string): void => writeFileSync(join(folder, 'a.txt'), text);

describe('the page of an input', () => {
  it('is counted when it differs, and not when a file is saved as it was', async () => {
    expect([page.version, versions]).toEqual([1, [1]]);
    save('First text');
    await new Promise(resolve => setTimeout(resolve, 500));
    save('Second text');
    await expect.poll(() => page.html, { timeout: 60_000 }).toContain('Second text');
    expect(versions).toEqual([1, 2]);
  });

  it('explains an input that is gone', async () => {
    rmSync(join(folder, 'a.txt'));
    await expect.poll(() => page.html, { timeout: 60_000 }).toContain('The message cannot be made');
    save('Back again');
    await expect.poll(() => page.html, { timeout: 60_000 }).toContain('Back again');
  });
});
