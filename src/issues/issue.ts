import { hintText, messageText } from '../printable.ts';
import type { IssueCode } from './codes.ts';
import type { IssueCodeRow, Severity } from './row.ts';

/** A finding about an input, as data. Only the caller decides whether to stop. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  /** Place inside the value, such as `slides[1].image` or `parts[2].contentType`. */
  readonly path?: string;
  /** Octets from the start of the input. */
  readonly offset?: number;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** What to do about it. */
  readonly hint?: string;
  readonly clause?: string;
  /** True when the composer mended it. */
  readonly fixed?: boolean;
}

/** Where a finding is and what to do: the parts of an {@link Issue} that the table does not hold. */
export type IssueDetails = {
  readonly [Key in Exclude<keyof Issue, 'code' | 'message' | 'clause'>]?: Issue[Key] | undefined;
};

/** Rows of codes: those of one room, or of the few that a reader may raise. */
export type IssueRows = Readonly<Partial<Record<IssueCode, IssueCodeRow>>>;

type Written = { -readonly [Key in keyof Issue]: Issue[Key] };

/**
 * Makes an {@link Issue} whose clause comes from the row of its code, and its severity too unless `details` or the last
 * argument says otherwise. Key by key: decoders of damaged octets make thousands, and spreading takes thrice as long.
 */
export function issueOf<Rows extends IssueRows>(
  rows: Rows,
  code: IssueCode & keyof Rows,
  message: string,
  details: IssueDetails = {},
  severity = details.severity,
): Issue {
  const row: IssueCodeRow | undefined = rows[code];
  const issue: Written = {
    code,
    severity: severity ?? row?.severity ?? 'error',
    message: messageText(message),
  };
  if (row?.clause !== undefined) issue.clause = row.clause;
  if (details.path !== undefined) issue.path = details.path;
  if (details.offset !== undefined) issue.offset = details.offset;
  if (details.file !== undefined) issue.file = details.file;
  if (details.line !== undefined) issue.line = details.line;
  if (details.column !== undefined) issue.column = details.column;
  if (details.hint !== undefined) issue.hint = hintText(details.hint);
  if (details.fixed !== undefined) issue.fixed = details.fixed;
  return issue;
}
