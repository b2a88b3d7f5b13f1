import { parseArgs } from 'node:util';
import type { CliArguments, CliContext, Command } from './command.ts';

/** Exit codes: 0 fine, 1 the input is refused, 2 wrong usage. */
const EXIT = { fine: 0, refused: 1, usage: 2 } as const;

/**
 * Runs one command line and returns its exit code. Nothing is loaded before it is needed: `--version` is to be as fast
 * as the interpreter itself.
 */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-V') return printVersion(context);
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      const { formatOverview } = await import('./print/help.ts');
      (name === undefined ? context.stderr : context.stdout).write(await formatOverview());
      return name === undefined ? EXIT.usage : EXIT.fine;
    }
    return await runCommand(await findCommand(name), rest, context);
  } catch (error) {
    const { reportError } = await import('./print/report-error.ts');
    return reportError(error, name ?? '', context) ? EXIT.refused : EXIT.usage;
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

async function findCommand(name: string): Promise<Command> {
  const { COMMANDS } = await import('./commands.ts');
  const load = COMMANDS.get(name);
  if (load !== undefined) return load();
  const { UsageError } = await import('./command.ts');
  throw new UsageError(`there is no command ${name}; the commands are ${[...COMMANDS.keys()].join(', ')}`);
}

async function runCommand(command: Command, args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values['help'] === true) {
    const { formatUsage } = await import('./print/help.ts');
    context.stdout.write(formatUsage(command));
    return EXIT.fine;
  }
  const parsed: CliArguments = { values, positionals };
  return command.run(parsed, context);
}
