import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSource, diskSource, type FileSource } from '../../../src/presentation/read/file-source.ts';
import { utf8 } from '../../media/samples.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-'));
  mkdirSync(join(folder, 'root'));
  writeFileSync(join(folder, 'root', 'a.txt'), 'Hello');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'root', 'link.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = 'slides[0].text';
const codeOf = (job: () => unknown): Promise<unknown> =>
  new Promise(resolve => resolve(job())).then(
    () => undefined,
    error => [error.code, error.path],
  );

describe('files on disk', () => {
  const rooted = (): FileSource => diskSource(join(folder, 'root'), { root: join(folder, 'root') });

  it('are read relative to a folder, which is told', async () => {
    const told: string[] = [];
    const source = diskSource(join(folder, 'root'), { onRead: async path => void told.push(path) });
    const path = source.locate('a.txt', place);
    expect(await source.read(path, place)).toMatchObject({ name: 'a.txt', file: path, path: place });
    expect(told).toEqual([path]);
    expect(await source.has(path)).toBe(true);
    expect(await source.has(folder)).toBe(false);
    expect(await source.has(join(folder, 'gone.txt'))).toBe(false);
  });

  it('have no more octets than are allowed', async () => {
    const source = diskSource(folder, { limits: { maxAssetBytes: 4 } });
    const path = source.locate('root/a.txt', place);
    expect(await codeOf(() => source.read(path, place))).toEqual(['file/too-large', place]);
    expect(await codeOf(() => source.read(path))).toEqual(['file/too-large', path]);
  });

  it('stay below a root, links followed', async () => {
    const source = rooted();
    expect(await source.read(source.locate('a.txt', place))).toMatchObject({ data: utf8('Hello') });
    for (const name of ['../secret.txt', 'link.txt']) {
      const path = source.locate(name, place);
      expect(await codeOf(() => source.read(path, place))).toEqual(['file/outside-root', place]);
      expect(await codeOf(() => source.locateOutput(name, place))).toEqual(['file/outside-root', place]);
    }
    const outside = source.read(source.locate('link.txt', place), place);
    await expect(outside).rejects.toMatchObject({ message: expect.stringMatching(/leaves the root$/) });
    expect(await source.locateOutput('out.mms', place)).toBe(join(folder, 'root', 'out.mms'));
    expect(source.outputRoot).toBe(join(folder, 'root'));
  });

  it('are not written over once they are read', async () => {
    const source = diskSource(folder);
    const path = source.locate('root/a.txt', place);
    expect(await source.locateOutput('root/a.txt', place)).toBe(path);
    await source.read(path);
    expect(await codeOf(() => source.locateOutput('root/a.txt', 'out.mms'))).toEqual([
      'file/output-is-input',
      'out.mms',
    ]);
  });
});

describe('the files of a folder or an archive', () => {
  const files = ['in/message.json', 'in/a.txt', 'b.txt', '..c.txt', 'in/e\u0301.txt'].map(name => ({
    name,
    data: utf8(name),
  }));
  const source = (dir?: string, onRead?: (path: string) => Promise<void>) =>
    bundleSource(files, 'in/message.json', { dir, onRead });

  it('are named relative to the manifest, in any form of Unicode', async () => {
    const archive = source();
    for (const [name, file] of [
      ['a.txt', 'in/a.txt'],
      ['../b.txt', 'b.txt'],
      ['../..c.txt', '..c.txt'],
      ['\u00e9.txt', 'in/e\u0301.txt'],
    ] as const) {
      const path = archive.locate(name, place);
      expect(await archive.read(path, place)).toEqual({ name: file, data: utf8(file), file, path: place });
      expect(await archive.has(path)).toBe(true);
    }
    expect(await archive.has(archive.locate('gone.txt', place))).toBe(false);
  });

  it.each([['..'], ['../..'], ['../../b.txt'], ['/b.txt']])('do not have %s', async name => {
    for (const [dir, what] of [
      [undefined, 'archive'],
      [folder, 'folder'],
    ] as const) {
      const outside = () => source(dir).locate(name, place);
      if (name === '..') expect(outside()).toBe(dir ?? '/');
      else
        expect(outside).toThrow(
          expect.objectContaining({
            code: 'file/outside-root',
            path: place,
            message: `${name} leaves the ${what}`,
          }),
        );
    }
  });

  it('are missed with what is near them', async () => {
    const archive = source();
    const missed = (name: string, where?: string) =>
      archive.read(archive.locate(name, place), where).catch((error: unknown) => error);
    expect(await missed('a.tx', place)).toMatchObject({
      code: 'file/not-found',
      path: place,
      message: 'there is no file in/a.tx in the archive',
      hint: expect.stringContaining('a.txt'),
    });
    expect(await missed('.hidden', place)).toMatchObject({ hint: 'hidden files are not read' });
    expect(await missed('a.tx')).toMatchObject({ path: expect.stringMatching(/in.a\.tx$/) });
  });

  it('of a folder are told when they are read, and not written over', async () => {
    const told: string[] = [];
    const inFolder = source(folder, async path => void told.push(path));
    expect(await inFolder.locateOutput('a.txt', 'out.mms')).toBe(join(folder, 'in', 'a.txt'));
    await inFolder.read(inFolder.locate('a.txt', place));
    await inFolder.read(inFolder.locate('\u00e9.txt', place));
    expect(told).toEqual([join(folder, 'in/a.txt'), join(folder, 'in/e\u0301.txt')]);
    for (const name of ['a.txt', 'e\u0301.txt', '\u00e9.txt', 'message.json'])
      expect(await codeOf(() => inFolder.locateOutput(name, 'out.mms'))).toEqual([
        'file/output-is-input',
        'out.mms',
      ]);
    expect(inFolder.outputRoot).toBe(folder);
  });

  it('take outputs beside them, never hidden, never outside; an archive takes none', async () => {
    expect(await source().locateOutput('out.mms', 'out.mms')).toBeUndefined();
    expect(await codeOf(() => source().locateOutput('.out.mms', 'out.mms'))).toEqual([
      'file/outside-root',
      'out.mms',
    ]);
    const root = bundleSource(files, 'message.json', { dir: join(folder, 'root') });
    await expect(root.locateOutput('link.txt', 'out.mms')).rejects.toMatchObject({
      code: 'file/outside-root',
      path: 'out.mms',
      hint: expect.stringContaining('into the folder'),
    });
    const told: string[] = [];
    const archive = source(undefined, async path => void told.push(path));
    await archive.read(archive.locate('a.txt', place));
    expect(told).toEqual([]);
  });
});
