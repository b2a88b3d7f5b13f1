import { ISSUE_CODES, type IssueCode, isRule, RULE_CODES, type RuleDetails } from '../issues/index.ts';
import { isMendedByCompletion } from '../smil/index.ts';
import type { LintRuleRow } from './rule.ts';

const REWRITTEN: RuleDetails = { fix: 'compose rewrites the document inside MMS SMIL' };

/** What sets a rule apart; nothing for the code of a finding that is not a rule. */
export function ruleDetails(code: IssueCode): RuleDetails {
  if (isMendedByCompletion(code)) return REWRITTEN;
  return isRule(code) ? ISSUE_CODES[code].rule : {};
}

/** Every rule that `lint` knows, whether it or a reader judges by it. */
export const LINT_RULES: readonly LintRuleRow[] = RULE_CODES.map(code => ({ code, ...ruleDetails(code) }));
