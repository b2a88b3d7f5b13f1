import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../browser/bundle.ts';
import { codePages } from './code-pages.ts';

/*
 * Builds the documentation into out/docs: the guides, a page for each code, the API from the declarations; then the
 * Markdown of every page beside it, and llms.txt, which lists them.
 */

const DOCS = join(ROOT, 'docs');
const OUT = join(ROOT, 'out/docs');

function run(program: string, ...args: readonly string[]): void {
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', program), args, {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

for (const folder of ['codes', 'api']) rmSync(join(DOCS, folder), { recursive: true, force: true });
for (const [name, page] of codePages()) write(join(DOCS, name), page);
run('typedoc');
run('vitepress', 'build', 'docs');

const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .sort();
for (const name of pages) cpSync(join(DOCS, name), join(OUT, name));
const titles = pages.map(name => {
  const title = /^# (.*)$/m.exec(readFileSync(join(DOCS, name), 'utf8'))?.[1] ?? name;
  return `- [${title}](${name})`;
});
write(
  join(OUT, 'llms.txt'),
  `# mms-composer\n\n> Compose MMS presentations and encode mobile-messaging payloads, locally.\n\n${titles.join('\n')}\n`,
);
console.log(`${OUT}: ${pages.length} pages, each with its Markdown`);
