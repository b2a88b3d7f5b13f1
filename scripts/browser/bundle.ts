import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

export const ROOT = join(import.meta.dirname, '../..');

/** What `import()` asks for later (archives, pictures, YAML) goes into files of its own, as in an application. */
export const FOR_BROWSERS = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

/** Octets of a bundle that a page loads before anything runs. */
export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
}

/** What a page imports of each subpath: all of it, or the names of some exports. */
export type Loads = Readonly<Record<string, '*' | readonly string[]>>;

/** What it is called, such as `mms + wsp` or `encodeSms`. */
export function nameOfLoads(loads: Loads): string {
  return Object.entries(loads)
    .map(([subpath, names]) => (names === '*' ? subpath : names.join(' + ')))
    .join(' + ');
}

/** The size of a page's bundle that imports these: `{ mms: '*', sms: ['encodeSms'] }`. */
export async function bundleSize(loads: Loads): Promise<BundleSize> {
  const contents = Object.entries(loads)
    .map(([subpath, names]) => {
      const exported = names === '*' ? `* as ${subpath}` : `{ ${names.join(', ')} }`;
      return `export ${exported} from './src/public/${subpath}.ts';`;
    })
    .join('\n');
  const { outputFiles, metafile } = await build({
    ...FOR_BROWSERS,
    stdin: { contents, resolveDir: ROOT },
    outdir: 'dist',
    splitting: true,
    minify: true,
    metafile: true,
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const loaded = loadedFirst('dist/stdin.js', metafile.outputs);
  const octets = [...loaded].map(name => files.get(join(ROOT, name)) ?? new Uint8Array());
  return {
    minified: octets.reduce((sum, { length }) => sum + length, 0),
    gzipped: octets.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  };
}

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

function loadedFirst(entry: string, outputs: Readonly<Record<string, Output>>, seen = new Set<string>()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const { path, kind } of outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement') loadedFirst(path, outputs, seen);
  }
  return seen;
}
