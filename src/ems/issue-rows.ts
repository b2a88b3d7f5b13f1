import { EMS_ISSUES, type IssueRows, RINGTONE_ISSUES } from '../issues/index.ts';

/** Rows of what reading and writing items warns of. */
export const ISSUE_ROWS: IssueRows = { ...RINGTONE_ISSUES, ...EMS_ISSUES };
