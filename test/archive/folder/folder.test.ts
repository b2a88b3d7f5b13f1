import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BundleEntry } from '../../../src/archive/bundle.ts';
import { readFolder, writeFolder } from '../../../src/archive/index.ts';
import { MmsError } from '../../../src/errors.ts';
import { describeWithOracle } from '../../support/oracle.ts';

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A place of its own for each test: `dir` is the folder in question, which does not exist at first. */
let place = '';
let dir = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'folder-'));
  dir = join(place, 'out');
});
afterEach(() => rmSync(place, { recursive: true }));

/** All that is in the place, links too. */
const everything = (): string[] => readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), `content of ${name}`);
  }
}

describe('readFolder', () => {
  it('reads files of all folders, in natural order', async () => {
    // U+FF21 comes before U+1F600, which UTF-16 would put first
    const names = [
      'a/z.txt',
      'a2.txt',
      'a10.txt',
      'a-b.txt',
      'B.txt',
      'b.txt',
      'ä.txt',
      '\uff21.txt',
      '\u{1f600}.txt',
    ];
    put(...names.toReversed());
    expect(await readFolder(dir)).toEqual({
      entries: names.map(name => ({ name, data: octets(`content of ${name}`) })),
      issues: [],
    });
  });

  it('passes over hidden files and those of an operating system, unread', async () => {
    put('a.txt', '.hidden', '.git/config', 'img/Thumbs.db', 'img/b.txt', '__MACOSX/c');
    symlinkSync('/etc/passwd', join(dir, '.link'));
    const { entries, issues } = await readFolder(dir);
    expect(entries.map(({ name }) => name)).toEqual(['a.txt', 'img/b.txt']);
    expect(issues).toEqual([
      {
        code: 'folder/junk-ignored',
        severity: 'info',
        message: 'ignored ".git", ".hidden", ".link" and 2 more',
      },
    ]);
  });

  it.each([
    ['of a file', 'file.txt'],
    ['of a folder', 'img'],
    ['of nothing', 'nowhere'],
  ])('refuses a link %s', async (_, target) => {
    put('file.txt', 'img/a.txt', 'sub/b.txt');
    symlinkSync(target, join(dir, 'sub/link'));
    await expect(readFolder(dir)).rejects.toMatchObject({
      code: 'folder/symlink',
      message: '"sub/link" is a symbolic link',
      path: 'sub/link',
    });
  });

  describeWithOracle(['mkfifo'], 'pipes', () => {
    it('refuses a pipe without opening it', async () => {
      put('a.txt');
      execFileSync('mkfifo', [join(dir, 'pipe')]);
      await expect(readFolder(dir)).rejects.toMatchObject({
        code: 'file/unreadable',
        message: '"pipe" is neither a file nor a folder',
      });
    });
  });

  it.each([
    [{ maxZipEntries: 2 }, 'holds more than 2 files and folders'],
    [{ maxZipEntryBytes: 13 }, '"a.txt" has 16 octets, allowed 13'],
    [{ maxZipInflatedBytes: 35 }, 'holds more than 35 octets'],
  ])('refuses what is beyond %o', async (limits, message) => {
    put('a.txt', 'img/b.txt');
    const reading = readFolder(dir, { limits });
    await expect(reading).rejects.toMatchObject({ code: 'folder/too-large' });
    await expect(reading).rejects.toThrow(message);
  });

  it('reads what just fits', async () => {
    put('a.txt', 'img/b.txt');
    const limits = { maxZipEntries: 3, maxZipEntryBytes: 20, maxZipInflatedBytes: 36 };
    expect((await readFolder(dir, { limits })).entries).toHaveLength(2);
  });

  it('refuses a folder that is missing, empty, hidden only or a file', async () => {
    await expect(readFolder(dir)).rejects.toMatchObject({ code: 'file/not-found' });
    mkdirSync(join(dir, 'empty'), { recursive: true });
    await expect(readFolder(dir)).rejects.toMatchObject({ code: 'folder/empty' });
    put('.hidden');
    await expect(readFolder(dir)).rejects.toMatchObject({ code: 'folder/empty' });
    await expect(readFolder(join(dir, '.hidden'))).rejects.toMatchObject({ code: 'file/unreadable' });
  });

  it('writes hostile names as escapes', async () => {
    put('a.txt');
    symlinkSync('x', join(dir, 'a\x1b[2J'));
    await expect(readFolder(dir)).rejects.toThrow('"a\\u{1b}[2J" is a symbolic link');
  });
});

