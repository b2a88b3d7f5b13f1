import type { LintContext } from '../../context.ts';
import type { LintFinding } from '../../rule.ts';
import { eachPart } from '../each-part.ts';

export function imageTooLarge(context: LintContext): LintFinding[] {
  const { code, limits } = context.network ?? {};
  const most = limits?.maxImage;
  if (most === undefined) return [];
  return eachPart(context, ({ kind, size }) => {
    const fits = size === undefined || (size.width <= most.width && size.height <= most.height);
    if (kind !== 'image' || fits) return undefined;
    return `has ${size.width}×${size.height}; ${code} takes ${most.width}×${most.height}`;
  });
}
