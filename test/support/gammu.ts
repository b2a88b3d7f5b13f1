import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Files as gammu converts them, two at a time; `undefined` where gammu made none.
 * @param command `copyringtone` or `convertbackup`
 */
export function convertWithGammu(
  command: 'copyringtone' | 'convertbackup',
  inputs: readonly (string | Uint8Array)[],
  from: string,
  to: string,
): (Buffer | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'mms-gammu-'));
  try {
    mkdirSync(join(folder, 'dummy'));
    const config = join(folder, 'gammurc');
    writeFileSync(config, `[gammu]\nmodel = dummy\nconnection = none\ndevice = ${folder}/dummy\n`);
    inputs.forEach((input, index) => {
      writeFileSync(join(folder, `${index}.${from}`), input);
    });
    const one = `gammu -c "${config}" ${command} {}.${from} {}.${to} </dev/null >/dev/null 2>&1 || true`;
    const names = inputs.map((_, index) => String(index)).join('\n');
    execFileSync('xargs', ['-P', '2', '-I{}', 'sh', '-c', one], {
      cwd: folder,
      input: names,
      env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    });
    const made = new Set(readdirSync(folder));
    return inputs.map((_, index) =>
      made.has(`${index}.${to}`) ? readFileSync(join(folder, `${index}.${to}`)) : undefined,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
