import type { Reporter, TestModule } from 'vitest/node';
import { type JudgedRow, tallyTable } from './tally-table.ts';

/**
 * Ends a run with what outside programs said about our octets, where any were asked, and with one plain line,
 * `N passed, N failed, N skipped`, that a CI can read.
 */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const judged: JudgedRow[] = [];
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') count[state] += 1;
        const { tally } = test.meta();
        if (tally !== undefined) judged.push({ ...tally, hasAgreed: state === 'passed' });
      }
    }
    process.on('exit', () => {
      if (judged.length > 0) process.stdout.write(`\n${tallyTable(judged)}\n`);
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    });
  }
}
