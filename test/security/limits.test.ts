import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MmsError } from '../../src/errors.ts';
import { LIMITS, limit, resolveLimits } from '../../src/limits.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('limits', () => {
  it('stand in SECURITY.md as in the code', () => {
    const args = ['--import', 'tsx', 'scripts/gen-security.ts', '--check'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY])('are never switched off by %s', value => {
    expect(() => limit('maxParts', value)).toThrow(MmsError);
    expect(() => resolveLimits({ maxParts: value })).toThrow(MmsError);
  });

  it('that nobody knows are refused', () => {
    const own: object = { maxPart: 3 };
    expect(() => resolveLimits(own)).toThrow(MmsError);
    expect(resolveLimits({ maxParts: 3 })).toEqual({ ...LIMITS, maxParts: 3 });
  });
});
