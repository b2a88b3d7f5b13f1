import { recipientsOf } from '../../../message/index.ts';
import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

export function tooManyRecipients({ network, headers }: LintContext): LintFinding[] {
  const { length } = recipientsOf(headers);
  const most = network?.limits.maxRecipients ?? Number.POSITIVE_INFINITY;
  if (length <= most) return [];
  return [{ message: `the message has ${length} recipients; ${network?.code} takes ${most}`, path: 'to' }];
}
