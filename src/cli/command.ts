import type { Issue } from '../issues/index.ts';

/** What a command may touch of the outside; tests pass their own. */
export interface CliContext {
  readonly stdout: { write(data: string | Uint8Array): void };
  readonly stderr: { write(text: string): void };
  /** Where errors are told; absent: stderr, which `--quiet` makes silent. */
  readonly errors?: { write(text: string): void };
  /** All of standard input; longer than allowed, it is refused by `file/too-large` before it is read. */
  readonly stdin: (maxBytes: number) => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True when a person watches stderr on a terminal that can write over a line: progress may be shown. */
  readonly isTerminal: boolean;
  /** True when stdout is to show colours; absent: it is not. */
  readonly hasColours?: boolean;
  /** True when messages on stderr are to show colours. */
  readonly hasErrorColours?: boolean;
  /** A finding in the words of the command line. */
  readonly inWords?: (found: Issue) => Issue;
  /** True when stdout is a terminal, which is not the place for octets. */
  readonly isOutputTerminal?: boolean;
}

/** The option values and the remaining words of a command line, as `parseArgs` of node:util gives them. */
export interface CliArguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** An option, as `parseArgs` takes it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** The words that it takes, or those among what it takes that a shell can complete. */
  readonly choices?: Choices;
}

/** An argument or an option, and what it says: `['-o FILE', 'the result into a file; - is stdout']`. */
export type HelpRow = readonly [term: string, words: string];

/** Rows of the help that belong together. */
export interface HelpSection {
  readonly title?: string;
  readonly rows: readonly HelpRow[];
}

/** Words that a shell can complete; what is long is loaded when it is asked for. */
export type Choices = readonly string[] | (() => Promise<readonly string[]>);

/** One command of `mms`; one file each under `commands/`, and a row in the table of `commands.ts`. */
export interface Command {
  readonly name: string;
  /** What stands after `mms NAME` in the usage line. */
  readonly usage: string;
  /** What it takes, as far as that is asked for every day: with the rest of the help no more than a screen. */
  readonly help: readonly HelpSection[];
  /** What else it takes: shown by `--all`. */
  readonly rest?: readonly HelpSection[];
  /** What is to be said after the options, a paragraph each. */
  readonly notes?: readonly string[];
  readonly options: Readonly<Record<string, CommandOption>>;
  /** The words that its first argument takes, where that is no file. */
  readonly choices?: Choices;
  /** What is typed for values that the library calls otherwise than by the name of an option. */
  readonly words?: Readonly<Record<string, string>>;
  /** Does the work through one library function and prints its result. Returns the exit code: 0 fine, 1 refused. */
  run(args: CliArguments, context: CliContext): Promise<number>;
}

/** One command in the table: what the overview, the help of one command and the completions are made of. */
export interface CommandRow {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** A command line that works once its files are there. */
  readonly example?: string;
  readonly load: () => Promise<Command>;
}

/** Wrong usage of the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
