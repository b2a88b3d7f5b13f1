import type { Issue, Severity } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Findings as workflow commands, which GitHub shows beside the lines of a pull request. */
export function formatFindingsGithub(issues: readonly Issue[]): string {
  return issues.map(found => `${annotation(found)}\n`).join('');
}

function annotation(found: Issue): string {
  const { severity, code, message, path, fixed } = found;
  const properties = [...location(found), `title=${escapeProperty(code)}`].join(',');
  const text = `${path === undefined ? '' : `${path}: `}${message}${fixed === true ? ' [fixed]' : ''}`;
  return `::${COMMAND[severity]} ${properties}::${escapeData(printable(text))}`;
}

/** A line inside a message file is not a line of that file. */
function location({ file, line, column }: Issue): string[] {
  if (file === undefined) return [];
  const [name = '', inside] = file.split('#');
  const at = `file=${escapeProperty(name)}`;
  if (inside !== undefined || line === undefined) return [at];
  return [at, `line=${line}`, `col=${column ?? 1}`];
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
