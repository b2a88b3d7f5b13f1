import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../../src/cli/run.ts';
import { isBinary, type Raise } from './raises/raise.ts';
import { RAISES } from './raises.ts';
import { wordsOf } from './words.ts';

/*
 * Runs the inputs of the pages of codes, each in a folder of its own, and prints what came out by code. A process of
 * its own, because commands read files by the working folder of the process.
 */

/** What a command line prints, on both streams as it comes. */
async function printedBy(words: readonly string[]): Promise<string> {
  let printed = '';
  const stream = {
    write: (data: string | Uint8Array) => {
      printed += Buffer.from(data).toString('utf8');
    },
  };
  await runCli(words, {
    stdout: stream,
    stderr: stream,
    stdin: async () => new Uint8Array(),
    env: {},
    isTerminal: false,
  });
  return printed;
}

async function outputOf({ run, files = {} }: Raise): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mms-raise-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), isBinary(name) ? Buffer.from(text, 'hex') : text);
  }
  process.chdir(folder);
  try {
    return (await printedBy(wordsOf(run).slice(1))).replaceAll(`${folder}/`, '');
  } finally {
    process.chdir(tmpdir());
    rmSync(folder, { recursive: true });
  }
}

const outputs: Record<string, string> = {};
for (const [code, raise] of Object.entries(RAISES)) outputs[code] = await outputOf(raise);
process.stdout.write(JSON.stringify(outputs));
