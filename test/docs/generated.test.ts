import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePages } from '../../scripts/docs/code-pages.ts';
import { commandsPage, tablesPage } from '../../scripts/docs/reference.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { formatOverview, formatUsage } from '../../src/cli/print/help.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';

const DOCS = join(import.meta.dirname, '../../docs');

describe('pages that are written from the code', () => {
  it('are up to date', async () => {
    expect(readFileSync(join(DOCS, 'commands.md'), 'utf8')).toBe(await commandsPage());
    expect(readFileSync(join(DOCS, 'tables.md'), 'utf8')).toBe(tablesPage());
  });

  it('are one for each code', () => {
    expect([...codePages().keys()]).toEqual(Object.keys(ISSUE_CODES).map(code => `codes/${code}.md`));
  });
});

/** Lines and columns of a terminal. */
const SCREEN = { lines: 40, columns: 80 } as const;

function linesOf(page: string): string[] {
  expect(page.endsWith('\n')).toBe(true);
  return page.slice(0, -1).split('\n');
}

function widthOf(lines: readonly string[]): number {
  return Math.max(...lines.map(({ length }) => length));
}

describe('help', () => {
  it('of all commands fits a screen and begins with an example', () => {
    const lines = linesOf(formatOverview());
    expect([lines.length <= SCREEN.lines, widthOf(lines) <= SCREEN.columns]).toEqual([true, true]);
    expect(lines[0]).toMatch(/^example: mms /);
    for (const { summary } of COMMANDS) expect(lines).toContainEqual(expect.stringMatching(`  ${summary}$`));
  });

  it.each(COMMANDS)('of $name fits a screen and begins with an example', async row => {
    const lines = linesOf(formatUsage(row, await row.load()));
    expect(lines.length).toBeLessThanOrEqual(SCREEN.lines);
    expect(widthOf(lines)).toBeLessThanOrEqual(SCREEN.columns);
    expect(lines.slice(0, 4)).toEqual([row.summary, '', `example: ${row.example}`, '']);
    expect(row.example).toMatch(new RegExp(`^mms ${row.name}\\b`));
  });

  it.each(COMMANDS)('of $name with --all tells every option, and none that there is not', async row => {
    const command = await row.load();
    const lines = linesOf(formatUsage(row, command, { all: true }));
    expect(widthOf(lines)).toBeLessThanOrEqual(SCREEN.columns);
    const terms = [...command.help, ...(command.rest ?? [])]
      .flatMap(({ rows }) => rows)
      .map(([term]) => term)
      .join(' ');
    const told = terms.match(/(?<=^|[\s[])--?[a-z][a-z-]*/g) ?? [];
    const options = Object.entries(command.options).map(([name, { short }]) =>
      short === undefined ? `--${name}` : `-${short}`,
    );
    expect(new Set(told)).toEqual(new Set(options));
  });

  it('names the page with more options where there are some', async () => {
    for (const row of COMMANDS) {
      const command = await row.load();
      const pointer = `More options: mms help ${row.name} --all\n`;
      expect(formatUsage(row, command).includes(pointer)).toBe(command.rest !== undefined);
      expect(formatUsage(row, command, { all: true })).not.toContain(pointer);
    }
  });
});
