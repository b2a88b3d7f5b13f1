import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * Changes the code of a room in small ways and tells which changes no test notices.
 * @example npm run mutate            every room of the list, one after the other
 * @example npm run mutate -- message mms
 */
const ROOMS = ['message', 'submit', 'presentation', 'lint', 'mms', 'wsp'] as const;

/** A room that takes longer is ended and counts as failed. */
const MOST_MINUTES_PER_ROOM = 90;

function mutate(room: string): boolean {
  const { status, error } = spawnSync('npx', ['stryker', 'run', '--mutate', `src/${room}/**/*.ts`], {
    stdio: 'inherit',
    timeout: MOST_MINUTES_PER_ROOM * 60_000,
  });
  if (error !== undefined) console.error(`${room}: ${error.message}`);
  return status === 0;
}

const { positionals } = parseArgs({ allowPositionals: true });
const failed = (positionals.length > 0 ? positionals : ROOMS).filter(room => !mutate(room));
if (failed.length > 0) console.error(`not finished: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
