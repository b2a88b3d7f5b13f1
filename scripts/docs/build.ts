import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../browser/bundle.ts';
import { deadLinks, endsOfHtml } from './links.ts';
import { apiPages, DOCS, type Pages, sourcePages } from './pages.ts';
import { planBesideSite } from './plan.ts';

/*
 * Builds the documentation into out/docs: the guides, a page for each code, the API from the declarations; then the
 * Markdown of every page beside it, and llms.txt, which lists them. Any warning and any dead link ends it.
 */

const OUT = join(ROOT, 'out/docs');

function run(program: string, ...args: readonly string[]): void {
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', program), args, {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}

function writeAll(folder: string, files: Pages): void {
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** What the inputs on the pages of codes make the program print. */
function printedByRaises(): ReadonlyMap<string, string> {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'run-raises.ts')],
    { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`the inputs of the pages of codes ended with ${status}`);
  return new Map(Object.entries<string>(JSON.parse(stdout)));
}

/** VitePress looks for pages that are not there; this looks for places within them too, in what it has built. */
function checkLinks(): void {
  const names = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.html'),
  );
  const pages = new Map(names.map(name => [name, endsOfHtml(readFileSync(join(OUT, name), 'utf8'))]));
  const dead = deadLinks(pages, path => existsSync(join(OUT, path)));
  if (dead.length > 0) throw new Error(`dead links:\n${dead.join('\n')}`);
}

for (const folder of ['codes', 'api']) rmSync(join(DOCS, folder), { recursive: true, force: true });
const sources = sourcePages(printedByRaises());
writeAll(DOCS, new Map([...sources].filter(([name]) => name.startsWith('codes/'))));
run('typedoc');
run('vitepress', 'build', 'docs');
const pages = new Map([...sources, ...apiPages()]);
writeAll(OUT, planBesideSite(pages));
checkLinks();
console.log(`${OUT}: ${pages.size} pages, each with its Markdown`);
