import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

export function subjectTooLong({ network, headers: { subject = '' } }: LintContext): LintFinding[] {
  const { length } = [...subject];
  const most = network?.limits.maxSubjectLength ?? Number.POSITIVE_INFINITY;
  if (length <= most) return [];
  return [
    { message: `the subject has ${length} characters; ${network?.code} takes ${most}`, path: 'subject' },
  ];
}
