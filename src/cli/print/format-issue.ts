import { adviceOf, type Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';
import { inColourOf } from '../colours.ts';
import type { CliContext } from '../command.ts';
import { wipeProgress } from './progress.ts';

/** One finding in one line: place, severity, code, message. */
function formatIssue(
  { code, severity, message, path, offset, file, line, column, fixed }: Issue,
  hasColours = false,
): string {
  const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  const isPartsFile = file !== undefined && path !== undefined && /^parts\[\d+\]$/.test(path);
  const places = [
    file === undefined ? undefined : `${file}${position}`,
    isPartsFile ? undefined : path,
    offset === undefined ? undefined : `offset ${offset}`,
  ].filter(place => place !== undefined);
  const place = places.length === 0 ? '' : `${printable(places.join(' '))}  `;
  const shown = hasColours ? inColourOf(severity, severity) : severity;
  return `${place}${shown}  ${code}  ${printable(message)}${fixed === true ? '  [fixed]' : ''}`;
}

/** What was told in a run: the outputs of a manifest share most of their findings. */
const told = new WeakMap<CliContext, Set<string>>();

/** Tells the findings that a person should see, all but those for the curious, each once, and below what to do. */
export function tellIssues(issues: readonly Issue[], context: CliContext): void {
  const known = told.get(context) ?? new Set();
  told.set(context, known);
  wipeProgress(context);
  for (const issue of issues) {
    const found = context.inWords?.(issue) ?? issue;
    const line = formatIssue(found);
    if (found.severity === 'info' || known.has(line)) continue;
    known.add(line);
    context.stderr.write(`${formatIssue(found, context.hasErrorColours)}\n`);
    const advice = adviceOf(found);
    if (advice === undefined || known.has(advice)) continue;
    known.add(advice);
    context.stderr.write(`  ${printable(advice)}\n`);
  }
}
