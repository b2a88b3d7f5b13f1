import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isBinary, type Raise } from '../../scripts/docs/raises/raise.ts';
import { RAISES } from '../../scripts/docs/raises.ts';
import { runLine } from '../support/cli.ts';
import { wordsOf } from './code-blocks.ts';

/*
 * Runs the inputs of the pages of codes, each in a folder of its own, and prints what came out by code. A process of
 * its own, because commands read files by the working folder of the process.
 */

async function outputOf({ run, files = {} }: Raise): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mms-raise-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), isBinary(name) ? Buffer.from(text, 'hex') : text);
  }
  process.chdir(folder);
  try {
    const { stdout, stderr } = await runLine(wordsOf(run).slice(1));
    return `${stdout}\n${stderr}`.replaceAll(folder, '');
  } finally {
    process.chdir(tmpdir());
    rmSync(folder, { recursive: true });
  }
}

const outputs: Record<string, string> = {};
for (const [code, raise] of Object.entries(RAISES)) outputs[code] = await outputOf(raise);
process.stdout.write(JSON.stringify(outputs));
