import { parseArgs } from 'node:util';
import type { CliContext, Command } from '../../src/cli/command.ts';
import { runCli } from '../../src/cli/run.ts';

/** What a command printed, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What it wrote to stdout as octets. */
  readonly octets: Buffer;
}

/** The outside of a command. */
interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command in this process as the command line would. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  { stdin = '', isTerminal = false, env = {} }: RunOptions = {},
): Promise<CommandResult> {
  const written: Buffer[] = [];
  let stderr = '';
  const parsed = parseArgs({ args: [...args], options: command.options, allowPositionals: true });
  const code = await command.run(parsed, {
    stdout: { write: data => void written.push(Buffer.from(data)) },
    stderr: {
      write: text => {
        stderr += text;
      },
    },
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env,
    isTerminal,
    hasColours: isTerminal,
  });
  const octets = Buffer.concat(written);
  return { code, stdout: octets.toString('utf8'), stderr, octets };
}

/** Runs a whole command line in this process: usage, help and errors are told too. */
export async function runLine(
  args: readonly string[],
  outside: Partial<CliContext> = {},
): Promise<Omit<CommandResult, 'octets'>> {
  const told = { stdout: '', stderr: '' };
  const code = await runCli(args, {
    stdout: {
      write: data => {
        told.stdout += Buffer.from(data).toString('utf8');
      },
    },
    stderr: {
      write: text => {
        told.stderr += text;
      },
    },
    stdin: async () => new Uint8Array(),
    env: {},
    isTerminal: false,
    ...outside,
  });
  return { code, ...told };
}

/** The outside of a command that is called by itself, and what it has told on stderr. */
export function outside(more: Partial<CliContext> = {}): { context: CliContext; told: () => string } {
  let stderr = '';
  const context: CliContext = {
    stdout: { write: () => undefined },
    stderr: {
      write: text => {
        stderr += text;
      },
    },
    stdin: async () => new Uint8Array(),
    env: {},
    isTerminal: false,
    ...more,
  };
  return { context, told: () => stderr };
}
