import { notTaken } from '../../ems/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';

function notTakenByMake({ ems }: LintContext): LintFinding[] {
  if (ems === undefined) return [];
  const { items, make } = ems;
  return items.flatMap((item, index) => {
    const what = notTaken(item, make);
    if (what === undefined) return [];
    return [{ message: `${make.make} telephones do not take ${what}`, path: `items[${index}]` }];
  });
}

export const EMS_RULES: readonly LintRule[] = [{ code: 'ems/not-taken', check: notTakenByMake }];
