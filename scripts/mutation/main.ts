import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { EQUIVALENT_MUTANTS } from '../../test/mutants.ts';
import { type Mutant, mutantsFile, type Report, reportFile } from './report.ts';
import { sourcesOf } from './sources.ts';
import { judge, type Survivor, survivorsOf, type Verdict } from './survivors.ts';

/**
 * Changes the code of a room in small ways (the mutants of Stryker) and tells which changes no test notices. A change
 * that makes no difference stands in `test/mutants.ts` with its reason; any other that survives makes the run fail.
 * Stryker's own runner starts the tests anew for each change, which takes hours; here all changes are tried in one
 * process, so what a module computes once and keeps, like its tables, is not changed.
 * @example npm run mutate            every room of the list, one after the other
 * @example npm run mutate -- message mms
 * @example npm run mutate -- wsp/values.ts
 */
const ROOMS = ['message', 'submit', 'presentation', 'lint', 'mms', 'wsp'] as const;

/** Rooms and files whose tests judge a room too: octets of WSP are tested where they stand, in an MMS or a push. */
const TESTED_BY: Readonly<Record<string, readonly string[]>> = {
  message: ['push'],
  mms: ['inspect'],
  presentation: ['manifest', 'security/composed-folder.test.ts'],
  wsp: ['mms', 'push', 'inspect'],
};

/** Share of the runs of each property test: every change runs them anew. */
const PROPERTY_FACTOR = '0.02';

const ROOT = join(import.meta.dirname, '..', '..');

/** Tests of a browser or of processes of their own do not see the changed source, or take too long. */
const ELSEWHERE = /playwright|support\/chromium|node:child_process/;

/** Tests that take many seconds, or wait that long for pictures that are not fitted at once. */
const SLOW = /presentation\/(?:picture-quality|concurrency)\.test\.ts$/;

function testsOf(room: string): readonly string[] {
  return [room, ...(TESTED_BY[room] ?? [])]
    .flatMap(name => sourcesOf(join(ROOT, 'test', name)))
    .filter(
      file => file.endsWith('.test.ts') && !SLOW.test(file) && !ELSEWHERE.test(readFileSync(file, 'utf8')),
    )
    .map(file => relative(ROOT, file));
}

/** @param target a room, a folder or a file of one */
function mutate(target: string): boolean {
  const [room = ''] = target.split('/');
  const tests = testsOf(room);
  const sources = `src/${target}`;
  rmSync(reportFile(sources), { force: true });
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'scripts/mutation/vitest.config.ts'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATION_SOURCES: sources,
      MUTATION_TESTS: tests.join(' '),
      PROPERTY_FACTOR,
    },
  });
  if (status !== 0) return false;
  const mutants: readonly Mutant[] = JSON.parse(readFileSync(mutantsFile(sources), 'utf8'));
  const report: Report = JSON.parse(readFileSync(reportFile(sources), 'utf8'));
  for (const name of report.lost) console.info(`does not pass again, so says nothing: ${name}`);
  const survivors = survivorsOf(
    mutants.map(mutant => ({ ...mutant, fileName: relative(ROOT, mutant.fileName) })),
    report,
    file => readFileSync(join(ROOT, file), 'utf8'),
  );
  const rows = Object.entries(EQUIVALENT_MUTANTS)
    .filter(([file]) => `${file}/`.startsWith(`${sources}/`))
    .flatMap(([file, listed]) => listed.map(row => ({ ...row, file })));
  return print(target, survivors, judge(survivors, rows));
}

function print(target: string, survivors: readonly Survivor[], { unlisted, stale }: Verdict): boolean {
  for (const { file, lineNumber, line, from, to, isReached } of unlisted) {
    console.info(`${file}:${lineNumber}: ${line}`);
    console.info(`    ${isReached ? 'survived' : 'not reached'}: ${from} -> ${to === '' ? '(nothing)' : to}`);
  }
  for (const { file, line, from, to } of stale) {
    console.info(`${file}: ${line}`);
    console.info(
      `    listed in test/mutants.ts, did not survive: ${from ?? 'any change'} -> ${to ?? 'anything'}`,
    );
  }
  const listed = survivors.length - unlisted.length;
  console.info(`${target}: ${listed} listed, ${unlisted.length} not listed, ${stale.length} rows to remove`);
  return unlisted.length === 0 && stale.length === 0;
}

const { positionals } = parseArgs({ allowPositionals: true });
const targets = positionals.length > 0 ? positionals : ROOMS;
const unknown = targets.filter(target => !existsSync(join(ROOT, 'src', target)));
if (unknown.length > 0) throw new Error(`src/ has no ${unknown.join(', ')}`);
const failed = targets.filter(target => !mutate(target));
if (failed.length > 0) console.error(`not clean: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
