import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding } from '../rule.ts';
import { type ContextPart, nameOf } from '../subject.ts';

/** A finding about each part that the test gives words for, to be read behind its name. */
export function eachPart(
  { parts = [] }: LintContext,
  judge: (part: ContextPart) => string | undefined,
): LintFinding[] {
  const found: LintFinding[] = [];
  for (const part of parts) {
    const words = judge(part);
    if (words !== undefined) found.push({ message: `${printable(nameOf(part))} ${words}`, path: part.path });
  }
  return found;
}
