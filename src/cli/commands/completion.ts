import { type Choices, type Command, type CommandRow, UsageError } from '../command.ts';
import { GLOBAL_OPTIONS } from '../input/command-line.ts';
import { foundWord } from '../input/option-values.ts';
import { SHELLS, type Vocabulary } from '../print/completions.ts';

/** `mms completion`: what a shell needs to complete the commands of a table and their options. */
export function completionOf(table: readonly CommandRow[]): Command {
  return {
    name: 'completion',
    usage: 'bash|zsh|fish',
    help: [
      {
        rows: [
          ['bash', 'mms completion bash > ~/.local/share/bash-completion/completions/mms'],
          ['zsh', 'mms completion zsh > a file _mms in a folder of $fpath'],
          ['fish', 'mms completion fish > ~/.config/fish/completions/mms.fish'],
        ],
      },
    ],
    choices: Object.keys(SHELLS),
    options: {},
    async run({ positionals }, { stdout }) {
      const [shell = '', ...others] = positionals;
      const print = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
      if (print === undefined || others.length > 0) {
        throw new UsageError(
          `expected bash, zsh or fish${shell === '' ? '' : `, ${foundWord(shell, Object.keys(SHELLS))}`}`,
        );
      }
      stdout.write(print(await vocabulary(table)));
      return 0;
    },
  };
}

async function vocabulary(table: readonly CommandRow[]): Promise<Vocabulary[]> {
  const rows: Vocabulary[] = [];
  for (const { name, summary, load } of table) {
    const { options, choices } = await load();
    const all: Command['options'] = { ...options, ...GLOBAL_OPTIONS };
    const words = Object.entries(all).map(async ([option, { type, choices: own }]) => ({
      name: option,
      takesValue: type === 'string',
      choices: await listed(own),
    }));
    rows.push({ name, summary, options: await Promise.all(words), choices: await listed(choices) });
  }
  return rows;
}

async function listed(choices: Choices = []): Promise<readonly string[]> {
  return typeof choices === 'function' ? choices() : choices;
}
