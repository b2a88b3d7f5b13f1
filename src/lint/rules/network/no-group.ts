import { recipientsOf } from '../../../message/index.ts';
import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

export function noGroup({ network, headers }: LintContext): LintFinding[] {
  const { length } = recipientsOf(headers);
  if (network?.limits.groupMms !== false || length < 2) return [];
  const message = `${network.code} has no group messages: each of the ${length} recipients answers the sender alone`;
  return [{ message, path: 'to' }];
}
