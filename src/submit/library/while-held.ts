import { setTimeout as pause } from 'node:timers/promises';
import { MmsError } from '../../errors.ts';
import { holdFile } from '../journal/lock.ts';

/** Some ten seconds; a change takes milliseconds. */
const MOST_TRIES = 400;

/** Two that have met do not come again at the same time. */
function pauseMs(tries: number): number {
  return 5 + ((process.pid * 7 + tries * 13) % 41);
}

/**
 * Does what no other process may do at the same time.
 * @throws MmsError `file/unwritable` when the file cannot be locked, or others do not let go of it
 */
export async function whileHeld(
  path: string,
  job: () => Promise<void>,
  mostTries = MOST_TRIES,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const held = await hold(path);
    if ('release' in held) return job().finally(held.release);
    await pause(pauseMs(tries));
  }
  throw new MmsError('file/unwritable', `the library cache ${path} is held by other processes`);
}

async function hold(path: string): ReturnType<typeof holdFile> {
  try {
    return await holdFile(path);
  } catch (cause) {
    throw new MmsError('file/unwritable', `cannot lock the library cache ${path}`, { cause });
  }
}
