import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest';

/** Runs what stands around a test in front of it. What a hook returns is not called: no hook of ours returns a function. */
export async function setUp(test: RunnerTestCase): Promise<void> {
  for (const suite of suitesAround(test)) {
    for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, suite);
  }
}

/** Runs what stands around a test behind it, from the inside, the last first. */
export async function tearDown(test: RunnerTestCase): Promise<void> {
  for (const suite of suitesAround(test).toReversed()) {
    for (const hook of TestRunner.getSuiteHooks(suite).afterEach.toReversed())
      await hook(test.context, suite);
  }
}

/** From the file inwards. */
function suitesAround({ file, suite }: RunnerTestCase): readonly RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let one = suite; one !== undefined; one = one.suite) suites.unshift(one);
  return suites[0] === file ? suites : [file, ...suites];
}
