import { MmsError } from '../../errors.ts';
import type { IssueCode } from '../../issues/index.ts';
import { shownName, shownPath } from '../entry-name.ts';

/** The code of a failed system call, such as `ENOENT`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** A finding about one file or folder; `message` continues its name. */
export function fileError(
  code: IssueCode,
  name: string,
  message: string,
  { cause, hint }: { readonly cause?: unknown; readonly hint?: string } = {},
): MmsError {
  return new MmsError(code, `${shownName(name)} ${message}`, { path: shownPath(name), cause, hint });
}
