import { formatPath } from '../bytes/index.ts';
import { type Issue, type IssueCode, issue } from '../issues/index.ts';
import type { Finding, Problem } from '../schema/index.ts';

const CODES: Readonly<Record<Problem, IssueCode>> = {
  type: 'manifest/type',
  value: 'manifest/value',
  missing: 'manifest/missing',
  conflict: 'manifest/conflict',
  'unknown-key': 'manifest/unknown-key',
  'unknown-variable': 'manifest/unknown-variable',
  'too-deep': 'manifest/too-deep',
  'too-large': 'manifest/too-large',
};

/** A problem of a manifest as an {@link Issue}. */
export function toIssue({ problem, message, path, hint }: Finding): Issue {
  return issue(CODES[problem], message, {
    ...(path.length === 0 ? {} : { path: formatPath(path) }),
    ...(hint === undefined ? {} : { hint }),
  });
}
