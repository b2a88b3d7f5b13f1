import type { Issue } from '../issues/index.ts';
import type { CliContext, CommandRow } from './command.ts';
import { COMMANDS } from './commands.ts';

/** Exit codes: 0 fine, 1 the input is refused, 2 wrong usage. */
const EXIT = { fine: 0, refused: 1, usage: 2 } as const;

/** What stands in the place of a command. */
const OWN_OPTIONS = ['--help', '--version'];

/**
 * Runs one command line and returns its exit code. Nothing is loaded before it is needed: `--version` is to be as fast
 * as the interpreter itself.
 */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-V') return printVersion(context);
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      return await printHelp(name, rest, context);
    }
    return await runCommand(await findCommand(name), rest, context);
  } catch (error) {
    const { reportError } = await import('./print/report-error.ts');
    const json = args.includes('--json');
    return reportError(error, isCommand(name) ? name : undefined, context, json) ? EXIT.refused : EXIT.usage;
  }
}

async function printVersion(context: CliContext): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const manifest: unknown = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  context.stdout.write(`${String(version)}\n`);
  return EXIT.fine;
}

async function printHelp(
  asked: string | undefined,
  words: readonly string[],
  context: CliContext,
): Promise<number> {
  const topic = words.find(word => !word.startsWith('-'));
  if (topic !== undefined) {
    const options = words.filter(word => word.startsWith('-'));
    return runCommand(await findCommand(topic), ['--help', ...options], context);
  }
  const { formatOverview } = await import('./print/help.ts');
  const { stdout, stderr } = context;
  (asked === undefined ? stderr : stdout).write(formatOverview());
  return asked === undefined ? EXIT.usage : EXIT.fine;
}

function isCommand(name: string | undefined): boolean {
  return COMMANDS.some(one => one.name === name);
}

async function findCommand(name: string): Promise<CommandRow> {
  const row = COMMANDS.find(one => one.name === name);
  if (row !== undefined) return row;
  const { didYouMean } = await import('../schema/index.ts');
  const { UsageError } = await import('./command.ts');
  const names = COMMANDS.map(one => one.name);
  if (!name.startsWith('-')) {
    const hint = didYouMean(name, names, `the commands are ${names.join(', ')}`);
    throw new UsageError(`there is no command ${name}; ${hint}`);
  }
  const hint = didYouMean(name, OWN_OPTIONS, 'options stand behind the command');
  throw new UsageError(`there is no option ${name} before a command; ${hint}`);
}

async function runCommand(row: CommandRow, args: readonly string[], context: CliContext): Promise<number> {
  const command = await row.load();
  const { parseCommandLine } = await import('./input/command-line.ts');
  const { help, all, quiet, ...parsed } = parseCommandLine(command, args);
  if (help) {
    const { formatUsage } = await import('./print/help.ts');
    context.stdout.write(formatUsage(row, command, { all }));
    return EXIT.fine;
  }
  const { findingInOptionWords, inOptionWords } = await import('./print/option-words.ts');
  const inWords = (found: Issue): Issue => findingInOptionWords(found, command, parsed);
  try {
    return await command.run(parsed, { ...(quiet ? inQuiet(context) : context), inWords });
  } catch (error) {
    throw inOptionWords(error, command, parsed);
  }
}

/** Findings and progress are not told, errors are. */
function inQuiet(context: CliContext): CliContext {
  return { ...context, errors: context.stderr, stderr: { write: () => undefined }, isTerminal: false };
}
