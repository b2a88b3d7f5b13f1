import type { Issue } from './issue.ts';

/** What to tell a person to do about a finding: nothing where it is mended, or where its message says it already. */
export function adviceOf({
  message,
  hint,
  fixed,
}: Pick<Issue, 'message' | 'hint' | 'fixed'>): string | undefined {
  return fixed === true || hint === undefined || message.includes(hint) ? undefined : hint;
}
