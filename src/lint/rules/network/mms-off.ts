import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

export function mmsOff({ network }: LintContext): LintFinding[] {
  return network?.limits.mms === false ? [{ message: `${network.code} has switched MMS off` }] : [];
}
