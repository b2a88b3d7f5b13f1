import { spawnSync } from 'node:child_process';

/**
 * Runs tests twice: with frozen prototypes, and where `__proto__` throws. Words of the command line go to vitest.
 * @example npm run test:hardened -- test/xml test/wsp
 */
const WAYS = [
  { what: 'frozen prototypes', env: { HARDENED: 'frozen' } },
  { what: '__proto__ throws', env: { NODE_OPTIONS: '--disable-proto=throw' } },
];

for (const { what, env } of WAYS) {
  console.info(`\n${what}`);
  const { status } = spawnSync('vitest', ['run', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exitCode = 1;
}
