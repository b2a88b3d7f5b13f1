import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * How long a start takes is a matter of how many files are opened and how much of them is compiled, which can be counted
 * where a clock cannot be trusted.
 */

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'mms-start-'));

/** Tells what a process of CommonJS has loaded, files and modules of Node, on standard error when it ends. */
const TELL_REQUIRED = join(folder, 'tell-required.cjs');

/** Tells the address of every ES module that is loaded: standard output is the command's. */
const TELL_LOADED = `
  import { writeSync } from 'node:fs';
  export async function load(url, context, next) {
    writeSync(2, url + '\\n');
    return next(url, context);
  }`;
const REGISTER = `
  import { register } from 'node:module';
  register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(TELL_LOADED)}`)});`;

interface Loaded {
  readonly files: number;
  readonly octets: number;
  /** Outside packages, those in the bundle of the command line included. */
  readonly packages: readonly string[];
  /** Modules of Node that take long to load. */
  readonly slow: readonly string[];
}

/** Each takes a tenth of the time in which Node itself starts. */
const SLOW_MODULES = ['crypto', 'zlib', 'http', 'child_process', 'tty', 'worker_threads'];

/** What a command loads from files. */
function loadedByCommand(args: readonly string[]): Loaded {
  return loadedBy(['--require', TELL_REQUIRED, MAIN, ...args]);
}

/** What an import of ES modules loads from files. */
function loadedByImport(url: string): Loaded {
  const register = `data:text/javascript,${encodeURIComponent(REGISTER)}`;
  const code = `await import(${JSON.stringify(url)})`;
  return loadedBy(['--import', register, '--input-type=module', '-e', code]);
}

function loadedBy(args: readonly string[]): Loaded {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const lines = stderr.split('\n');
  const files = lines.flatMap(line => (line.startsWith('file:') ? [fileURLToPath(line)] : []));
  return {
    files: files.length,
    octets: files.reduce((sum, file) => sum + readFileSync(file).length, 0),
    packages: [...new Set(files.flatMap(file => packageOf(file) ?? []))].sort(),
    slow: SLOW_MODULES.filter(name => lines.includes(`node:${name}`)),
  };
}

function packageOf(file: string): string | undefined {
  return /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
}

beforeAll(() => {
  writeFileSync(
    TELL_REQUIRED,
    `const { writeSync } = require('node:fs');
     const { pathToFileURL } = require('node:url');
     process.on('exit', () => {
       const files = Object.keys(require.cache).filter(file => file !== __filename).map(file => pathToFileURL(file).href);
       const builtin = process.moduleLoadList.map(name => name.replace('NativeModule ', 'node:'));
       writeSync(2, '\\n' + [...files, ...builtin].join('\\n') + '\\n');
     });`,
  );
  const picture = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
  for (const name of ['a', 'b']) {
    writeFileSync(join(folder, `${name}.gif`), picture);
    writeFileSync(join(folder, `${name}.txt`), name);
  }
  writeFileSync(
    join(folder, 'message.yaml'),
    'slides: [{ image: a.gif, text: a }, { image: b.gif, text: b }]',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a start loads', () => {
  it.each([
    ['--version', ['--version'], 3, 10_000],
    ['--help', ['--help'], 4, 15_000],
    ['compose', ['compose', 'a.gif', 'a.txt', 'b.gif', 'b.txt', '-o', 'out.mms'], 5, 410_000],
    ['compose of a manifest', ['compose', 'message.yaml', '-o', 'out.mms'], 6, 510_000],
  ] as const)('no package and few files for mms %s', (_, args, files, octets) => {
    const loaded = loadedByCommand(args);
    expect(loaded.packages).toEqual([]);
    expect(loaded.slow).toEqual([]);
    expect(loaded.files).toBeLessThanOrEqual(files);
    expect(loaded.octets).toBeLessThanOrEqual(octets);
    expect(loaded.octets).toBeGreaterThan(1000);
  });

  it.each([
    ['index', 30, 1_100_000],
    ['mms', 8, 320_000],
    ['sms', 6, 250_000],
    ['smil', 9, 240_000],
    ['push', 20, 800_000],
  ] as const)('no package and few files for the entry %s', (entry, files, octets) => {
    const loaded = loadedByImport(pathToFileURL(join(ROOT, 'dist/node', `${entry}.js`)).href);
    expect(loaded.packages).toEqual([]);
    expect(loaded.slow).not.toContain('crypto');
    expect(loaded.files).toBeLessThanOrEqual(files);
    expect(loaded.octets).toBeLessThanOrEqual(octets);
    expect(loaded.octets).toBeGreaterThan(1000);
  });
});
