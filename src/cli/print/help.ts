import type { Command } from '../command.ts';
import { COMMANDS } from '../commands.ts';

/** The list of commands. */
export async function formatOverview(): Promise<string> {
  const commands = await Promise.all([...COMMANDS.values()].map(load => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'usage: mms COMMAND [options]',
    '',
    ...lines,
    '',
    '  mms COMMAND --help   what a command takes',
    '  mms --version        the version',
    '',
    'Results go to stdout, messages to stderr. Exit code: 0 fine, 1 the input is refused, 2 wrong usage.',
    '',
  ].join('\n');
}

/** Usage and options of one command. */
export function formatUsage({ name, summary, usage }: Command): string {
  return `${summary}\n\nusage: mms ${name} ${usage.trimEnd()}\n`;
}
