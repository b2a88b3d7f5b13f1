import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

export function overSize({ network, totalBytes = 0 }: LintContext): LintFinding[] {
  const most = network?.limits.maxBytes ?? Number.POSITIVE_INFINITY;
  if (totalBytes <= most) return [];
  return [{ message: `the message has ${totalBytes} octets; ${network?.code} takes ${most}` }];
}
