import type { Characteristic, Parm } from '../../../provisioning/index.ts';
import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';

/** Whoever reads the message on its way would read the PIN, and the MAC would prove nothing. */
export function pinInDocument({ provisioning, pin }: LintContext): LintFinding[] {
  if (provisioning === undefined || pin === undefined || pin === '') return [];
  return provisioning.characteristics
    .flatMap((group, index) => valuesOf(group, `characteristics[${index}]`))
    .filter(({ value }) => value.includes(pin))
    .map(({ path }) => ({ message: 'the PIN of the settings stands in them', path }));
}

function valuesOf(content: Characteristic | Parm, path: string): { value: string; path: string }[] {
  const own = content.value === undefined ? [] : [{ value: content.value, path }];
  const inner = 'content' in content ? content.content : [];
  return [...own, ...inner.flatMap((child, index) => valuesOf(child, `${path}.content[${index}]`))];
}
