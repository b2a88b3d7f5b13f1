import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { buildSync, transformSync } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

const LIKE_THE_COMPILER = {
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
} as const;

/** A file of our own behind `from` or in `import()`, its name without `.ts`. */
const LOCAL_IMPORT = /(\b(?:from\s*|import\(\s*)["'])(\.[^"']+)\.ts(?=["'])/g;

/** Sources as JavaScript in a folder of their own, which plain Node can run. */
export interface Compiled {
  readonly folder: string;
  /** Writes a script beside them; its imports name our files as `./room/file.js`. */
  script(name: string, source: string): string;
  remove(): void;
}

/**
 * Compiles files of `src/`, types unchecked, for child processes: Node 20 runs no TypeScript, and a loader would spoil
 * measures of memory. What they import comes with them in a few files, since Node takes a while to load hundreds.
 */
export function compileForChild(...files: readonly string[]): Compiled {
  const compiled = emptyFolder();
  buildSync({
    entryPoints: files.map(file => join(SRC, file)),
    outbase: SRC,
    outdir: compiled.folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    ...LIKE_THE_COMPILER,
  });
  return compiled;
}

/** As {@link compileForChild}, but each source gives a file of its own, as what finds a neighbour by its place needs. */
export function compileFilesForChild(...files: readonly string[]): Compiled {
  const compiled = emptyFolder();
  const seen = new Set<string>();
  for (const file of files) compile(join(SRC, file), compiled.folder, seen);
  return compiled;
}

function emptyFolder(): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    script(name, source) {
      const path = join(folder, name);
      writeFileSync(path, source);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function compile(file: string, folder: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    loader: 'ts',
    ...LIKE_THE_COMPILER,
  });
  const target = join(folder, relative(SRC, file).replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  const imported: string[] = [];
  const script = code.replace(LOCAL_IMPORT, (_, before: string, specifier: string) => {
    imported.push(specifier);
    return `${before}${specifier}.js`;
  });
  writeFileSync(target, script);
  for (const specifier of imported) compile(resolve(dirname(file), `${specifier}.ts`), folder, seen);
}
