import type { Ignorer, LiteralPath } from '@stryker-mutator/instrumenter';

/** Two words with a blank between them: no code, key, media type or number has one. */
const WORDS = /[\p{L}\p{N})] [\p{L}\p{N}(]/u;

/** The text of a literal, `x` for what is inserted; `undefined` for any other node. */
function textOf(path: LiteralPath): string | undefined {
  if (path.isStringLiteral()) return path.node.value;
  if (path.isTemplateLiteral()) return path.node.quasis.map(({ value }) => value.cooked).join('x');
  return undefined;
}

/**
 * Leaves out the texts that only people read: messages, hints, titles and citations. No test compares them word by
 * word, by intent, so each change of one would survive; codes, keys, names and numbers are changed.
 */
export const prose: Ignorer = {
  shouldIgnore: path => (WORDS.test(textOf(path) ?? '') ? 'prose' : undefined),
};
