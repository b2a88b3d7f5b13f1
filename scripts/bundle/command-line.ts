import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { DIST, ROOT, writeScope } from './folders.ts';

/** Packages that stay outside: with a binary, or larger than all the rest and needed by few commands. */
const EXTERNAL = ['sharp', 'undici', 'yaml'];

/**
 * Puts the command line, with the rooms and packages that each command needs, into a few files: reading some four hundred
 * small ones took most of the time of a short command.
 */
export async function bundleCommandLine(): Promise<void> {
  const folder = join(DIST, 'cli');
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(folder, 'main.js')],
    outdir: folder,
    bundle: true,
    splitting: true,
    write: false,
    allowOverwrite: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: EXTERNAL,
    minify: true,
    legalComments: 'none',
    metafile: true,
    // Packages written as CommonJS ask for modules of Node.
    banner: {
      js: "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);",
    },
  });
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const { path, contents } of outputFiles) writeFileSync(path, contents, { mode: 0o755 });
  writeScope(folder);
  writeFileSync(join(folder, 'LICENSES.txt'), licences(packagesIn(Object.keys(metafile.inputs))));
}

/** Folders of the packages that the files belong to. */
function packagesIn(files: readonly string[]): string[] {
  const folders = files.flatMap(file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].toSorted();
}

/** What the licences of the packages ask to be handed on with them. */
function licences(folders: readonly string[]): string {
  return folders.map(folder => licenceOf(join(ROOT, folder))).join('\n---\n\n');
}

function licenceOf(folder: string): string {
  const { name, version, license, author }: Record<string, unknown> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find(entry => /^(?:licen[cs]e|copying)/i.test(entry));
  const text =
    file === undefined
      ? `${license}, ${typeof author === 'string' ? author : JSON.stringify(author)}`
      : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version}\n\n${text}\n`;
}
