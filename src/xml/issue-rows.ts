import { type IssueRows, TEXT_ISSUES, XML_ISSUES } from '../issues/index.ts';

/** Rows of what reading a document finds. */
export const ISSUE_ROWS: IssueRows = { ...TEXT_ISSUES, ...XML_ISSUES };
