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
export type IssueDetails = Partial<Omit<Issue, 'code' | 'message' | 'clause'>>;

/** Rows of codes: those of one room, or of the few that a reader may raise. */
export type IssueRows = Readonly<Partial<Record<IssueCode, IssueCodeRow>>>;

/** Makes an {@link Issue} whose severity and clause come from the row of its code unless `details` says otherwise. */
export function issueOf<Rows extends IssueRows>(
  rows: Rows,
  code: IssueCode & keyof Rows,
  message: string,
  details: IssueDetails = {},
): Issue {
  const row: IssueCodeRow | undefined = rows[code];
  return {
    code,
    severity: row?.severity ?? 'error',
    message: messageText(message),
    ...(row?.clause === undefined ? {} : { clause: row.clause }),
    ...details,
    ...(details.hint === undefined ? {} : { hint: hintText(details.hint) }),
  };
}
