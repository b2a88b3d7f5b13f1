import { type AdaptOptions, type AdaptTarget, openProfile } from '../../presentation/index.ts';
import type { CliArguments, CliContext } from '../command.ts';
import { progressLine } from '../print/progress.ts';
import { numberOf, textOf, wordOf } from './option-values.ts';

/** Options of the commands that fit a message to a receiver. */
export const TARGET_OPTIONS = {
  profile: { type: 'string' },
  'max-size': { type: 'string' },
  unsupported: { type: 'string' },
} as const;

/** The lines of a usage text for {@link TARGET_OPTIONS}. */
export const TARGET_USAGE = `  --profile P            a built-in profile such as nokia-6230, or a JSON or UAProf file
  --max-size BYTES       most octets of the whole message
  --unsupported WHAT     error (default), replace or drop what the profile does not take`;

/** The receiver that the options name; `undefined` when they name none. */
export async function targetOf({ values }: CliArguments): Promise<AdaptTarget | undefined> {
  const name = textOf(values, 'profile');
  const maxBytes = numberOf(values, 'max-size');
  if (name === undefined && maxBytes === undefined) return undefined;
  const profile = name === undefined ? {} : await openProfile(name);
  return { ...profile, ...(maxBytes === undefined ? {} : { maxBytes }) };
}

/** How to adapt, with a progress line where a person watches. */
export function adaptOptionsOf({ values }: CliArguments, context: CliContext): AdaptOptions {
  return {
    unsupported: wordOf(values, 'unsupported', ['error', 'replace', 'drop']),
    onProgress: progressLine('picture', context),
  };
}
