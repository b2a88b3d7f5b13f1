import { describe, expect, it } from 'vitest';
import { isRule } from '../../src/issues/index.ts';

describe('a rule of lint', () => {
  it('is a code that lint checks', () => {
    expect(isRule('smil/no-body')).toBe(true);
  });

  it.each(['hex/bad-digit', 'smil/no-such-rule', 'toString'])('is not %s', code => {
    expect(isRule(code)).toBe(false);
  });
});
