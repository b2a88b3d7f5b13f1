import type { IssueCode, Severity } from '../issues/index.ts';
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

/** A rule; its severity, source and title stand in `ISSUE_CODES`. */
export interface LintRuleRow {
  readonly code: IssueCode;
  /** About content classes: an error in restricted mode, a warning in warning mode, silent in free mode. */
  readonly byMode?: true;
  /** What `compose` or `adapt` does about it by itself. */
  readonly fix?: string;
}

/** A rule with its check. */
export interface LintRule extends LintRuleRow {
  /** Absent: readers and adaptation raise it. */
  readonly check?: (context: LintContext) => readonly LintFinding[];
}
