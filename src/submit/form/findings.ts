import { type Issue, type IssueCode, type IssueDetails, issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';

/** Notes a finding at the place that the reporter stands for. Gives `undefined`, so that a codec can return it. */
export type Report = (code: IssueCode, message: string, details?: ReportDetails) => undefined;

/** What a report says beside code and message. */
export interface ReportDetails {
  /** Goes behind the path of the reporter, such as `[2]`. */
  readonly within?: string;
  readonly hint?: string | undefined;
}

/** A list of findings with an upper bound, so that a hostile input cannot make it endless. */
export class Findings {
  readonly #issues: Issue[] = [];

  /** What was found so far, in order. */
  get issues(): readonly Issue[] {
    return this.#issues;
  }

  add(code: IssueCode, message: string, details?: IssueDetails): void {
    if (this.#issues.length < LIMITS.maxWarnings) this.#issues.push(issue(code, message, details));
  }

  addAll(issues: readonly Issue[]): void {
    this.#issues.push(...issues.slice(0, LIMITS.maxWarnings - this.#issues.length));
  }

  /** A reporter for one place; `about` is the hint where a report has none. */
  at(path: string, about?: string): Report {
    return (code, message, { within = '', hint = about } = {}) => {
      const full = `${path}${within}`;
      this.add(code, message, { ...(full !== '' && { path: full }), ...(hint !== undefined && { hint }) });
      return undefined;
    };
  }
}
