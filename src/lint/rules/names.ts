import { MAX_PART_NAME_LENGTH } from '../../media/index.ts';
import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import { eachPart } from './each-part.ts';

function tooLong(context: LintContext): LintFinding[] {
  return eachPart(context, ({ names }) =>
    names.some(name => name.length > MAX_PART_NAME_LENGTH)
      ? `is longer than ${MAX_PART_NAME_LENGTH} characters`
      : undefined,
  );
}

function collisions({ parts = [] }: LintContext): LintFinding[] {
  const seen = new Set<string>();
  return parts.flatMap(part => {
    const [name] = part.names;
    if (name === undefined) return [];
    const folded = name.toLowerCase();
    if (seen.has(folded)) return [{ message: `two parts are called ${printable(name)}`, path: part.path }];
    seen.add(folded);
    return [];
  });
}

export const NAME_RULES: readonly LintRule[] = [
  { code: 'name/too-long', check: tooLong },
  { code: 'name/collision', check: collisions },
];
