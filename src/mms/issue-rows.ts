import { type IssueRows, MMS_ISSUES, WSP_ISSUES } from '../issues/index.ts';

/** Rows of what reading and writing PDUs warns of. */
export const ISSUE_ROWS: IssueRows = { ...WSP_ISSUES, ...MMS_ISSUES };
