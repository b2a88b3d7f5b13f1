import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tally } from '../test/support/tally.ts';

const PAGE = resolve(import.meta.dirname, '../docs/verification.md');
const BEGIN = '<!-- judged -->';
const END = '<!-- /judged -->';

/** A row with the verdict of its test. */
export interface JudgedRow extends Tally {
  readonly hasAgreed: boolean;
}

/** What outside programs said; with VERIFICATION=write the table in docs/verification.md is made anew. */
export function tallyTable(rows: readonly JudgedRow[]): string {
  const sorted = rows.toSorted((a, b) => (a.subject + a.oracle < b.subject + b.oracle ? -1 : 1));
  const lines = sorted.map(({ subject, oracle, cases, excused = 0, fault = '', hasAgreed }) => {
    const agreed = hasAgreed ? cases - excused : '?';
    return `| ${subject} | ${oracle} | ${cases} | ${agreed} | ${excused} | ${hasAgreed ? 0 : 'some'} | ${fault} |`;
  });
  const head = [
    '| judged | by | cases | agreed | excused | disagreed | faults of the judge |',
    '|---|---|---:|---:|---:|---:|---|',
  ];
  const table = [...head, ...lines].join('\n');
  if (process.env['VERIFICATION'] === 'write') write(table);
  return table;
}

function write(table: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
