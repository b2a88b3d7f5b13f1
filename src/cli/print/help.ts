import type { Command, CommandRow } from '../command.ts';
import { COMMANDS } from '../commands.ts';

/** The list of commands; none of them is loaded for it. */
export function formatOverview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'example: mms compose photo.jpg caption.txt -o hello.mms --to +447700900123',
    '',
    'usage: mms COMMAND [options]',
    '',
    ...lines,
    '',
    '  mms help COMMAND     what a command takes, with an example',
    '  mms --version        the version',
    '',
    'Every command takes --quiet (-q): errors alone are told. With --json errors are JSON too.',
    'Results go to stdout, messages to stderr. Exit code: 0 fine, 1 the input is refused, 2 wrong usage.',
    'NO_COLOR and FORCE_COLOR in the environment say whether there are colours.',
    '',
  ].join('\n');
}

/** An example, usage and options of one command. */
export function formatUsage({ name, summary, example }: CommandRow, { usage }: Command): string {
  const first = example === undefined ? '' : `example: ${example}\n\n`;
  return `${summary}\n\n${first}usage: mms ${name} ${usage.trimEnd()}\n`;
}
