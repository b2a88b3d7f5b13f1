import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { DIST, ROOT, TARGET, writeScope } from './folders.ts';
import { licencesOf } from './licences.ts';

/** Packages that stay outside: with a binary, or larger than all the rest and needed by few commands. */
const EXTERNAL = ['sharp', 'undici'];
const FOLDER = join(DIST, 'cli');

/** What every start loads, and the command that is to start fast: what it needs beside that goes into one file. */
const EVERY_START = ['main.js', 'process.js', 'print/help.js'];
const FASTEST = ['commands/compose.js', 'input/command-line.js', 'print/option-words.js'];

/**
 * Puts the command line, with the rooms and packages that each command needs, into a few files: reading some four hundred
 * small ones took most of the time of a short command. They are CommonJS, which Node starts with sooner.
 */
export async function bundleCommandLine(): Promise<void> {
  const apart = await bundled();
  const ofAll = modulesBehind(EVERY_START, apart);
  const together = new Set([...modulesBehind(FASTEST, apart)].filter(id => !ofAll.has(id)));
  const chunks = await bundled(together);
  rmSync(FOLDER, { recursive: true });
  mkdirSync(FOLDER);
  for (const { fileName, code } of chunks)
    writeFileSync(join(FOLDER, fileName), ascii(code), { mode: 0o755 });
  writeScope(FOLDER, 'commonjs');
  writeFileSync(join(FOLDER, 'LICENSES.txt'), licencesOf(chunks.flatMap(({ moduleIds }) => moduleIds)));
}

/**
 * V8 keeps a text with other characters in two octets each, and takes longer to read it. Minified once more: printing it
 * anew would make it longer.
 */
function ascii(code: string): string {
  return transformSync(code, { charset: 'ascii', minify: true, target: TARGET }).code;
}

/** The files of the command line; the modules of `together` are in one of them. */
async function bundled(together: ReadonlySet<string> = new Set()): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    cwd: ROOT,
    input: { main: join(FOLDER, 'main.js') },
    platform: 'node',
    external: EXTERNAL,
    // The same as ES modules, of which what is not used is left out.
    resolve: { alias: { yaml: join(ROOT, 'node_modules/yaml/browser/index.js') } },
    transform: { target: TARGET },
    treeshake: { moduleSideEffects: false },
    preserveEntrySignatures: 'allow-extension',
    plugins: [WITHOUT_INDEX],
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await build.generate({
    format: 'cjs',
    minify: true,
    comments: false,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: 'message', test: id => together.has(id) }],
    },
  });
  await build.close();
  return output.filter(file => file.type === 'chunk');
}

/**
 * A room that is loaded late is loaded by a copy of its index: by the index itself, whoever imports one function of the
 * room at the start would load all of it.
 */
const WITHOUT_INDEX: Plugin = {
  name: 'without-index',
  async resolveId(source, importer, { kind }) {
    if (kind !== 'dynamic-import' || !source.endsWith('/index.js')) return null;
    const index = await this.resolve(source, importer);
    return index && `${index.id}?late`;
  },
  load: id => (id.endsWith('?late') ? `export * from ${JSON.stringify(id.replace(/\?late$/, ''))};` : null),
};

/** The modules that are loaded together with some of the command line. */
function modulesBehind(names: readonly string[], chunks: readonly OutputChunk[]): Set<string> {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const wanted = new Set(names.map(name => join(FOLDER, name)));
  const reached = new Set(chunks.filter(({ moduleIds }) => moduleIds.some(id => wanted.has(id))));
  for (const { imports } of reached) {
    for (const name of imports) {
      const chunk = byName.get(name);
      if (chunk !== undefined) reached.add(chunk);
    }
  }
  return new Set([...reached].flatMap(({ moduleIds }) => moduleIds));
}
