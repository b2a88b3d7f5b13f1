import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderWatch } from '../../src/dev/folder-watch.ts';

let folder = '';
let changes = 0;
let watch: FolderWatch;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  changes = 0;
  watch = new FolderWatch(() => {
    changes += 1;
  });
});
afterEach(() => {
  watch.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a file again and again until so many changes were told. */
async function until(count: number, path: string): Promise<void> {
  for (let text = 0; changes < count; text++) {
    writeFileSync(path, String(text));
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('a watch of folders', () => {
  it('tells of a change beside the files that it follows, and goes on where it follows others', async () => {
    watch.follow([join(folder, 'a.txt')]);
    await until(1, join(folder, 'b.txt'));
    watch.follow([join(folder, 'c.txt')]);
    await until(2, join(folder, 'a.txt'));
  });

  it('watches the folder above one that is gone, and the folder once it is there', async () => {
    const below = join(folder, 'below', 'deep');
    watch.follow([join(below, 'a.txt')]);
    await until(1, join(folder, 'b.txt'));
    mkdirSync(below, { recursive: true });
    watch.follow([join(below, 'a.txt')]);
    await until(2, join(below, 'a.txt'));
  });

  it('tells of nothing once it is closed', async () => {
    watch.close();
    watch.follow([join(folder, 'a.txt')]);
    const other = new FolderWatch(() => {
      changes += 1;
    });
    other.follow([join(folder, 'a.txt')]);
    await until(1, join(folder, 'a.txt'));
    other.close();
    expect(changes).toBe(1);
  });
});
