import { printable } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';

/** The version that a text states; the first of those known where it states none or another. */
export function versionOf<Version extends string>(
  text: string,
  known: readonly [Version, ...Version[]],
  warnings: Warnings,
): Version {
  const stated = /^VERSION(?:[ \t]*|;[^:\r\n\u2028\u2029]*):(.*)/im.exec(text)?.[1]?.trim();
  const version = known.find(name => name === stated);
  if (version !== undefined) return version;
  const near = known.find(name => Number(name) === Number.parseFloat(stated ?? ''));
  const found = stated === undefined ? 'none' : `'${printable(stated.slice(0, 40))}'`;
  warnings.warn('card/version', `expected VERSION:${known.join(' or ')}, found ${found}`);
  return near ?? known[0];
}

/**
 * Warns about what stands around and inside a component that was read.
 * @param begin finds the beginning of every such component
 */
export function reportFrame(text: string, begin: RegExp, nested: number, warnings: Warnings): void {
  const begins = text.match(begin)?.length ?? 0;
  if (begins > 1 + nested) warnings.warn('card/further-cards', `the first of ${begins} was read`);
  if (!/[\r\n]$/.test(text)) warnings.warn('card/final-line-end', 'no line end after the last line');
}
