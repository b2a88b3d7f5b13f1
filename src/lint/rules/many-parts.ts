import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';

function manyParts({ smsParts }: LintContext): LintFinding[] {
  if (smsParts === undefined || smsParts.count <= smsParts.max) return [];
  return [{ message: `${smsParts.count} SMS, expected at most ${smsParts.max}` }];
}

/** Of EMS messages and settings alike. */
export const SMS_RULES: readonly LintRule[] = [{ code: 'sms/many-parts', check: manyParts }];
