import { type IssueRows, MESSAGE_ISSUES, SMIL_ISSUES, TEXT_ISSUES, XML_ISSUES } from '../issues/index.ts';

/** Rows of what is found in a document: as XML, as SMIL, and about the parts that it names. */
export const ISSUE_ROWS: IssueRows = { ...TEXT_ISSUES, ...XML_ISSUES, ...SMIL_ISSUES, ...MESSAGE_ISSUES };
