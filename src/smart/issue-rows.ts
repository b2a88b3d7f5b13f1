import { BITMAP_ISSUES, type IssueRows, RINGTONE_ISSUES, SMART_ISSUES } from '../issues/index.ts';

/** Rows of what reading messages warns of, with the pictures and tunes in them. */
export const ISSUE_ROWS: IssueRows = { ...BITMAP_ISSUES, ...RINGTONE_ISSUES, ...SMART_ISSUES };