describe('writeFolder', () => {
  const entries: readonly BundleEntry[] = [
    { name: 'smil.smil', data: octets('<smil/>') },
    { name: 'a.txt', data: octets('text') },
    { name: 'empty.txt', data: new Uint8Array() },
  ];

  it.each(['out', 'deep/er/out'])('makes %s and writes the files', async name => {
    dir = join(place, name);
    await writeFolder(dir, entries);
    for (const { name, data } of entries) expect(new Uint8Array(readFileSync(join(dir, name)))).toEqual(data);
    expect(readdirSync(dir)).toHaveLength(entries.length);
  });

  it('writes beside what is there', async () => {
    put('other.txt');
    await writeFolder(dir, entries);
    expect((await readFolder(dir)).entries).toHaveLength(4);
  });

  it.each([
    ['../evil.txt', 'leaves its folder by ".."'],
    ['/tmp/evil.txt', 'is an absolute path'],
    ['C:evil.txt', 'begins with a drive letter'],
    ['..\\evil.txt', 'has the reserved character \\'],
    ['sub/evil.txt', 'is a path, expected a file name'],
    ['a\0.txt', 'has a control or format character'],
    ['con', 'is the name of a device'],
    ['n'.repeat(1000), 'has a part of 1000 characters, allowed 100'],
    ['.bashrc', 'would be passed over as a hidden file'],
    ['', 'has a part without name'],
    ['..', 'leaves its folder by ".."'],
    ['.', 'has the part "."'],
  ])('P9: %j is refused and nothing written', async (name, reason) => {
    const writing = writeFolder(dir, [...entries, { name, data: octets('evil') }]);
    await expect(writing).rejects.toMatchObject({ code: 'folder/unsafe-name' });
    await expect(writing).rejects.toThrow(reason);
    expect(everything()).toEqual([]);
  });

  it('P9: names that differ by case alone are refused and nothing written', async () => {
    const writing = writeFolder(dir, [...entries, { name: 'A.TXT', data: octets('evil') }]);
    await expect(writing).rejects.toMatchObject({ code: 'folder/duplicate' });
    expect(everything()).toEqual([]);
  });

  it('P9: a file in the way stays as it is, and the others are taken back', async () => {
    put('empty.txt');
    await expect(writeFolder(dir, entries)).rejects.toMatchObject({
      code: 'file/unwritable',
      message: '"empty.txt" exists already',
      path: 'empty.txt',
    });
    expect(everything()).toEqual(['out', 'out/empty.txt']);
    expect(readFileSync(join(dir, 'empty.txt'), 'utf8')).toBe('content of empty.txt');
  });

  it.each([
    ['to a file', 'victim.txt'],
    ['to nothing', 'unborn.txt'],
  ])('P9: a link in the way %s is not followed', async (_, target) => {
    writeFileSync(join(place, 'victim.txt'), 'untouched');
    mkdirSync(dir);
    symlinkSync(join(place, target), join(dir, 'empty.txt'));
    await expect(writeFolder(dir, entries)).rejects.toMatchObject({
      code: 'folder/symlink',
      message: '"empty.txt" is a symbolic link',
    });
    expect(everything()).toEqual(['out', 'out/empty.txt', 'victim.txt']);
    expect(readFileSync(join(place, 'victim.txt'), 'utf8')).toBe('untouched');
  });

  it.each(['', '/'])('P9: a folder that is a link is refused, its name ending with "%s"', async ending => {
    mkdirSync(join(place, 'elsewhere'));
    symlinkSync(join(place, 'elsewhere'), dir);
    await expect(writeFolder(`${dir}${ending}`, entries)).rejects.toMatchObject({ code: 'folder/symlink' });
    expect(everything()).toEqual(['elsewhere', 'out']);
  });

  it('takes back the folders that it made when a file cannot be written', async () => {
    dir = join(place, 'deep/out');
    // 100 characters, 300 octets: no common file system takes it
    const tooLong = { name: '\u65e5'.repeat(100), data: octets('text') };
    await expect(writeFolder(dir, [...entries, tooLong])).rejects.toMatchObject({
      code: 'file/unwritable',
      message: expect.stringContaining('cannot be written: ENAMETOOLONG'),
    });
    expect(everything()).toEqual([]);
  });

  it('refuses data of another type as misuse', async () => {
    const text: unknown = 'text';
    await expect(writeFolder(dir, [{ name: 'a', data: text as Uint8Array }])).rejects.toThrow(MmsError);
    expect(everything()).toEqual([]);
  });

  it('refuses a folder that is a file', async () => {
    writeFileSync(dir, 'a file');
    await expect(writeFolder(dir, entries)).rejects.toMatchObject({ code: 'file/unwritable' });
    expect(existsSync(dir)).toBe(true);
    expect(everything()).toEqual(['out']);
  });
});
