import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBeside } from '../../src/archive/index.ts';

describe('what may be meant by a file that is not there', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beside-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is a name much like it', async () => {
    for (const name of ['picture.jpg', 'tune.mid']) writeFileSync(join(folder, name), '');
    expect(await filesBeside(join(folder, 'pictrue.jpg'))).toContain('picture.jpg');
  });

  it('is any of the files beside it, of which some are named', async () => {
    for (let i = 1; i <= 6; i++) writeFileSync(join(folder, `${i}.txt`), '');
    expect(await filesBeside(join(folder, 'zzzzzzzz'))).toBe(
      'beside it there are 1.txt, 2.txt, 3.txt, 4.txt, 5.txt and others',
    );
  });

  it('is nothing in an empty folder', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await filesBeside(join(folder, 'empty', 'a.txt'))).toBeUndefined();
  });

  it('is said to be in a folder that is not there', async () => {
    const missing = join(folder, 'missing');
    expect(await filesBeside(join(missing, 'a.txt'))).toBe(`there is no folder ${missing}`);
  });
});
