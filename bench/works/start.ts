import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

/** A GIF of one pixel. */
const PICTURE = 'R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

/** CPU time of a command and its threads in microseconds, as the shell counts it. */
function cpuUs(folder: string, args: readonly string[]): number {
  const command = [process.execPath, ...args].map(word => `'${word}'`).join(' ');
  const { stdout, status } = spawnSync('sh', ['-c', `${command} >out.txt 2>&1 || exit 1; times`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed`);
  const [user = '', system = ''] = (stdout.split('\n')[1] ?? '').split(' ');
  return 1e6 * (secondsOf(user) + secondsOf(system));
}

/** `0m0.250s` */
function secondsOf(time: string): number {
  const [, minutes = '0', seconds = '0'] = /^(\d+)m([\d.]+)s$/.exec(time) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** The file that an entry of `exports` names. */
function urlOf(root: string, entry: string): string {
  return pathToFileURL(createRequire(join(root, 'package.json')).resolve(entry)).href;
}

/** CPU time until a command or an import is done, against that of the interpreter alone. */
export async function startWorks({ folder: root }: Build): Promise<readonly Work[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  for (const name of ['a', 'b']) {
    writeFileSync(join(folder, `${name}.gif`), Buffer.from(PICTURE, 'base64'));
    writeFileSync(join(folder, `${name}.txt`), name);
  }
  writeFileSync(
    join(folder, 'message.yaml'),
    'slides: [{ image: a.gif, text: a }, { image: b.gif, text: b }]',
  );
  const main = join(root, 'dist/cli/main.js');
  const peer = { name: 'node -e 0', run: () => cpuUs(folder, ['-e', '0']) };
  const started = (name: string, ...args: readonly string[]): Work => ({
    name,
    returnsUs: true,
    run: () => cpuUs(folder, args),
    peer,
  });
  const imported = (entry: string): Work =>
    started(`import ${entry}`, '--input-type=module', '-e', `await import("${urlOf(root, entry)}")`);
  return [
    started('mms --help', main, '--help'),
    started('mms compose, two slides', main, 'compose', 'a.gif', 'a.txt', 'b.gif', 'b.txt', '-o', 'out.mms'),
    started('mms compose, two slides of a manifest', main, 'compose', 'message.yaml', '-o', 'out.mms'),
    imported('mms-composer'),
    imported('mms-composer/mms'),
    imported('mms-composer/sms'),
  ];
}
