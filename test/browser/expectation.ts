import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

/*
 * Stands for `vitest` where tests run in a browser: the expectations are those of vitest, groups and tests are collected
 * and run one after another.
 */

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = chai.expect;

interface Collected {
  readonly name: string;
  readonly run: () => unknown;
}

const tests: Collected[] = [];
const groups: string[] = [];

function group(name: string, body: () => void): void {
  groups.push(name);
  body();
  groups.pop();
}

/** Tests that measure the time of the processor, which a browser does not tell. */
const MEASURES = /linear time/;

function test(name: string, run: () => unknown): void {
  if (MEASURES.test(name)) return;
  tests.push({ name: [...groups, name].join(' > '), run });
}

/** `each` of a group or a test: a row that is not a list is the one argument; `%s` in the name takes them in turn. */
const eachOf =
  (make: (name: string, body: () => void) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: (...args: readonly unknown[]) => void): void => {
    for (const row of rows) {
      const args = Array.isArray(row) ? row : [row];
      let index = 0;
      make(
        name.replace(/%[sdjo]/g, () => String(args[index++])),
        () => body(...args),
      );
    }
  };

export const describe = Object.assign(group, { each: eachOf(group) });
export const it = Object.assign(test, { each: eachOf(test) });

/** Runs what was collected; gives how many passed, and the name and message of each that did not. */
export async function runTests(): Promise<{ passed: number; failed: string[] }> {
  const failed: string[] = [];
  for (const { name, run } of tests) {
    try {
      await run();
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { passed: tests.length - failed.length, failed };
}
