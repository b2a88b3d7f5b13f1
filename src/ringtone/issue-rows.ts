import { type IssueRows, RINGTONE_ISSUES, TEXT_ISSUES } from '../issues/index.ts';

/** Rows of what reading and writing tunes warns of. */
export const ISSUE_ROWS: IssueRows = { ...TEXT_ISSUES, ...RINGTONE_ISSUES };
