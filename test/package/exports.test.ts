import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  exports: Record<string, string | { node: string; default: string }>;
};

const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string'
    ? []
    : [{ subpath, file: join(ROOT, target.default), forNode: join(ROOT, target.node) }],
);

/** Packages that are loaded when something asks for what they do, not before. */
const HEAVY = ['sharp', 'jszip', 'undici', 'file-type', 'fast-xml-parser', 'yaml'] as const;

/** What the tables of phones and networks stand on: nothing else comes with them, neither package nor room. */
const ROOMS_LOADED: Readonly<Record<string, readonly string[]>> = {
  './handsets': ['bytes', 'errors', 'handsets', 'issues', 'limits', 'printable', 'public', 'text'],
  './networks': ['bytes', 'errors', 'issues', 'limits', 'networks', 'printable', 'public', 'text'],
};

/** Tells the address of every module that is loaded, on standard output. */
const TELL_LOADED = `
  import { writeSync } from 'node:fs';
  export async function load(url, context, next) {
    writeSync(1, url + '\\n');
    return next(url, context);
  }`;

/** Imports built files in a process of its own and lists the packages and our own rooms that came with them. */
function loadedBy(...files: readonly string[]): { packages: string[]; rooms: string[] } {
  const source = `
    import { createRequire, register } from 'node:module';
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(TELL_LOADED)}`)});
    for (const file of ${JSON.stringify(files)}) await import(file);
    process.stdout.write(Object.keys(createRequire(import.meta.url).cache).join('\\n'));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const urls = child.stdout.split('\n');
  const built = pathToFileURL(join(ROOT, 'dist')).href;
  const packages = urls.flatMap(url => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  const rooms = urls.filter(url => url.startsWith(built)).map(url => url.slice(built.length + 1));
  return {
    packages: [...new Set(packages)].sort(),
    rooms: [...new Set(rooms.map(path => path.split(/[/.]/)[0] ?? ''))].sort(),
  };
}

/** The names that each file exports, as Node itself tells them, in a process of its own. */
function exportedBy(files: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const source = `
    const named = {};
    for (const file of ${JSON.stringify(files)}) named[file] = Object.keys(await import(file)).sort();
    process.stdout.write(JSON.stringify(named));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

describe('package', () => {
  let names: ReturnType<typeof exportedBy>;
  beforeAll(() => {
    names = exportedBy(entries.flatMap(({ file, forNode }) => [file, forNode]));
  });

  it('is built', () => {
    expect(entries.filter(({ file, forNode }) => !existsSync(file) || !existsSync(forNode))).toEqual([]);
  });

  for (const { subpath, file, forNode } of entries) {
    it(`${subpath} exports the names of record`, async () => {
      const name = subpath === '.' ? 'index' : subpath.slice(2);
      await expect(`${names[file]?.join('\n')}\n`).toMatchFileSnapshot(`../snapshots/${name}.names.txt`);
    });

    it(`${subpath} exports the same names to Node as to bundlers`, () => {
      expect(names[forNode]).toEqual(names[file]);
    });
  }

  it('loads no package before it is needed, whatever the entry', () => {
    const tell = (of: typeof entries): string[] => {
      const { packages } = loadedBy(...of.flatMap(({ file, forNode }) => [file, forNode]));
      return HEAVY.filter(name => packages.includes(name));
    };
    // One process for all entries: which of them it is is asked only where there is one.
    const guilty = tell(entries).length === 0 ? [] : entries.filter(entry => tell([entry]).length > 0);
    expect(guilty.map(({ subpath }) => subpath)).toEqual([]);
  });

  it.each(Object.entries(ROOMS_LOADED))('%s loads nothing but the rooms it stands on', (subpath, rooms) => {
    const file = entries.find(entry => entry.subpath === subpath)?.file ?? '';
    expect(loadedBy(file)).toEqual({ packages: [], rooms });
  });

  it('nothing else can be reached', async () => {
    await expect(import(`${manifest.name}/dist/mms/encode-pdu.js`)).rejects.toThrow(
      /not exported|ERR_PACKAGE_PATH/,
    );
  });
});
