import { spawnSync } from 'node:child_process';
import { DEBIAN_PYTHON } from './oracle.ts';

/** What a Python program prints as JSON for a value that it reads as JSON; anything on stderr fails. */
export function runPython(program: string, input: unknown): unknown {
  const { stdout, stderr } = spawnSync(DEBIAN_PYTHON, ['-c', program], {
    input: JSON.stringify(input),
    maxBuffer: 2 ** 27,
    env: { ...process.env, TZ: 'UTC' },
  });
  if (stderr.length > 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}
