import { checkReferences } from '../../../provisioning/index.ts';
import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

export function danglingReferences({ provisioning }: LintContext): LintFinding[] {
  if (provisioning === undefined) return [];
  return checkReferences(provisioning).map(({ message, path }) => ({
    message,
    ...(path === undefined ? {} : { path }),
  }));
}
