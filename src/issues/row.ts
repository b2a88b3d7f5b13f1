/** How much a finding matters: an error stops the job, a warning names an effect, info is for the curious. */
export type Severity = 'error' | 'warning' | 'info';

/** What the table of codes says about one code. */
export interface IssueCodeRow {
  readonly severity: Severity;
  /** What the code means, one line, lower case. */
  readonly title: string;
  /** The document and clause, or the implementation, that the rule comes from. */
  readonly clause?: string;
  /** Of a rule of lint, whose level can be set: what is known beyond title and severity. */
  readonly rule?: RuleDetails;
}

/** What sets a rule of lint apart. */
export interface RuleDetails {
  /** About content classes: an error in restricted mode, a warning in warning mode, silent in free mode. */
  readonly byMode?: true;
  /** What `compose` or `adapt` does about it by itself. */
  readonly fix?: string;
}
