import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { LIMITS, type LimitName } from '../src/limits.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PAGE = resolve(ROOT, 'SECURITY.md');
const BEGIN = '<!-- limits: scripts/gen-security.ts -->';
const END = '<!-- /limits -->';

/** Writes the table of limits into the page; with `--check` it only tells whether the page is up to date. */
function main(args: readonly string[]): number {
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const made = `${before}${BEGIN}\n\n${limitsTable()}\n\n${END}${after}`;
  if (!args.includes('--check')) writeFileSync(PAGE, made);
  else if (made !== page) {
    console.error(`${PAGE} is out of date: run scripts/gen-security.ts`);
    return 1;
  }
  return 0;
}

function limitsTable(): string {
  const reasons = reasonsOfLimits();
  const rows = Object.entries(LIMITS).map(
    ([name, value]) => `| \`${name}\` | ${shown(name, value)} | ${reasons.get(name) ?? ''} |`,
  );
  return ['| limit | default | why |', '|---|---:|---|', ...rows].join('\n');
}

function shown(name: string, value: number): string {
  const [KiB, MiB] = [1024, 1024 * 1024];
  if (name.endsWith('Bytes') && value % MiB === 0) return `${value / MiB} MiB`;
  if (name.endsWith('Bytes') && value % KiB === 0) return `${value / KiB} KiB`;
  return value.toLocaleString('en-GB');
}

/** The comment in front of each limit, on one line. */
function reasonsOfLimits(): ReadonlyMap<string, string> {
  const text = readFileSync(resolve(ROOT, 'src/limits.ts'), 'utf8');
  const source = ts.createSourceFile('limits.ts', text, ts.ScriptTarget.Latest, true);
  const reasons = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && isLimit(node.name.getText())) {
      const comment = ts.getLeadingCommentRanges(text, node.pos)?.at(-1);
      if (comment !== undefined)
        reasons.set(node.name.getText(), plain(text.slice(comment.pos, comment.end)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return reasons;
}

const isLimit = (name: string): name is LimitName => Object.hasOwn(LIMITS, name);

/** A comment without its marks. */
function plain(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^ *\* ?/gm, '')
    .replace(/\{@link (?:LIMITS\.)?(\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();
}

process.exitCode = main(process.argv.slice(2));
