import { MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';

/**
 * Stops when there is an error among the findings that was not mended.
 * @throws MmsError with the code and place of the first one; `details.issues` has all findings
 */
export function refuseErrors(issues: readonly Issue[]): void {
  const errors = issues.filter(({ severity, fixed }) => severity === 'error' && fixed !== true);
  const [first] = errors;
  if (first === undefined) return;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new MmsError(first.code, `${first.message}${more}`, {
    path: first.path ?? first.file,
    offset: first.offset,
    hint: first.hint,
    details: { issues },
  });
}
