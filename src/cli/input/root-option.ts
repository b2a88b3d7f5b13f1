import type { CliArguments, HelpRow } from '../command.ts';
import { textOf } from './option-values.ts';

/** The option of the commands that open manifests. */
export const ROOT_OPTION = { root: { type: 'string' } } as const;

/** The row of a help for {@link ROOT_OPTION}. */
export const ROOT_ROW: HelpRow = [
  '--root DIR',
  'a manifest may name no file outside DIR; without it, any (one in a folder or a ZIP names only what is in there)',
];

/** The folder that no file of a manifest may be outside of. */
export function rootOf({ values }: CliArguments): string | undefined {
  return textOf(values, 'root');
}
