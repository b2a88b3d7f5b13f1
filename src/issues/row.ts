/** How much a finding matters: an error stops the job, a warning names an effect, info is for the curious. */
export type Severity = 'error' | 'warning' | 'info';

/** What the table of codes says about one code. */
export interface IssueCodeRow {
  readonly severity: Severity;
  /** What the code means, one line, lower case. */
  readonly title: string;
  /** The document and clause, or the implementation, that the rule comes from. */
  readonly clause?: string;
}
