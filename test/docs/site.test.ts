import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadLinks, endsOfHtml, endsOfMarkdown } from '../../scripts/docs/links.ts';
import { sourcePages } from '../../scripts/docs/pages.ts';
import { planBesideSite } from '../../scripts/docs/plan.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const pages = sourcePages();

describe('beside the site', () => {
  const planned = planBesideSite(new Map([...pages, ['api/mms/index.md', '# mms\n\nPDUs. And more.\n']]));
  const llms = planned.get('llms.txt') ?? '';

  it('stands the Markdown of every page', () => {
    const guides = readdirSync(join(ROOT, 'docs')).filter(name => name.endsWith('.md'));
    expect(guides.length).toBeGreaterThan(10);
    for (const name of guides) {
      expect(planned.get(name), name).toBe(readFileSync(join(ROOT, 'docs', name), 'utf8'));
    }
    for (const code of Object.keys(ISSUE_CODES)) expect(planned.get(`codes/${code}.md`)).toContain(code);
    expect(planned.size).toBe(guides.length + Object.keys(ISSUE_CODES).length + 2);
  });

  it('names llms.txt every page once, with its title', () => {
    const named = [...llms.matchAll(/^- \[[^\]\n]+\]\(([^)]+)\)/gm)].map(([, path]) => path);
    expect(named.sort()).toEqual([...planned.keys()].filter(path => path !== 'llms.txt').sort());
    expect(llms).toContain('\n- [mms](api/mms/index.md): PDUs.\n');
    expect(llms).toMatch(/^# mms-composer\n\n> .+\n\n## Guides and reference\n\n/);
  });
});

describe('links', () => {
  it('of the pages and of the root lead to a page, and a heading of it', () => {
    const root = readdirSync(ROOT).filter(name => name.endsWith('.md'));
    const all = [
      ...[...pages].map(([path, text]) => [`docs/${path}`, endsOfMarkdown(text)] as const),
      ...root.map(name => [name, endsOfMarkdown(readFileSync(join(ROOT, name), 'utf8'))] as const),
    ];
    expect(all.flatMap(([, { links }]) => links).length).toBeGreaterThan(20);
    // TypeDoc writes the API when the site is built, which looks at these links then.
    const isThere = (path: string): boolean => path.startsWith('docs/api/') || existsSync(join(ROOT, path));
    expect(deadLinks(new Map(all), isThere)).toEqual([]);
  });

  it('of the home page and of the menu lead to every guide', () => {
    const home = endsOfMarkdown(pages.get('index.md') ?? '').links;
    const guides = [...pages.keys()].filter(path => !path.includes('/') && path !== 'index.md');
    expect(guides.filter(path => !home.includes(path))).toEqual([]);
    const menu = readFileSync(join(ROOT, 'docs/.vitepress/config.ts'), 'utf8');
    expect(guides.filter(path => !menu.includes(`link: '/${path.slice(0, -'.md'.length)}'`))).toEqual([]);
  });

  it('of guides stay within the site', () => {
    const outside = [...pages].flatMap(([path, text]) =>
      endsOfMarkdown(text)
        .links.filter(link => link.startsWith('../') && !path.includes('/'))
        .map(link => `${path}: ${link}`),
    );
    expect(outside).toEqual([]);
  });

  it('would be found dead', () => {
    const one = endsOfMarkdown('# One\n\n[a](two.md#there) [b](two.md#gone) [c](gone.md) `[d](gone.md)`\n');
    const two = endsOfMarkdown('## … There?\n\n[a](#there) [b](#gone) [c](https://example.com/gone)\n');
    const pages = new Map([
      ['one.md', one],
      ['two.md', two],
    ]);
    expect(deadLinks(pages, () => false)).toEqual([
      'one.md: two.md#gone',
      'one.md: gone.md',
      'two.md: #gone',
    ]);

    const html = endsOfHtml('<h1 id="top">T</h1><a href="../b.html#gone">b</a><a href="/">home</a>');
    expect(deadLinks(new Map([['x/a.html', html]]), path => path === 'index.html')).toEqual([
      'x/a.html: ../b.html#gone',
    ]);
  });
});
