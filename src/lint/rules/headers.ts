import { contentClasses, smallestContentClass } from '../../media/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';

/** What AOSP and the conformance document give a subject. */
const MAX_SUBJECT_CHARACTERS = 40;

function subjectTooLong({ headers: { subject = '' } }: LintContext): LintFinding[] {
  const { length } = [...subject];
  if (length <= MAX_SUBJECT_CHARACTERS) return [];
  const message = `the subject has ${length} characters; phones show ${MAX_SUBJECT_CHARACTERS}`;
  return [{ message, path: 'subject' }];
}

/** Classes outside the Core domain have no limits that could be verified. */
function declaredBelowReal({ headers, classified }: LintContext): LintFinding[] {
  const rank = (name: unknown): number => contentClasses.findIndex(row => row.name === name);
  const declared = rank(headers.contentClass);
  if (declared < 0) return [];
  const real = smallestContentClass(classified);
  if (real !== undefined && rank(real) <= declared) return [];
  const message = `the message says ${headers.contentClass} and is ${real ?? 'in no class'}`;
  return [{ message, path: 'contentClass' }];
}

export const HEADER_RULES: readonly LintRule[] = [
  { code: 'header/subject-too-long', check: subjectTooLong },
  { code: 'header/content-class-mismatch', check: declaredBelowReal },
];
