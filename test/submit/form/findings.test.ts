import { describe, expect, it } from 'vitest';
import { type Issue, issue } from '../../../src/issues/index.ts';
import { LIMITS } from '../../../src/limits.ts';
import { Findings } from '../../../src/submit/form/findings.ts';

const many = (count: number): Issue[] => Array.from({ length: count }, () => issue('submit/value', 'wrong'));

describe('findings', () => {
  it('are as many as the limit, one by one', () => {
    const findings = new Findings();
    for (let i = 0; i < LIMITS.maxWarnings + 2; i++) findings.add('submit/value', 'wrong');
    expect(findings.issues).toHaveLength(LIMITS.maxWarnings);
  });

  it('are as many as the limit, all at once', () => {
    const findings = new Findings();
    findings.add('submit/value', 'wrong');
    findings.addAll(many(LIMITS.maxWarnings));
    expect(findings.issues).toHaveLength(LIMITS.maxWarnings);
  });

  it.each([
    [{}, { path: 'to', hint: 'recipients' }],
    [{ within: '[2]' }, { path: 'to[2]', hint: 'recipients' }],
    [{ hint: 'write it so' }, { path: 'to', hint: 'write it so' }],
  ])('of a place have its path and its hint, with %j', (details, expected) => {
    const findings = new Findings();
    findings.at('to', 'recipients')('submit/value', 'wrong', details);
    expect(findings.issues[0]).toMatchObject(expected);
  });

  it('of no place have neither', () => {
    const findings = new Findings();
    findings.at('')('submit/value', 'wrong');
    expect(Object.keys(findings.issues[0] ?? {})).not.toEqual(expect.arrayContaining(['path']));
    expect(Object.keys(findings.issues[0] ?? {})).not.toEqual(expect.arrayContaining(['hint']));
  });
});
