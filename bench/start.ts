import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'dist/cli/main.js');
const ROUNDS = 7;

/** A GIF of one pixel. */
const PICTURE = 'R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

/** CPU time of a command and its threads in milliseconds, as the shell counts it; the best of some rounds. */
function cpuMs(folder: string, ...args: readonly string[]): number {
  const command = [process.execPath, ...args].map(word => `'${word}'`).join(' ');
  const times = Array.from({ length: ROUNDS }, () => {
    const { stdout, status } = spawnSync('sh', ['-c', `${command} >out.txt 2>&1 || exit 1; times`], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command} failed`);
    const [user = '', system = ''] = (stdout.split('\n')[1] ?? '').split(' ');
    return 1000 * (secondsOf(user) + secondsOf(system));
  });
  return Math.min(...times);
}

/** `0m0.250s` */
function secondsOf(time: string): number {
  const [, minutes = '0', seconds = '0'] = /^(\d+)m([\d.]+)s$/.exec(time) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** CPU time until a command or an import is done, against that of the interpreter alone. */
export function benchStart(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    writeFileSync(join(folder, 'a.gif'), Buffer.from(PICTURE, 'base64'));
    writeFileSync(join(folder, 'b.gif'), Buffer.from(PICTURE, 'base64'));
    writeFileSync(join(folder, 'a.txt'), 'one');
    writeFileSync(join(folder, 'b.txt'), 'two');
    const imported = (entry: string): readonly string[] => [
      '--input-type=module',
      '-e',
      `await import("${join(ROOT, 'dist/public', entry)}")`,
    ];
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ['node -e 0', ['-e', '0']],
      ['mms --help', [MAIN, '--help']],
      ['mms compose, two slides', [MAIN, 'compose', 'a.gif', 'a.txt', 'b.gif', 'b.txt', '-o', 'out.mms']],
      ['import the package', imported('index.js')],
      ['import /mms', imported('mms.js')],
      ['import /sms', imported('sms.js')],
    ];
    const measured = rows.map(([name, args]) => ({ name, ms: cpuMs(folder, ...args) }));
    const base = measured[0]?.ms ?? Number.NaN;
    console.log(`\nStart (CPU time, best of ${ROUNDS})`);
    for (const { name, ms } of measured) {
      console.log(
        `  ${name.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / base).toFixed(2).padStart(6)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
