import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  exports: Record<string, string | { default: string }>;
};

const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [{ subpath, file: join(ROOT, target.default) }],
);

/** Packages that most encoders do not need. */
const HEAVY = ['sharp', 'jszip', 'undici', 'file-type', 'fast-xml-parser', 'yaml'] as const;

/** What a subpath may load, beyond nothing. */
const MAY_LOAD: Readonly<Record<string, readonly string[]>> = {
  './smil': ['fast-xml-parser'],
  './push': ['fast-xml-parser'],
  './media': ['fast-xml-parser'],
  './lint': ['fast-xml-parser'],
  './preview': ['fast-xml-parser'],
  './inspect': ['fast-xml-parser'],
  './provisioning': ['fast-xml-parser'],
  './sandbox': ['fast-xml-parser'],
  './submit': ['fast-xml-parser'],
  '.': ['fast-xml-parser'],
};

/** Imports a built file in a process of its own and lists the heavy packages that came with it. */
function loadedBy(file: string): string[] {
  const source = `
    import { createRequire } from 'node:module';
    await import(${JSON.stringify(file)});
    process.stdout.write(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
  const trace = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NODE_DEBUG: 'esm' },
  });
  if (trace.status !== 0) throw new Error(trace.stderr);
  return HEAVY.filter(
    name =>
      trace.stderr.includes(`/node_modules/${name}/`) || trace.stdout.includes(`/node_modules/${name}/`),
  );
}

describe('package', () => {
  it('is built', () => {
    expect(entries.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  for (const { subpath, file } of entries) {
    it(`${subpath} exports the names of record`, async () => {
      const names = Object.keys((await import(file)) as object).sort();
      const name = subpath === '.' ? 'index' : subpath.slice(2);
      await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(`../snapshots/${name}.names.txt`);
    });

    it(`${subpath} loads no package that it does not need`, () => {
      const allowed = MAY_LOAD[subpath] ?? [];
      expect(loadedBy(file).filter(name => !allowed.includes(name))).toEqual([]);
    });
  }

  it('nothing else can be reached', async () => {
    await expect(import(`${manifest.name}/dist/mms/encode-pdu.js`)).rejects.toThrow(
      /not exported|ERR_PACKAGE_PATH/,
    );
  });
});
