import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePages } from '../../scripts/docs/code-pages.ts';
import { commandsPage, tablesPage } from '../../scripts/docs/reference.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { formatUsage } from '../../src/cli/print/help.ts';
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
const SCREEN = { lines: 50, columns: 132 } as const;

/** Commands whose options are too many for one screen, with their lines. May only fall. */
const LONGER: Readonly<Record<string, number>> = { send: 74 };

describe('help', () => {
  it.each(COMMANDS)('of $name fits a screen and begins with an example', async row => {
    const lines = formatUsage(row, await row.load()).split('\n');
    expect(lines.length).toBeLessThanOrEqual(LONGER[row.name] ?? SCREEN.lines);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(SCREEN.columns);
    expect(row.example).toMatch(new RegExp(`\\bmms ${row.name}\\b`));
  });
});
