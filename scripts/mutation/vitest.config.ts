import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { prose } from './prose.ts';
import { mutantsFile } from './report.ts';
import { sourcesOf } from './sources.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { MUTATION_SOURCES = '', MUTATION_TESTS = '' } = process.env;

const instrumenter = new Instrumenter({
  isDebugEnabled: () => false,
  debug: () => undefined,
  info: () => undefined,
  warn: console.warn,
});
const { files, mutants } = await instrumenter.instrument(
  sourcesOf(join(ROOT, MUTATION_SOURCES)).map(name => ({
    name,
    mutate: true,
    content: readFileSync(name, 'utf8'),
  })),
  { plugins: null, excludedMutations: [], ignorers: [prose] },
);
mkdirSync(dirname(mutantsFile(MUTATION_SOURCES)), { recursive: true });
writeFileSync(mutantsFile(MUTATION_SOURCES), JSON.stringify(mutants));

/** Gives the tests the sources with all changes in them, each behind its switch. */
const instrumented: Plugin = {
  name: 'instrumented',
  enforce: 'pre',
  load: id => files.find(({ name }) => name === id.split('?')[0])?.content,
};

/** A change is noticed at less cost by a quick test: last time's slow ones come last. */
class QuickFirst extends BaseSequencer {
  override async sort(tests: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(tests)).reverse();
  }
}

export default defineConfig({
  root: ROOT,
  plugins: [instrumented],
  test: {
    include: MUTATION_TESTS.split(' '),
    setupFiles: ['./test/support/setup.ts', './scripts/mutation/warm.ts'],
    runner: './scripts/mutation/runner.ts',
    reporters: ['dot'],
    onConsoleLog: () => false,
    sequence: { sequencer: QuickFirst },
    // The runner looks at those that come while a change is tried.
    dangerouslyIgnoreUnhandledErrors: true,
    testTimeout: 600_000,
    hookTimeout: 60_000,
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
  },
});
