import { ISSUE_CODES, type IssueCode } from './codes.ts';
import { type Issue, type IssueDetails, issueOf } from './issue.ts';

/** Makes an {@link Issue} of any code: for rooms that judge what others raise, and have all the rows with them anyway. */
export function issue(code: IssueCode, message: string, details: IssueDetails = {}): Issue {
  return issueOf(ISSUE_CODES, code, message, details);
}
