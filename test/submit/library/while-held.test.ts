import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdFile } from '../../../src/submit/journal/lock.ts';
import { whileHeld } from '../../../src/submit/library/while-held.ts';

it('nothing is done with a file of which others do not let go', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mms-held-'));
  try {
    const path = join(folder, 'cache.json');
    const held = await holdFile(path);
    if (!('release' in held)) throw new Error('held by another');
    let done = 0;
    const job = async (): Promise<void> => {
      done++;
      expect(readdirSync(folder)).toHaveLength(1);
    };
    await expect(whileHeld(path, job, 2)).rejects.toMatchObject({ code: 'file/unwritable' });
    expect(done).toBe(0);
    await held.release();
    await whileHeld(path, job, 1);
    expect(done).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a file is let go of, also where something fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mms-held-'));
  try {
    const path = join(folder, 'cache.json');
    await expect(whileHeld(path, () => Promise.reject(new RangeError('broken')))).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
