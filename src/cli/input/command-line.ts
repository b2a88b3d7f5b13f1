import { parseArgs } from 'node:util';
import { didYouMean } from '../../schema/index.ts';
import { type CliArguments, type Command, UsageError } from '../command.ts';

/** Options that every command takes. */
export const GLOBAL_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  all: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
} as const;

/** A command line taken apart. */
interface CommandLine extends CliArguments {
  readonly help: boolean;
  /** The help is to show every option. */
  readonly all: boolean;
  readonly quiet: boolean;
}

/**
 * The options and words of a command.
 * @throws UsageError for an option that it does not have, with the one that was meant, and for `--all` without `--help`
 */
export function parseCommandLine({ options }: Command, args: readonly string[]): CommandLine {
  const known = { ...GLOBAL_OPTIONS, ...options };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(known, token.name))
      throw unknownOption(args[token.index] ?? token.rawName, known);
  }
  const strict = parseArgs({ args: [...args], options: known, allowPositionals: true });
  const isGiven = (name: keyof typeof GLOBAL_OPTIONS): boolean => values[name] === true;
  if (isGiven('all') && !isGiven('help')) throw new UsageError('--all goes with --help');
  return { ...strict, help: isGiven('help'), all: isGiven('all'), quiet: isGiven('quiet'), positionals };
}

function unknownOption(given: string, known: Readonly<Record<string, unknown>>): UsageError {
  const [name = ''] = given.split('=', 1);
  const options = Object.keys(known).map(option => `--${option}`);
  const long = `--${name.replace(/^-+/, '')}`;
  const begun = options.find(option => option.startsWith(long) || long.startsWith(`${option}-`));
  const meant = name.length === 2 ? undefined : didYouMean(begun ?? long, options);
  return new UsageError(`there is no option ${name}${meant === undefined ? '' : `; ${meant}`}`);
}
