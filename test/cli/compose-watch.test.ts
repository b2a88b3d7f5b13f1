import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose, watch } from '../../src/cli/commands/compose.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { outside, runCommand } from '../support/cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  writeFileSync(join(folder, 'a.txt'), 'First text');
  writeFileSync(join(folder, 'm.yaml'), 'subject: Watched\nslides:\n  - text: { file: a.txt }\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The text of the message that was written, when it is there. */
function written(file: string): string {
  const pdu = decodePdu(readFileSync(file));
  const parts = 'parts' in pdu ? (pdu.parts ?? []) : [];
  return new TextDecoder().decode(parts.at(-1)?.data);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 20));
}

describe('mms compose --watch', () => {
  it('composes again after each save, tells what is wrong, and ends cleanly', async () => {
    const controller = new AbortController();
    const output = join(folder, 'out.mms');
    const { context, told } = outside();
    const args = [join(folder, 'm.yaml'), '-o', output, '--watch'];
    const parsed = parseArgs({ args, options: compose.options, allowPositionals: true });
    const running = watch(parsed, context, controller.signal);
    await until(() => told().includes('watching'));
    expect(written(output)).toBe('First text');
    writeFileSync(join(folder, 'a.txt'), 'Second text');
    await until(() => written(output) === 'Second text');
    rmSync(join(folder, 'a.txt'));
    await until(() => told().includes('file/not-found'));
    expect(written(output)).toBe('Second text');
    writeFileSync(join(folder, 'a.txt'), 'Third text');
    await until(() => written(output) === 'Third text');
    // its own output beside the input is not a change
    const { mtimeNs } = statSync(output, { bigint: true });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(statSync(output, { bigint: true }).mtimeNs).toBe(mtimeNs);
    controller.abort();
    expect(await running).toBe(0);
  });

  it('ends at once where it is to, having composed', async () => {
    const output = join(folder, 'once.mms');
    const { told, context } = outside();
    const args = { values: { output }, positionals: [join(folder, 'a.txt')] };
    expect(await watch(args, context, AbortSignal.abort())).toBe(0);
    expect(statSync(output).size).toBeGreaterThan(0);
    expect(told()).toContain('watching');
  });

  it('refuses to watch standard input', async () => {
    await expect(runCommand(compose, ['-', '-o', 'x.mms', '--watch'])).rejects.toThrow('files to watch');
  });

  it('writes a manifest whose only output is a preview', async () => {
    writeFileSync(
      join(folder, 'm.yaml'),
      'subject: Seen\nslides:\n  - text: { file: a.txt }\nout:\n  preview: seen.html\n',
    );
    expect((await runCommand(compose, [join(folder, 'm.yaml')])).code).toBe(0);
    expect(readFileSync(join(folder, 'seen.html'), 'utf8')).toContain('First text');
  });
});
