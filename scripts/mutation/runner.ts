import { setMaxListeners } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import { type Report, reportFile } from './report.ts';

/** What the instrumented sources read and write (`INSTRUMENTER_CONSTANTS` of @stryker-mutator/api). */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** Times that the active change ran, and the number of times at which it throws. */
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: {
    /** What ran while modules were loaded. */
    readonly static: Hits;
    readonly perTest: Readonly<Record<string, Hits>>;
  };
}

/** Times that the place of a change ran, by the number of the change. */
type Hits = Readonly<Record<string, number>>;

const { MUTATION_SOURCES = '' } = process.env;

/** Shared by the test files, which run in one process one after the other. */
const shared = globalThis as unknown as {
  __stryker__?: Instrumented;
  mutationReport?: { killed: Set<string>; covered: Set<string>; lost: string[] };
};
shared.__stryker__ ??= {};
shared.mutationReport ??= { killed: new Set(), covered: new Set(), lost: [] };
const instrumented = shared.__stryker__;
const { killed, covered, lost } = shared.mutationReport;

/** A change that runs so much oftener than the original counts as an endless loop. */
const ENDLESS_FACTOR = 100;
const ENDLESS_LEAST = 1000;

/** A test that waits so much longer than without a change counts as failed. */
const PATIENCE_FACTOR = 3;
const PATIENCE_LEAST_MS = 5000;

/** A test that costs more is not repeated: a change should be noticed by a quick one. */
const MOST_CPU_MS = 200;

/**
 * Runs each test as it is, then once more for each change whose place it reached and that no test noticed
 * yet. A change may leave something behind that fails a later test: a test that does not pass before and after a change
 * says nothing about it.
 */
export default class MutationRunner extends TestRunner {
  /** What a later file is the first to load counts as loaded too. */
  override onCollectStart(file: RunnerTestFile): void {
    instrumented.currentTestId = undefined;
    super.onCollectStart(file);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    instrumented.currentTestId = 'other';
    await super.onBeforeRunSuite(suite);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    // Every run listens to the signal anew.
    setMaxListeners(0, test.context.signal);
    const run = TestRunner.getTestFn(test);
    const hits = await hitsOf(test.id, run);
    if (hits === undefined) {
      lost.push(test.fullTestName);
      return;
    }
    for (const mutant of Object.keys(hits)) covered.add(mutant);
    const started = { wall: performance.now(), cpu: process.cpuUsage() };
    if (!(await passes(run, PATIENCE_LEAST_MS))) return;
    const { user, system } = process.cpuUsage(started.cpu);
    if ((user + system) / 1000 > MOST_CPU_MS) return;
    const patience = PATIENCE_LEAST_MS + PATIENCE_FACTOR * (performance.now() - started.wall);
    for (const [mutant, times] of Object.entries(hits)) {
      if (killed.has(mutant)) continue;
      const isNoticed = !(await passesWith(mutant, times, run, patience));
      if (!isNoticed) continue;
      if (!(await passes(run, patience))) return;
      killed.add(mutant);
    }
  }

  override onAfterRunFiles(): void {
    const atLoad = Object.keys(instrumented.mutantCoverage?.static ?? {});
    const report: Report = { killed: [...killed], covered: [...covered], atLoad, lost };
    writeFileSync(reportFile(MUTATION_SOURCES), JSON.stringify(report));
    super.onAfterRunFiles();
  }
}

type Run = () => unknown;

/** Runs a test as it is, and tells which places of changes it reached; nothing where what changes left behind fails it. */
async function hitsOf(id: string, run: Run): Promise<Hits | undefined> {
  instrumented.currentTestId = id;
  try {
    if (killed.size === 0) await run();
    else if (!(await passes(run, PATIENCE_LEAST_MS))) return undefined;
  } finally {
    instrumented.currentTestId = 'other';
  }
  return { ...instrumented.mutantCoverage?.perTest[id] };
}

async function passesWith(mutant: string, times: number, run: Run, patience: number): Promise<boolean> {
  instrumented.hitCount = 0;
  instrumented.hitLimit = times * ENDLESS_FACTOR + ENDLESS_LEAST;
  instrumented.activeMutant = mutant;
  try {
    return await passes(run, patience);
  } finally {
    instrumented.activeMutant = undefined;
  }
}

async function passes(run: Run, patience: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, patience, false);
  });
  const finished = async () => {
    await run();
    return true;
  };
  try {
    return await Promise.race([finished(), tooLong]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
