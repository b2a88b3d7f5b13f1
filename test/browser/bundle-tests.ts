import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { FOR_BROWSERS, ROOT } from '../../scripts/browser/bundle.ts';

const VECTORS = 'test/vectors';

/** Files that tests read, as octets in Base64 by their path from the root, and those that stand in for modules of Node. */
const STANDINS: Readonly<Record<string, string>> = {
  vitest: `export * from '/test/browser/expectation.ts';`,
  'node:path': `
    export const join = (...parts) => parts.join('/').split('/').reduce((path, part) =>
      part === '..' ? path.slice(0, -1) : part === '.' || part === '' ? path : [...path, part], []).join('/');
    export const resolve = join;`,
  'node:fs': `
    import { join } from 'node:path';
    import files from 'files:';
    const nameOf = path => join(path instanceof URL ? path.pathname : path);
    export function readFileSync(path, encoding) {
      const file = files[nameOf(path)];
      if (file === undefined) throw new Error('no file ' + nameOf(path));
      const bytes = Uint8Array.from(atob(file), character => character.charCodeAt(0));
      const text = () => new TextDecoder().decode(bytes);
      return encoding === undefined ? Object.assign(bytes, { toString: text }) : text();
    }
    export function readdirSync(path) {
      const folder = nameOf(path) + '/';
      const names = Object.keys(files).filter(name => name.startsWith(folder));
      return [...new Set(names.map(name => name.slice(folder.length).split('/')[0]))];
    }`,
};

/** Puts stand-ins in the place of what only Node has; the library itself is bundled as it is. */
const inBrowser: Plugin = {
  name: 'tests-in-a-browser',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(?:vitest|node:fs|node:path|files:)$/ }, ({ path, importer }) =>
      importer.startsWith(join(ROOT, 'src')) ? undefined : { path, namespace: 'standin' },
    );
    onResolve({ filter: /^\/test\// }, ({ path }) => ({ path: join(ROOT, path) }));
    onLoad({ filter: /.*/, namespace: 'standin' }, ({ path }) => ({
      contents: path === 'files:' ? `export default ${JSON.stringify(files())};` : (STANDINS[path] ?? ''),
      resolveDir: ROOT,
    }));
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(relative(ROOT, dirname(path))))
        .replaceAll('process.env', "({ PROPERTY_FACTOR: '0.1' })")
        .replaceAll('import.meta.url', JSON.stringify(`file:///${relative(ROOT, path)}`)),
      loader: 'ts',
    }));
  },
};

function files(): Record<string, string> {
  const names = readdirSync(join(ROOT, VECTORS), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(names.map(name => [relative(ROOT, name), readFileSync(name, 'base64')]));
}

/** Test files as one script that leaves `runTests` on the page: no module, so it has run when the page goes on. */
export async function bundleTests(names: readonly string[]): Promise<string> {
  const imports = ['support/setup.ts', ...names.map(name => `${name}.test.ts`)]
    .map(name => `import '/test/${name}';`)
    .join('\n');
  const { outputFiles } = await build({
    ...FOR_BROWSERS,
    format: 'iife',
    stdin: {
      contents: `${imports}\nimport { runTests } from 'vitest';\nglobalThis.runTests = runTests;`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    plugins: [inBrowser],
  });
  return outputFiles[0]?.text ?? '';
}
