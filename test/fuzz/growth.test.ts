import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TARGETS } from './targets.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CHILD = join(import.meta.dirname, 'growth-child.ts');
/** What the fuzzer itself keeps, inputs that led somewhere new and the outcomes, is a part of it. */
const MOST_MB = 64;

interface Growth {
  readonly cases: number;
  readonly grownMb: number;
}

/** In long mode only: a process a target, and a share of the inputs for what takes longer. */
describe.skipIf(process.env['FUZZ_LONG'] === undefined)('the memory after 20 000 inputs', () => {
  it.each(TARGETS.map(({ name }) => name))(
    '%s',
    name => {
      const args = ['--expose-gc', '--import', 'tsx', CHILD, name];
      const { cases, grownMb }: Growth = JSON.parse(
        execFileSync(process.execPath, args, { cwd: ROOT }).toString(),
      );
      console.info(`${name}: ${grownMb.toFixed(0)} MB more after ${cases} inputs`);
      expect(cases).toBeGreaterThanOrEqual(1000);
      expect(grownMb).toBeLessThan(MOST_MB);
    },
    600_000,
  );
});
