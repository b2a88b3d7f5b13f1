import { MmsError } from './errors.ts';
import { type Issue, type IssueCode, type IssueDetails, type IssueRows, issueOf } from './issues/index.ts';
import { LIMITS } from './limits.ts';

/** Collects what is odd about a text or a value; in strict mode the first oddity is thrown instead. */
export class Warnings {
  readonly list: Issue[];
  readonly strict: boolean;
  readonly #rows: IssueRows;
  readonly #told: ((warning: Issue) => void) | undefined;

  /**
   * @param rows those of the codes that are noted
   * @param list where the findings go, so that a caller may gather those of several steps
   * @param told gets each one when it is found
   */
  constructor(rows: IssueRows, strict = false, list: Issue[] = [], told?: (warning: Issue) => void) {
    this.#rows = rows;
    this.strict = strict;
    this.list = list;
    this.#told = told;
  }

  /** Notes what is allowed and yet worth knowing; strict mode lets it pass. */
  note(code: IssueCode, message: string, details: Pick<IssueDetails, 'path' | 'line' | 'hint'> = {}) {
    if (this.list.length < LIMITS.maxWarnings) this.list.push(issueOf(this.#rows, code, message, details));
  }

  /**
   * Notes a departure.
   * @throws MmsError of the same code in strict mode
   */
  warn(
    code: IssueCode,
    message: string,
    details: Pick<IssueDetails, 'path' | 'offset' | 'line' | 'hint'> = {},
  ) {
    if (this.strict) throw new MmsError(code, message, details);
    if (this.list.length >= LIMITS.maxWarnings) return;
    const warning = issueOf(this.#rows, code, message, details, 'warning');
    this.list.push(warning);
    this.#told?.(warning);
  }
}
