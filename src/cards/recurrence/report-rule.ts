import type { Warnings } from '../../warnings.ts';
import { ruleOf } from './rule.ts';

/** A rule without an end ends after two occurrences, which hardly anybody means (vCalendar 1.0, duration). */
export function reportRule(rule: string, warnings: Warnings, place: { path?: string; line?: number }): void {
  if (ruleOf(rule)?.hasEnd !== false) return;
  warnings.note('card/rule-without-end', `readers end the rule ${rule} after two occurrences`, {
    ...place,
    hint: 'add #0 for a rule without end, or a number or a time',
  });
}
