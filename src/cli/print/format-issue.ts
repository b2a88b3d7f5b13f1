import type { Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';

/** One finding in one line: place, severity, code, message. */
export function formatIssue({
  code,
  severity,
  message,
  path,
  offset,
  file,
  line,
  column,
  fixed,
}: Issue): string {
  const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  const places = [
    file === undefined ? undefined : `${file}${position}`,
    path,
    offset === undefined ? undefined : `offset ${offset}`,
  ].filter(place => place !== undefined);
  const place = places.length === 0 ? '' : `${printable(places.join(' '))}  `;
  return `${place}${severity}  ${code}  ${printable(message)}${fixed === true ? '  [fixed]' : ''}`;
}

/** Findings that a person should see: all but those for the curious. */
export function formatIssues(issues: readonly Issue[]): string {
  return issues
    .filter(({ severity }) => severity !== 'info')
    .map(found => `${formatIssue(found)}\n`)
    .join('');
}
