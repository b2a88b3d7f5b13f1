import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileLibraryCache } from '../../../src/submit/index.ts';
import { holdFile } from '../../../src/submit/journal/lock.ts';

/** Runs with a folder that is gone behind. */
async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mms-library-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inFile(run: (path: string) => Promise<void>): Promise<void> {
  return inFolder(folder => run(join(folder, 'cache.json')));
}

const EMPTY = '{"format":"mms-composer library cache 1","numbers":{}}';

describe('a library cache in a file', () => {
  it('is a document of hashes and numbers, in order', () =>
    inFile(async path => {
      const cache = fileLibraryCache(path);
      expect(await cache.get('b')).toBeUndefined();
      expect(existsSync(path)).toBe(false);
      for (const [key, number] of [
        ['b', 2],
        ['c', 3],
        ['a', 1],
        ['d', 4],
      ] as const)
        await cache.set(key, number);
      await cache.set('c', 33);
      await cache.delete('b');
      await cache.delete('none');
      expect(readFileSync(path, 'utf8')).toBe(`{
  "format": "mms-composer library cache 1",
  "numbers": {
    "a": 1,
    "c": 33,
    "d": 4
  }
}
`);
      expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual([1, undefined, 33]);
      expect(await fileLibraryCache(path).get('d')).toBe(4);
    }));

  it('loses no change of two that share it in one process', () =>
    inFolder(async folder => {
      const path = join(folder, 'cache.json');
      const link = join(folder, 'link.json');
      writeFileSync(path, EMPTY);
      symlinkSync(path, link);
      const caches = [fileLibraryCache(path), fileLibraryCache(link)];
      const keys = Array.from({ length: 6 }, (_, i) => `key${i}`);
      await Promise.all(keys.map((key, i) => caches[i % 2]?.set(key, i)));
      for (const [i, key] of keys.entries()) expect(await caches[0]?.get(key)).toBe(i);
      expect(readdirSync(folder)).toEqual(['cache.json', 'link.json']);
    }));

  it('waits until another lets go of it', () =>
    inFile(async path => {
      const held = await holdFile(path);
      if (!('release' in held)) throw new Error('held by another');
      const change = fileLibraryCache(path).set('key', 1);
      for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve));
      expect(existsSync(path)).toBe(false);
      await held.release();
      await change;
      expect(await fileLibraryCache(path).get('key')).toBe(1);
    }));

  it.each([
    '',
    'not JSON',
    'null',
    '{}',
    '{"format":"mms-composer library cache 2","numbers":{}}',
    '{"numbers":{}}',
    '{"format":"mms-composer library cache 1"}',
    '{"format":"mms-composer library cache 1","numbers":null}',
    '{"format":"mms-composer library cache 1","numbers":5}',
    '{"format":"mms-composer library cache 1","numbers":{"a":1,"b":"2"}}',
    '{"format":"mms-composer library cache 1","numbers":{"a":1.5}}',
  ])('leaves a file alone that is something else: %s', content =>
    inFile(async path => {
      writeFileSync(path, content);
      const cache = fileLibraryCache(path);
      const wrong = { code: 'file/unknown-format', hint: expect.any(String) };
      await expect(cache.get('key')).rejects.toMatchObject(wrong);
      await expect(cache.set('key', 1)).rejects.toMatchObject(wrong);
      expect(readFileSync(path, 'utf8')).toBe(content);
    }),
  );

  it('writes where nothing else is, and goes on after a failure', () =>
    inFile(async path => {
      const beside = `${path}.${process.pid}.tmp`;
      writeFileSync(beside, 'of a run that broke off');
      const cache = fileLibraryCache(path);
      await expect(cache.set('key', 1)).rejects.toMatchObject({
        code: 'file/unwritable',
        cause: { code: 'EEXIST' },
      });
      expect(existsSync(beside)).toBe(false);
      await cache.set('key', 2);
      expect(await cache.get('key')).toBe(2);
    }));

  it('tells that it cannot be locked or read', () =>
    inFolder(async folder => {
      const gone = fileLibraryCache(join(folder, 'gone/cache.json'));
      const cause = { code: 'ENOENT' };
      await expect(gone.set('key', 1)).rejects.toMatchObject({ code: 'file/unwritable', cause });
      await expect(fileLibraryCache(folder).get('key')).rejects.toMatchObject({
        code: 'file/unreadable',
        cause: { code: 'EISDIR' },
      });
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('tells that its name leads nowhere, and locks nothing', () =>
    inFolder(async folder => {
      const path = join(folder, 'cache.json');
      symlinkSync(path, path);
      await expect(fileLibraryCache(path).set('key', 1)).rejects.toMatchObject({
        code: 'file/unreadable',
        cause: { code: 'ELOOP' },
      });
      expect(readdirSync(folder)).toEqual(['cache.json']);
    }));

  it('has a path', () => {
    expect(() => fileLibraryCache(JSON.parse('5'))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'path' }),
    );
  });
});
