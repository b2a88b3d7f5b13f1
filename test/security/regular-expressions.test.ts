import { describe, expect, it } from 'vitest';
import { findExpressions } from '../../scripts/regular-expressions/find.ts';
import { isSafe, judgeExpression } from '../../scripts/regular-expressions/judge.ts';

describe('R3: the gate for regular expressions, run by npm run lint', () => {
  it('finds literals and what makes expressions, and nothing in texts or comments', () => {
    const text =
      "const a = 8 / 2 / 1; // /x/\nconst b = 'a/b/c';\nreturn /[/]\\/x/giu;\nnew RegExp(b); RegExp(a, 'g');";
    expect(findExpressions('x.ts', text)).toEqual([
      { file: 'x.ts', line: 3, literal: { source: '[/]\\/x', flags: 'giu' } },
      { file: 'x.ts', line: 4 },
      { file: 'x.ts', line: 4 },
    ]);
  });

  // What stood in the code once, and two that everyone knows.
  it.each([
    ['(a+)+$', ''],
    ['^\\s+|\\s+$', 'g'],
    ['^[<"]+|[>"]+$', 'g'],
    ['\\/+$', ''],
    ['<.*>', 's'],
    ['^VERSION(?:;[^:\\r\\n]*)?[ \\t]*:([^\\r\\n]*)', 'im'],
  ])('refuses /%s/%s', async (source, flags) => {
    expect(isSafe(await judgeExpression({ source, flags }))).toBe(false);
  });

  it('lets one pass that takes linear time', async () => {
    expect(isSafe(await judgeExpression({ source: '^[a-z]+(?:-[a-z]+)*$', flags: 'i' }))).toBe(true);
  });
});
