import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ISSUE_CODES } from '../src/issues/index.ts';
import type { IssueCodeRow } from '../src/issues/row.ts';

const FILE = resolve(import.meta.dirname, '../docs/errors.md');

const HEAD = `# Errors and findings

Every \`MmsError\` and every finding carries one of these codes; codes are stable. The severity is that of a finding: what
the library throws has stopped the job, whatever stands here. The documents behind the sources are in
[SOURCES.md](SOURCES.md). This page is made from the tables in \`src/issues\` by \`scripts/gen-errors.ts\`.
`;

/** Writes the table of codes as a page; with `--check` it only tells whether the page is up to date. */
function main(args: readonly string[]): number {
  const page = errorsPage();
  if (args.includes('--check')) return check(page);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, page);
  return 0;
}

function check(page: string): number {
  if (readFileSync(FILE, 'utf8') === page) return 0;
  console.error(`${FILE} is out of date: run scripts/gen-errors.ts`);
  return 1;
}

function errorsPage(): string {
  const subjects = new Map<string, string[]>();
  for (const [code, row] of Object.entries<IssueCodeRow>(ISSUE_CODES)) {
    const subject = code.slice(0, code.indexOf('/'));
    subjects.set(subject, [...(subjects.get(subject) ?? []), lineOf(code, row)]);
  }
  const sections = [...subjects].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(sectionOf);
  return `${HEAD}\n${sections.join('\n')}`;
}

function sectionOf([subject, lines]: readonly [string, readonly string[]]): string {
  return `## ${subject}\n\n| code | severity | meaning | source |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

function lineOf(code: string, { severity, title, clause = '' }: IssueCodeRow): string {
  return `| \`${code}\` | ${severity} | ${title.replaceAll('|', '\\|')} | ${clause} |`;
}

process.exitCode = main(process.argv.slice(2));
