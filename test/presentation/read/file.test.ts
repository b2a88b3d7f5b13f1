import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAsset } from '../../../src/presentation/read/file.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'file-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a file that is to be below a root is opened there, links followed', async () => {
  const root = join(folder, 'root');
  mkdirSync(root);
  writeFileSync(join(root, 'a.txt'), 'Hello');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  expect(await readAsset(join(root, 'a.txt'), { root })).toMatchObject({ name: 'a.txt' });
  await expect(readAsset(join(root, 'link.txt'), { root, place: 'slides[0].text' })).rejects.toMatchObject({
    code: 'file/outside-root',
    path: 'slides[0].text',
    message: expect.stringMatching(/leaves the root$/),
  });
});

const OPEN_FILES = '/proc/self/fd';

it.runIf(existsSync(OPEN_FILES))('a file is closed again, read or too large', async () => {
  const file = join(folder, 'a.txt');
  writeFileSync(file, 'Hello');
  await readAsset(file);
  await expect(readAsset(file, { limits: { maxAssetBytes: 4 } })).rejects.toThrow('allowed 4');
  const open = readdirSync(OPEN_FILES)
    .map(name => join(OPEN_FILES, name))
    // The one by which this folder is read is closed by now.
    .flatMap(link => (existsSync(link) ? [readlinkSync(link)] : []));
  expect(open).not.toContain(file);
});
