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

/** A process a target takes long: the first in every run, all with FUZZ_LONG, and longer. */
const isLong = process.env['FUZZ_LONG'] !== undefined;
const targets = isLong ? TARGETS : TARGETS.slice(0, 1);
const inputs = isLong ? 20_000 : 5000;

/** What takes longer gets a share of the inputs. */
describe(`the memory after ${inputs} inputs`, () => {
  it.each(targets.map(({ name }) => name))(
    '%s',
    name => {
      const args = ['--expose-gc', '--import', 'tsx', CHILD, name, String(inputs)];
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
