import { CARDS_ISSUES, type IssueRows, TEXT_ISSUES } from '../issues/index.ts';

/** Rows of what reading and writing cards warns of. */
export const ISSUE_ROWS: IssueRows = { ...TEXT_ISSUES, ...CARDS_ISSUES };
