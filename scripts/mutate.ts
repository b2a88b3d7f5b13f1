import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Changes the code of a room in small ways and tells which changes no test notices. Only the tests of the room run, and
 * those beside it that import it themselves: a change that none of these notices is one that the room's own tests miss.
 * @example npm run mutate            every room of the list, one after the other
 * @example npm run mutate -- message mms
 */
const ROOMS = ['message', 'submit', 'presentation', 'lint', 'mms', 'wsp'] as const;

/** A room that takes longer is ended and counts as failed; `message` takes 9 on two idle cores. */
const MOST_MINUTES_PER_ROOM = 60;

/** Share of the runs of each property test: every change runs them anew. */
const PROPERTY_FACTOR = '0.2';

const ROOT = join(import.meta.dirname, '..');

/** Tests of what is built, of other programs and of servers: they do not see the changed source, or take too long. */
const ELSEWHERE = /^(?:cli|dev|docs|fuzz|oracles|package|sandbox|security)\//;

/** The files of tests that a change of the room may fail. */
function testsOf(room: string): readonly string[] {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  return tests
    .filter(name => name.endsWith('.test.ts') && !ELSEWHERE.test(name))
    .filter(
      name =>
        name.startsWith(`${room}/`) ||
        readFileSync(join(ROOT, 'test', name), 'utf8').includes(`/src/${room}/`),
    )
    .map(name => `test/${name}`);
}

function mutate(room: string): boolean {
  const tests = testsOf(room);
  console.log(`${room}: ${tests.length} files of tests, at most ${MOST_MINUTES_PER_ROOM} minutes`);
  const { status, error } = spawnSync('npx', ['stryker', 'run', '--mutate', `src/${room}/**/*.ts`], {
    stdio: 'inherit',
    timeout: MOST_MINUTES_PER_ROOM * 60_000,
    env: { ...process.env, MUTATION_TESTS: tests.join(' '), PROPERTY_FACTOR },
  });
  if (error !== undefined) console.error(`${room}: ${error.message}`);
  return status === 0;
}

const { positionals } = parseArgs({ allowPositionals: true });
const rooms = positionals.length > 0 ? positionals : ROOMS;
const unknown = rooms.filter(room => !existsSync(join(ROOT, 'src', room)));
if (unknown.length > 0) throw new Error(`there is no room ${unknown.join(', ')}`);
const failed = rooms.filter(room => !mutate(room));
if (failed.length > 0) console.error(`not finished: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
