import type { IssueCode, RuleCode, RuleDetails, Severity } from '../issues/index.ts';
import type { LintContext } from './context.ts';

/** One departure that a rule found. */
export interface LintFinding {
  readonly message: string;
  readonly path?: string;
  /** In the SMIL document. */
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
  /** Where this finding matters less than the rule. */
  readonly severity?: Severity;
}

/** A rule, which lint or a reader judges by; its severity, source and title stand in `ISSUE_CODES`. */
export interface LintRuleRow extends RuleDetails {
  readonly code: IssueCode;
}

/** What lint itself judges by a rule. */
export interface LintRule {
  readonly code: RuleCode;
  readonly check: (context: LintContext) => readonly LintFinding[];
}
