import { formatPath } from '../bytes/index.ts';
import { type Issue, type IssueCode, issue } from '../issues/index.ts';
import { LIMITS } from '../limits.ts';

/** Where a value stands: keys, and positions in lists. */
export type Path = readonly (string | number)[];

/** A problem of a manifest, before it is known where in a text it stands. */
export interface Finding {
  readonly code: FindingCode;
  readonly message: string;
  readonly path: Path;
  /** True when the key is at fault, not its value. */
  readonly isKey?: boolean | undefined;
  readonly hint?: string | undefined;
}

type FindingCode = IssueCode & `manifest/${string}`;

/** A place in a manifest, and the list that its problems go to. */
export class Spot {
  readonly path: Path;
  readonly findings: Finding[];

  constructor(path: Path = [], findings: Finding[] = []) {
    this.path = path;
    this.findings = findings;
  }

  /** The place of a key or item of the value here. */
  below(key: string | number): Spot {
    return new Spot([...this.path, key], this.findings);
  }

  /** Notes a problem; those beyond a bound are not kept. */
  report(code: FindingCode, message: string, details: Pick<Finding, 'isKey' | 'hint'> = {}): void {
    if (this.findings.length < LIMITS.maxWarnings)
      this.findings.push({ code, message, path: this.path, ...details });
  }
}

/** The problem as an {@link Issue}. */
export function toIssue({ code, message, path, hint }: Finding): Issue {
  return issue(code, message, {
    ...(path.length === 0 ? {} : { path: formatPath(path) }),
    ...(hint === undefined ? {} : { hint }),
  });
}
