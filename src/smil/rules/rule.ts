import type { IssueCode } from '../../issues/index.ts';
import type { XmlPlace } from '../../xml/index.ts';
import type { Outline } from '../outline.ts';

/** One departure that a rule found. */
export interface SmilFinding {
  readonly message: string;
  /** The element or attribute that it stands at. */
  readonly at?: { readonly place?: XmlPlace } | undefined;
  readonly path?: string;
  readonly hint?: string;
}

/** A rule about a document alone: its code and what becomes of a document that breaks it. */
export interface SmilRuleRow {
  readonly code: IssueCode;
  /** `completeSmil` puts it right, no medium is lost. */
  readonly mended: boolean;
}

/** A rule with its check. */
export interface SmilRule extends SmilRuleRow {
  readonly check: (outline: Outline) => readonly SmilFinding[];
}
