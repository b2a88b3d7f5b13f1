import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../../support/cli.ts';
import { DEBIAN_PYTHON, describeWithOracle, type Oracle } from '../../support/oracle.ts';

const COMPLETE = join(import.meta.dirname, '../../support/complete.py');

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mms-completion-'));
  for (const name of ['photo.jpg', 'my photo.jpg']) writeFileSync(join(folder, name), '');
  for (const shell of ['bash', 'zsh', 'fish']) {
    writeFileSync(join(folder, `.mms.${shell}`), (await runLine(['completion', shell])).stdout);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is typed, what is offered, and what is not. */
const LINES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['mms comp', ['compose', 'completion'], ['adapt']],
  ['mms help unp', ['unpack'], []],
  ['mms compose --pro', ['--profile'], ['--pdu']],
  ['mms compose --profile nokia-62', ['nokia-6230', 'nokia-6230i', 'nokia-6233'], ['nokia-6610']],
  ['mms compose --profile=nokia-623', ['nokia-6230', 'nokia-6233'], ['nokia-6220']],
  ['mms ringtone --to ', ['ringing-tone', 'rtttl', 'midi', 'wav'], ['photo.jpg']],
  ['mms inspect --as sms-', ['sms-submit', 'sms-deliver'], ['wbmp']],
  ['mms bitmap --kind w', ['wbmp'], []],
  ['mms send picture-m', ['picture-message'], []],
  ['mms send text --via m', ['mm1', 'mm7', 'modem'], ['kannel']],
  ['mms completion ', ['bash', 'zsh', 'fish'], ['photo.jpg']],
  ['mms compose ph', ['photo.jpg'], []],
  ['mms-composer unpack ph', ['photo.jpg'], []],
];

function offered(shell: string, line: string): string {
  const script = join(folder, `.mms.${shell}`);
  const [program, args] =
    shell === 'fish'
      ? ['fish', ['-N', '-c', `source '${script}'; complete -C '${line}'`]]
      : [DEBIAN_PYTHON, [COMPLETE, shell, script, line]];
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: folder,
    },
  });
  if (stdout === '') throw new Error(`${shell} said: ${stderr}`);
  return stdout;
}

const WANTED = { bash: ['python3'], zsh: ['zsh', 'python3'], fish: ['fish'] } as const satisfies Record<
  string,
  readonly Oracle[]
>;

describe.each(['bash', 'zsh', 'fish'] as const)('completion in %s itself', shell => {
  describeWithOracle(WANTED[shell], `asked of ${shell}`, () => {
    it.each(LINES)('%j', (line, wanted, others) => {
      const words = offered(shell, line).split(/[\s=]+/);
      expect(words).toEqual(expect.arrayContaining([...wanted]));
      for (const other of others) expect(words).not.toContain(other);
    });

    it('a file with a blank in its name', () => {
      expect(offered(shell, 'mms unpack my')).toMatch(/my(\\ | )photo\.jpg/);
    });
  });
});
