import { Console } from 'node:console';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runCli } from '../../src/cli/run.ts';
import { isMmsError } from '../../src/errors.ts';
import { postgresPrograms } from '../../test/support/oracle.ts';
import { startPostgres } from '../../test/support/postgres.ts';
import { ROOT } from '../browser/bundle.ts';
import { isBinary, type Raise } from './raises/raise.ts';
import { RAISES } from './raises.ts';
import { wordsOf } from './words.ts';

/*
 * Runs the inputs of the pages of codes, each in a folder of its own, and prints what came out by code; all, or those
 * of the codes that are named. A process of its own, because commands read files by the working folder of the process.
 */

/** How long an input may take before it counts as hanging, also on a busy machine. */
const MOST_MS = 120_000;

type Print = (text: string) => void;

async function runLine(line: string, print: Print): Promise<void> {
  const words = wordsOf(line);
  const at = words.findIndex(word => !/^[A-Z_]+=/.test(word));
  const env = Object.fromEntries(words.slice(0, at).map(word => word.split('=')));
  const [name, ...args] = words.slice(at);
  if (name === 'node') return runProgram(args[0] ?? '', print);
  if (name === 'mms') return runCommand(args, env, print);
  throw new Error(`neither mms nor node: ${line}`);
}

/** Prints what a command line prints, on both streams as it comes. */
async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  print: Print,
): Promise<void> {
  const stream = { write: (data: string | Uint8Array) => print(Buffer.from(data).toString('utf8')) };
  await runCli(args, {
    stdout: stream,
    stderr: stream,
    stdin: async () => new Uint8Array(),
    env,
    isTerminal: false,
  });
}

/** Prints what a program prints with `console`, and the error that ends it, as Node.js shows it, without stacks. */
async function runProgram(name: string, print: Print): Promise<void> {
  const source = readFileSync(name, 'utf8');
  writeFileSync(
    name,
    source.replaceAll(/'mms-composer(?:\/(\w+))?'/g, (_, entry = 'index') => sourceOf(entry)),
  );
  const stream = new Writable({
    write(chunk: Uint8Array, _, done) {
      print(withoutStack(Buffer.from(chunk).toString('utf8')));
      done();
    },
  });
  const { console } = globalThis;
  globalThis.console = new Console(stream);
  try {
    await import(pathToFileURL(join(process.cwd(), name)).href);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    globalThis.console.error(error);
  } finally {
    globalThis.console = console;
  }
}

/** What Node.js prints of an error, but for the stack and the fields that it has not. */
function withoutStack(printed: string): string {
  return printed.replaceAll(/,?\n +(?:at .*|\w+: undefined)/g, '');
}

/** The address of the source of an entry of the package, so that nothing has to be built. */
function sourceOf(entry: string): string {
  return JSON.stringify(pathToFileURL(join(ROOT, 'src/public', `${entry}.ts`)).href);
}

async function outputOf({ run, files = {} }: Raise): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mms-raise-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), isBinary(name) ? Buffer.from(text, 'hex') : text);
  }
  process.chdir(folder);
  let printed = '';
  try {
    for (const line of run.split('\n')) {
      await runLine(line, text => {
        printed += text;
      });
    }
    return printed.replaceAll(`${folder}/`, '');
  } finally {
    process.chdir(tmpdir());
    rmSync(folder, { recursive: true });
  }
}

/** Runs what needs a server where its programs are, and leaves it out where they are not. */
async function withServers(run: (isThere: (raise: Raise) => boolean) => Promise<void>): Promise<void> {
  if (!raises.some(([, { needs }]) => needs !== undefined) || postgresPrograms() === undefined) {
    return run(({ needs }) => needs === undefined);
  }
  const postgres = await startPostgres();
  const { host, user, database } = postgres.options;
  Object.assign(process.env, { PGHOST: host, PGUSER: user, PGDATABASE: database });
  try {
    await run(() => true);
  } finally {
    await postgres.close();
  }
}

const named = process.argv.slice(2);
const raises = Object.entries(RAISES).filter(([code]) => named.length === 0 || named.includes(code));
const outputs: Record<string, string> = {};
await withServers(async isThere => {
  for (const [code, raise] of raises.filter(([, one]) => isThere(one))) {
    const late = delay(MOST_MS, undefined, { ref: false }).then(() => {
      throw new Error(`the input of ${code} takes more than ${MOST_MS} ms`);
    });
    outputs[code] = await Promise.race([outputOf(raise), late]);
  }
});
// What an input leaves open holds nobody up.
process.stdout.write(JSON.stringify(outputs), () => process.exit());
