import type { Issue, IssueCode } from './issues/index.ts';
import { hintText, messageText } from './printable.ts';

/** What an {@link MmsError} carries beside its code and message. */
export interface MmsErrorOptions {
  /** Place inside the value, such as `slides[1].image` or `parts[2].contentType`. */
  readonly path?: string | undefined;
  /** Octets from the start of the input (decoders only). */
  readonly offset?: number | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
  readonly details?: MmsErrorDetails | undefined;
}

/** Data that belongs to an error. */
export interface MmsErrorDetails {
  /** All findings about an invalid input. */
  readonly issues?: readonly Issue[];
  /** What is known about a submission that failed; `submissionResultOf` of the submission room gives it its type. */
  readonly result?: unknown;
  /** Where the octets of a message are that cannot be made small enough: the `SizeReport` of the presentation room. */
  readonly sizes?: unknown;
}

/**
 * The one error of this library: the input is refused. `code` is stable (a key of `ISSUE_CODES`), `path` or `offset`
 * says where, `hint` what to do. Wrong use of the API itself is a `TypeError` instead.
 */
export class MmsError extends Error {
  override readonly name = 'MmsError';
  readonly code: IssueCode;
  readonly path?: string;
  readonly offset?: number;
  readonly hint?: string;
  readonly details?: MmsErrorDetails;

  constructor(code: IssueCode, message: string, options: MmsErrorOptions = {}) {
    super(messageText(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.path !== undefined) this.path = options.path;
    if (options.offset !== undefined) this.offset = options.offset;
    if (options.hint !== undefined) this.hint = hintText(options.hint);
    if (options.details !== undefined) this.details = options.details;
  }
}

/** True for an {@link MmsError}, also one of another copy of this package. */
export function isMmsError(error: unknown): error is MmsError {
  return error instanceof Error && error.name === 'MmsError' && 'code' in error;
}

/** Why something failed, in words: what is thrown need not be an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of an error as a text; its name where it has none (an AbortError's code is a number). */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What a reader or writer gives; `undefined` of an input that it refuses. */
export function unlessRefused<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}

/**
 * The error about the errors among findings that were not mended; `undefined` when there are none.
 * @param code what the refusal as a whole is called; else it has the code of the first finding
 */
function errorOfIssues(issues: readonly Issue[], code?: IssueCode): MmsError | undefined {
  const errors = issues.filter(({ severity, fixed }) => severity === 'error' && fixed !== true);
  const [first] = errors;
  if (first === undefined) return undefined;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const place = code === undefined || first.path === undefined ? '' : `${first.path}: `;
  return new MmsError(code ?? first.code, `${place}${first.message}${more}`, {
    path: first.path ?? first.file,
    offset: first.offset,
    hint: first.hint,
    details: { issues },
  });
}

/**
 * Stops when there is an error among the findings that was not mended.
 * @throws MmsError with the place of the first one; `details.issues` has all findings
 */
export function refuseErrors(issues: readonly Issue[], code?: IssueCode): void {
  const error = errorOfIssues(issues, code);
  if (error !== undefined) throw error;
}
