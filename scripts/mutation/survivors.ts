import type { EquivalentMutant } from '../../test/mutants.ts';
import type { Mutant, Report } from './report.ts';

/** A change that no test noticed, where it stands today. */
export interface Survivor {
  readonly file: string;
  readonly lineNumber: number;
  readonly line: string;
  readonly from: string;
  readonly to: string;
  /** No test even reaches its place. */
  readonly isReached: boolean;
}

/** The changes that were tried and not noticed; what only ran while modules were loaded was not tried. */
export function survivorsOf(
  mutants: readonly Mutant[],
  report: Pick<Report, 'killed' | 'covered' | 'atLoad'>,
  sourceOf: (file: string) => string,
): Survivor[] {
  const [killed, covered, atLoad] = [report.killed, report.covered, report.atLoad].map(ids => new Set(ids));
  return mutants
    .filter(({ id, status }) => status === undefined && !killed?.has(id))
    .filter(({ id }) => covered?.has(id) || !atLoad?.has(id))
    .map(({ id, fileName, location: { start, end }, replacement }) => {
      const lines = sourceOf(fileName).split('\n');
      return {
        file: fileName,
        lineNumber: start.line + 1,
        line: (lines[start.line] ?? '').trim(),
        from: firstLine(textBetween(lines, start, end)),
        to: firstLine(replacement),
        isReached: covered?.has(id) === true,
      };
    });
}

function textBetween(
  lines: readonly string[],
  start: Mutant['location']['start'],
  end: Mutant['location']['end'],
): string {
  return lines
    .slice(start.line, end.line + 1)
    .map((line, index, { length }) => (index === length - 1 ? line.slice(0, end.column) : line))
    .map((line, index) => (index === 0 ? line.slice(start.column) : line))
    .join('\n');
}

function firstLine(text: string): string {
  const [first = '', ...more] = text.split('\n');
  return more.length > 0 ? `${first} …` : first;
}

/** A row of the table, with its file. */
export type Row = EquivalentMutant & { readonly file: string };

/** What the survivors say about the table of equivalent changes. */
export interface Verdict {
  /** Survivors that the table does not list. */
  readonly unlisted: readonly Survivor[];
  /** Rows about the files whose change did not survive. */
  readonly stale: readonly Row[];
}

/** Compares the survivors of the files with the rows about them. */
export function judge(survivors: readonly Survivor[], rows: readonly Row[]): Verdict {
  return {
    unlisted: survivors.filter(survivor => !rows.some(row => isSame(row, survivor))),
    stale: rows.filter(row => !survivors.some(survivor => isSame(row, survivor))),
  };
}

function isSame(row: Row, { file, line, from, to }: Survivor): boolean {
  return row.file === file && row.line === line && (row.from ?? from) === from && (row.to ?? to) === to;
}
