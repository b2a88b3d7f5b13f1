import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { DIST, ROOT, TARGET, writeScope } from './folders.ts';

/**
 * Puts the modules behind the entries of the package into a few files, which the entries share, for Node: importing the
 * package opened some five hundred. Bundlers and browsers get what the compiler wrote. Names, line breaks and the names of
 * the modules stay, so that a stack can be read; packages stay outside.
 */
export async function bundleLibrary(): Promise<void> {
  const folder = join(DIST, 'public');
  const entries = readdirSync(folder).filter(name => name.endsWith('.js'));
  const bundled = join(DIST, 'node');
  await build({
    absWorkingDir: ROOT,
    entryPoints: entries.map(name => join(folder, name)),
    outdir: bundled,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: TARGET,
    packages: 'external',
  });
  writeScope(bundled, 'module');
}
