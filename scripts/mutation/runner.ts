import { setMaxListeners } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import { setUp, tearDown } from './hooks.ts';
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
  mutationReport?: Progress;
};
shared.__stryker__ ??= {};
shared.mutationReport ??= begin();
const instrumented = shared.__stryker__;
const progress = shared.mutationReport;
const { killed, covered, lost } = progress;

interface Progress {
  readonly killed: Set<string>;
  readonly covered: Set<string>;
  readonly lost: string[];
  /** Errors that nobody caught: a test during which one comes has failed. */
  uncaught: number;
}

function begin(): Progress {
  const begun: Progress = { killed: new Set(), covered: new Set(), lost: [], uncaught: 0 };
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => begun.uncaught++);
  return begun;
}

/** A change that runs so much oftener than the original counts as an endless loop. */
const ENDLESS_FACTOR = 100;
const ENDLESS_LEAST = 1000;

/** A test that waits so much longer than without a change counts as failed. */
const PATIENCE_FACTOR = 3;
const PATIENCE_LEAST_MS = 1500;

/** A test that waits longer without a change is not tried. */
const PATIENCE_AT_FIRST_MS = 5000;

/** A test that costs more is not repeated: a change should be noticed by a quick one. */
const MOST_CPU_MS = 200;
const MOST_WALL_MS = 2000;

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
    // Every run has hooks of its own: those that are called around this function serve none.
    await tearDown(test);
    try {
      await tryChanges(test);
    } finally {
      await setUp(test);
    }
  }

  override onAfterRunFiles(): void {
    const atLoad = Object.keys(instrumented.mutantCoverage?.static ?? {});
    const report: Report = { killed: [...killed], covered: [...covered], atLoad, lost };
    writeFileSync(reportFile(MUTATION_SOURCES), JSON.stringify(report));
    super.onAfterRunFiles();
  }
}

async function tryChanges(test: RunnerTestCase): Promise<void> {
  instrumented.currentTestId = test.id;
  const isFine = await passes(test, PATIENCE_AT_FIRST_MS);
  instrumented.currentTestId = 'other';
  const hits: Hits = { ...instrumented.mutantCoverage?.perTest[test.id] };
  for (const mutant of Object.keys(hits)) covered.add(mutant);
  const started = { wall: performance.now(), cpu: process.cpuUsage() };
  if (!isFine || !(await passes(test, PATIENCE_AT_FIRST_MS))) {
    lost.push(test.fullTestName);
    return;
  }
  const { user, system } = process.cpuUsage(started.cpu);
  const wall = performance.now() - started.wall;
  if ((user + system) / 1000 > MOST_CPU_MS || wall > MOST_WALL_MS) return;
  const patience = PATIENCE_LEAST_MS + PATIENCE_FACTOR * wall;
  for (const [mutant, times] of Object.entries(hits)) {
    if (killed.has(mutant)) continue;
    const isNoticed = async (): Promise<boolean> => !(await passesWith(mutant, times, test, patience));
    if (!(await isNoticed())) continue;
    if (!(await passesAgain(test, patience))) return;
    // An error may be a late one of the change before.
    if (await isNoticed()) killed.add(mutant);
    if (!(await passesAgain(test, patience))) return;
  }
}

/** True when a test passes without a change: a late error of the change before may fail it once. */
async function passesAgain(test: RunnerTestCase, patience: number): Promise<boolean> {
  return (await passes(test, patience)) || (await passes(test, patience));
}

async function passesWith(
  mutant: string,
  times: number,
  test: RunnerTestCase,
  patience: number,
): Promise<boolean> {
  instrumented.hitCount = 0;
  instrumented.hitLimit = times * ENDLESS_FACTOR + ENDLESS_LEAST;
  instrumented.activeMutant = mutant;
  try {
    return await passes(test, patience);
  } finally {
    instrumented.activeMutant = undefined;
  }
}

async function passes(test: RunnerTestCase, patience: number): Promise<boolean> {
  const { uncaught } = progress;
  // A run waits for its assertions, not for those of an earlier one that a change keeps from ending.
  test.promises = [];
  const isPassed = await succeeds(patience, async () => {
    await setUp(test);
    await TestRunner.getTestFn(test)();
  });
  const isCleared = await succeeds(patience, () => tearDown(test));
  return isPassed && isCleared && progress.uncaught === uncaught;
}

async function succeeds(patience: number, job: () => Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, patience, false);
  });
  const finished = async () => {
    await job();
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
