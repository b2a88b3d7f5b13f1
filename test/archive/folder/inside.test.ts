import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInside, openReal } from '../../../src/archive/folder/inside.ts';

let place = '';
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'inside-')));
  mkdirSync(join(place, 'in'));
  writeFileSync(join(place, 'in', 'file.txt'), 'text');
  symlinkSync(join(place, 'out', 'new.txt'), join(place, 'in', 'link'));
});
afterEach(() => rmSync(place, { recursive: true }));

describe('a path', () => {
  it.each([
    ['in/file.txt', true],
    ['in/new/deep/file.txt', true],
    ['in', false],
    ['in/../other.txt', false],
    ['in/link', false],
  ])('%s is inside: %s', async (path, inside) => {
    expect(await isInside(join(place, 'in'), join(place, path))).toBe(inside);
  });

  it('that goes through a file is refused by the file system', async () => {
    await expect(isInside(place, join(place, 'in/file.txt/deeper'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });
});

describe('a file', () => {
  it('is opened where its real path is allowed, and not elsewhere', async () => {
    const path = join(place, 'in', 'file.txt');
    const file = await openReal(path, real => real === path);
    expect(await file?.readFile('utf8')).toBe('text');
    await file?.close();
    expect(await openReal(path, () => false)).toBeUndefined();
  });

  it('is no folder', async () => {
    expect(await openReal(join(place, 'in'), () => true)).toBeUndefined();
  });
});
