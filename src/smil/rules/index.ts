import { requireText } from '../../bytes/index.ts';
import { type Issue, type IssueCode, issueOf } from '../../issues/index.ts';
import { ISSUE_ROWS } from '../issue-rows.ts';
import type { Outline } from '../outline.ts';
import { DOCUMENT_RULES, ROOT_RULE } from './document.ts';
import { LAYOUT_RULES } from './layout.ts';
import { REFERENCE_RULES } from './reference.ts';
import type { SmilFinding, SmilRule, SmilRuleRow } from './rule.ts';
import { SLIDE_RULES } from './slide.ts';
import { TIMING_RULES } from './timing.ts';

const RULES: readonly SmilRule[] = [
  ROOT_RULE,
  ...DOCUMENT_RULES,
  ...LAYOUT_RULES,
  ...SLIDE_RULES,
  ...TIMING_RULES,
  ...REFERENCE_RULES,
];

/** Every rule about a document alone, in the order in which they are judged. */
export const SMIL_RULES: readonly SmilRuleRow[] = RULES;

const MENDED: ReadonlySet<IssueCode> = new Set(
  SMIL_RULES.filter(rule => rule.mended).map(({ code }) => code),
);

/** True for a finding that {@link completeSmil} puts right without losing a medium. */
export function isMendedByCompletion(code: IssueCode): boolean {
  requireText(code, 'the code of an issue', 'code');
  return MENDED.has(code);
}

/** All findings about a document, in reading order. */
export function checkOutline(outline: Outline): Issue[] {
  const isOfSmil = ROOT_RULE.check(outline).length === 0;
  const issues: Issue[] = [];
  for (const { code, check } of isOfSmil ? RULES : ROOT_RULES) {
    for (const finding of check(outline)) issues.push(issueAt(code, finding));
  }
  return issues.sort(inReadingOrder);
}

/** What can be said about a document with another root. */
const ROOT_RULES = RULES.filter(({ code }) => ['smil/root', 'smil/case', 'smil/doctype'].includes(code));

function issueAt(code: IssueCode, { message, at, path, hint }: SmilFinding): Issue {
  return issueOf(ISSUE_ROWS, code, message, {
    ...(path === undefined ? {} : { path }),
    ...(hint === undefined ? {} : { hint }),
    ...at?.place,
  });
}

function inReadingOrder(a: Issue, b: Issue): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
