import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAsset } from '../../../src/presentation/read/file.ts';

it('a file that is to be below a root is opened there, links followed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'file-'));
  const root = join(folder, 'root');
  mkdirSync(root);
  writeFileSync(join(root, 'a.txt'), 'Hello');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  try {
    expect(await readAsset(join(root, 'a.txt'), { root })).toMatchObject({ name: 'a.txt' });
    await expect(readAsset(join(root, 'link.txt'), { root, place: 'slides[0].text' })).rejects.toMatchObject({
      code: 'file/outside-root',
      path: 'slides[0].text',
      message: expect.stringMatching(/leaves the root$/),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
