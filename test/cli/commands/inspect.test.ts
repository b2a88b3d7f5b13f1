import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { inspect } from '../../../src/cli/commands/inspect.ts';
import { encodeSms } from '../../../src/sms/index.ts';
import { runCommand } from '../../support/cli.ts';

const PDU = '8c80985431008d92890181972b31002f00';
const TEXT = 'A long text, '.repeat(20);
const TPDUS = encodeSms({ to: '+447700900123', text: TEXT }).map(({ tpdu }) => toHex(tpdu));

describe('mms inspect', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints the fields of a file, with colours only on a terminal', async () => {
    const file = join(folder, 'a.mms');
    writeFileSync(file, fromHex(PDU));
    const { stdout, stderr } = await runCommand(inspect, [file]);
    expect(stdout).toContain('0002  98 54 31 00                 X-Mms-Transaction-Id  "T1"  [MMS_ENC 7.3]\n');
    expect(stderr).toBe('');
    const coloured = await runCommand(inspect, [file], { isTerminal: true });
    expect(coloured.stdout).toContain('\u001b[32m"T1"\u001b[0m');
  });

  it('takes hexadecimal text from the command line, a file or standard input', async () => {
    const spaced = PDU.replace(/../g, '0x$&, ');
    const file = join(folder, 'a.txt');
    writeFileSync(file, spaced);
    const { stdout } = await runCommand(inspect, ['--hex', spaced]);
    expect(stdout).toContain('X-Mms-Transaction-Id');
    expect((await runCommand(inspect, [file])).stdout).toBe(stdout);
    expect((await runCommand(inspect, ['-'], { stdin: spaced })).stdout).toBe(stdout);
  });

  it('reads each line as a part of one message', async () => {
    const { stdout, code } = await runCommand(inspect, ['-', '--json'], { stdin: TPDUS.join('\n') });
    expect(JSON.parse(stdout)).toMatchObject({ name: 'Short message', value: TEXT });
    expect(code).toBe(0);
  });

  it('overrules what the octets look like', async () => {
    const { stdout } = await runCommand(inspect, ['--hex', '00010101', '--as', 'wbmp', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ form: 'wbmp' });
    await expect(runCommand(inspect, ['--hex', '00', '--as', 'jpeg'])).rejects.toThrow('--as takes mms, ');
  });

  it('writes a page', async () => {
    const page = join(folder, 'a.html');
    const { stdout } = await runCommand(inspect, ['--hex', PDU, '--html', page]);
    expect(stdout).toBe('');
    expect(readFileSync(page, 'utf8')).toContain('<h1>MMS PDU</h1>');
  });

  it('takes a file of other text, or of none, for the octets that it has', async () => {
    const file = join(folder, 'words.txt');
    for (const text of ['no hexadecimal', '']) {
      writeFileSync(file, text);
      const { code, stdout } = await runCommand(inspect, [file]);
      expect([code, stdout.includes('error: ')]).toEqual([1, true]);
    }
  });

  it('shows broken octets up to where they break, and returns 1', async () => {
    const { stdout, code } = await runCommand(inspect, [
      '--hex',
      TPDUS[0]?.slice(0, 14) ?? '',
      '--as',
      'sms-submit',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('error: expected ');
    expect(stdout).toContain('TP-MR  0');
  });

  it('wants one input', async () => {
    await expect(runCommand(inspect, [])).rejects.toThrow('expected one file');
    await expect(runCommand(inspect, ['a', 'b'])).rejects.toThrow('expected one file');
    await expect(runCommand(inspect, ['a', '--hex', '00'])).rejects.toThrow('not both');
    await expect(runCommand(inspect, ['--hex', '0'])).rejects.toThrow('expected two digits an octet');
  });
});
