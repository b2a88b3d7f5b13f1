import { adviceOf, type Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';

/** How findings are shown. */
export interface FindingFormatOptions {
  /** Severities in colour, for a terminal. */
  readonly colour?: boolean | undefined;
}

/** The colours of SGR (ECMA-48 8.3.117). */
const COLOURS: Readonly<Record<Issue['severity'], number>> = { error: 31, warning: 33, info: 36 };

function inColourOf(severity: Issue['severity'], text: string): string {
  return `\u001b[${COLOURS[severity]}m${text}\u001b[39m`;
}

/**
 * Findings as lines for people, and a line that counts them: `FILE:LINE:COLUMN  severity  code  message  [source]`.
 * Control characters appear as escapes.
 */
export function formatFindingsText(
  issues: readonly Issue[],
  { colour = false }: FindingFormatOptions = {},
): string {
  const rows = issues.map(toRow);
  const widths = [0, 1, 2].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    const severity = issues[index]?.severity;
    if (colour && severity !== undefined) cells[1] = inColourOf(severity, cells[1] ?? '');
    return cells.join('  ').trimEnd();
  });
  return `${[...lines, summary(issues)].join('\n')}\n`;
}

function toRow(found: Issue): string[] {
  const { severity, code, message, clause, fixed } = found;
  const mark = fixed === true ? 'fixed' : clause;
  const advice = severity === 'info' ? undefined : adviceOf(found);
  const told = advice === undefined ? message : `${message}; ${advice}`;
  const words = printable(told) + (mark === undefined ? '' : `  [${mark}]`);
  return [printable(placeOf(found)), severity, code, words];
}

/** File and line where they are known, else the path inside the message. */
function placeOf({ file, line, column, offset, path }: Issue): string {
  const at = line === undefined ? offset : `${line}:${column ?? 1}`;
  const where = [file, at].filter(part => part !== undefined).join(':');
  return line === undefined && path !== undefined
    ? [where, path].filter(part => part !== '').join(' ')
    : where;
}

function summary(issues: readonly Issue[]): string {
  const count = (severity: Issue['severity'], name: string): string[] => {
    const number = issues.filter(found => found.severity === severity).length;
    return number === 0 ? [] : [`${number} ${name}${number === 1 || name === 'info' ? '' : 's'}`];
  };
  const counts = [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'info')];
  if (counts.length === 0) return '✔ no findings';
  const fixed = issues.filter(found => found.fixed === true).length;
  const failed = issues.some(({ severity, fixed: mended }) => severity === 'error' && mended !== true);
  const sign = failed ? '✖' : '✔';
  return `${sign} ${counts.join(', ')}${fixed === 0 ? '' : ` (${fixed} fixed)`}`;
}
